//! Words between `*` and `_`, by CommonMark's rules, with one difference:
//! the brackets and full stops of Chinese and Japanese do not count as
//! punctuation. Where they do, `**「家」**は` is not strong.

use super::DEEPEST;
use crate::text::{Span, plain};

/// A part of a paragraph while it is read.
pub enum Token {
    /// A finished span.
    Span(Span),
    /// Signs that may begin or end an emphasis.
    Run(Run),
    /// A `[` or `![` that may begin a link or an image.
    Bracket {
        /// Whether it is `![`.
        image: bool,
    },
}

/// Some `*` or `_` in a row.
#[derive(Clone, Copy)]
pub struct Run {
    sign: char,
    left: usize,
    whole: usize,
    opens: bool,
    closes: bool,
    /// Its line, if people would see a sign there that was meant to do something.
    told: Option<usize>,
}

impl Run {
    /// The run of a text that begins and ends there. The edges of a paragraph count as
    /// spaces.
    pub fn new(text: &str, from: usize, to: usize, line: usize) -> Self {
        let sign = if text[from..].starts_with('*') { '*' } else { '_' };
        let (before, after) = (text[..from].chars().next_back(), text[to..].chars().next());
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_sign = |c: Option<char>| c.is_some_and(is_punctuation);
        let edge = |c| is_space(c) || is_sign(c);
        let leans_on = !is_space(after) && (!is_sign(after) || edge(before));
        let leans_back = !is_space(before) && (!is_sign(before) || edge(after));
        let (opens, closes) = match sign {
            '*' => (leans_on, leans_back),
            // `_` inside a word is part of the word.
            _ => (leans_on && (!leans_back || is_sign(before)), leans_back && (!leans_on || is_sign(after))),
        };
        let length = to - from;
        let told = is_meant(sign, length, &text[..from], &text[to..]).then_some(line);
        Self { sign, left: length, whole: length, opens, closes, told }
    }

    fn is_opened_by(&self, other: &Run) -> bool {
        let thirds = (other.closes || self.opens)
            && (other.whole + self.whole).is_multiple_of(3)
            && !(other.whole.is_multiple_of(3) && self.whole.is_multiple_of(3));
        other.sign == self.sign && other.opens && !thirds
    }
}

/// Whether stars were plainly meant to give words a form: two of them, or one whose
/// partner has a space too many. A single one may be a note, a birthday or a
/// product, and underscores may be a blank to fill in.
fn is_meant(sign: char, length: usize, before: &str, after: &str) -> bool {
    let (left, right) = (before.chars().next_back(), after.chars().next());
    let opens = is_word(right) && !is_word(left);
    match sign {
        '*' if length > 1 => {
            // 2**3, s**t and *** stay as they are.
            let is_plain = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let (last, next) = (before.trim_end().chars().next_back(), after.trim_start().chars().next());
            !(is_plain(left) && is_plain(right) || is_digit(last) && is_digit(next))
                && (length == 2 || is_word(right))
        }
        '*' if opens => after.find(" *").is_some_and(|at| {
            is_letter(after[..at].chars().next_back()) && !is_word(after[at + 2..].chars().next())
        }),
        '*' => before.find("* ").is_some_and(|at| {
            is_letter(left)
                && is_letter(before[at + 2..].chars().next())
                && before[..at].chars().next_back().is_none_or(char::is_whitespace)
        }),
        _ => length == 2 && opens,
    }
}

/// Whether a character belongs to a word. (Unicode's own table of letters is a kilobyte.)
fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace() && !is_punctuation(c))
}

fn is_letter(c: Option<char>) -> bool {
    is_word(c) && !c.is_some_and(|c| c.is_ascii_digit())
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{b7}' | '\u{bb}' | '\u{bf}')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
}

/// Joins what belongs together. What is left over is plain text; where it was meant to
/// be more, its line is added to `seen`.
pub fn join(tokens: Vec<Token>, seen: &mut Vec<usize>) -> Vec<Span> {
    let mut joined: Vec<Token> = Vec::new();
    for token in tokens {
        match token {
            Token::Run(run) if run.closes => close(run, &mut joined, seen),
            token => joined.push(token),
        }
    }
    finish(joined, seen)
}

fn close(mut run: Run, joined: &mut Vec<Token>, seen: &mut Vec<usize>) {
    while run.left > 0 {
        let opener = joined.iter().rposition(|token| match token {
            Token::Run(other) => run.is_opened_by(other),
            _ => false,
        });
        let Some(at) = opener else {
            break;
        };
        let inside = shallow(finish(joined.split_off(at + 1), seen));
        let Some(Token::Run(mut opener)) = joined.pop() else {
            break;
        };
        let strong = opener.left >= 2 && run.left >= 2;
        let used = if strong { 2 } else { 1 };
        opener.left -= used;
        run.left -= used;
        if opener.left > 0 {
            joined.push(Token::Run(opener));
        }
        joined.push(Token::Span(if strong { Span::Strong(inside) } else { Span::Emphasis(inside) }));
    }
    if run.left > 0 {
        joined.push(Token::Run(run));
    }
}

/// The spans, as plain text where they are nested too deep.
fn shallow(spans: Vec<Span>) -> Vec<Span> {
    if depth(&spans) < DEEPEST { spans } else { vec![Span::Text(plain(&spans))] }
}

fn depth(spans: &[Span]) -> usize {
    let one = |span: &Span| match span {
        Span::Emphasis(inner) | Span::Strong(inner) | Span::Link { spans: inner, .. } => 1 + depth(inner),
        Span::Text(_) | Span::Code(_) | Span::Break => 0,
    };
    spans.iter().map(one).max().unwrap_or(0)
}

fn finish(tokens: Vec<Token>, seen: &mut Vec<usize>) -> Vec<Span> {
    let mut spans = Vec::new();
    for token in tokens {
        match token {
            Token::Span(Span::Text(words)) => push_text(&mut spans, &words),
            Token::Span(span) => spans.push(span),
            Token::Run(run) => {
                seen.extend(run.told);
                push_text(&mut spans, &run.sign.to_string().repeat(run.left));
            }
            Token::Bracket { image } => push_text(&mut spans, if image { "![" } else { "[" }),
        }
    }
    spans
}

/// Neighbouring texts are one text, so that a word is never cut in two.
fn push_text(spans: &mut Vec<Span>, words: &str) {
    match spans.last_mut() {
        Some(Span::Text(last)) => last.push_str(words),
        _ => spans.push(Span::Text(words.to_owned())),
    }
}
