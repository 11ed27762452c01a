//! Turns the text of a paragraph into spans.

use super::address::{address, character};
use super::emphasis::{Run, Token, join};
use super::signs;
use crate::phone;
use crate::problem::{Problems, Trouble};
use crate::text::{Span, Target, plain};

/// How many bytes code, a link's address or HTML may have, and how many
/// signs a paragraph: beyond that they are text. It bounds the time a text
/// made to be slow can take.
const LONGEST: usize = 2_000;

/// Reads the text of a paragraph that begins on the given line.
pub fn spans(text: &str, line: usize, problems: &mut Problems) -> Vec<Span> {
    let mut seen = signs::lines(text, line);
    let mut reader = Reader {
        text,
        at: 0,
        line,
        tokens: Vec::new(),
        brackets: Vec::new(),
        signs: 0,
        seen: &mut seen,
        problems,
    };
    while let Some(next) = reader.rest().chars().next() {
        reader.take(next);
    }
    let spans = join(reader.tokens, &mut seen);
    for (words, number) in text.lines().zip(line..).filter(|(_, number)| seen.contains(number)) {
        problems.note(number, Trouble::SignsSeen, words);
    }
    spans
}

struct Reader<'a, 'p> {
    text: &'a str,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
    /// Where open brackets are among the tokens, and whether one may still
    /// begin a link: links are never nested.
    brackets: Vec<(usize, bool)>,
    signs: usize,
    /// The lines with signs that people would see.
    seen: &'p mut Vec<usize>,
    problems: &'p mut Problems,
}

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The rest after that many bytes, no longer than one thing may be.
    fn near(&self, after: usize) -> &'a str {
        let rest = &self.rest()[after..];
        let end = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
        &rest[..end]
    }

    fn note(&mut self, trouble: Trouble, what: &str) {
        self.problems.note(self.line, trouble, what);
    }

    fn push(&mut self, span: Span) {
        self.tokens.push(Token::Span(span));
    }

    fn push_text(&mut self, words: &str) {
        match self.tokens.last_mut() {
            Some(Token::Span(Span::Text(last))) => last.push_str(words),
            _ => self.push(Span::Text(words.to_owned())),
        }
    }

    /// Takes that many bytes as text.
    fn text(&mut self, bytes: usize) {
        self.push_text(&self.rest()[..bytes]);
        self.at += bytes;
    }

    fn take(&mut self, next: char) {
        let taken = match next {
            '\n' => self.line_end(),
            '\\' => self.escaped(),
            '`' => self.code(),
            '<' => self.angle(),
            '&' => self.named(),
            '!' if self.rest().starts_with("![") => self.bracket(true),
            '[' => self.bracket(false),
            ']' => self.close_bracket(),
            '*' | '_' => self.run(next),
            _ => self.words(),
        };
        if !taken {
            self.text(next.len_utf8());
        }
    }

    fn words(&mut self) -> bool {
        let signs = ['\n', '\\', '`', '<', '&', '!', '[', ']', '*', '_'];
        let end = self.rest().find(signs).unwrap_or(self.rest().len());
        self.text(end);
        end > 0
    }

    fn line_end(&mut self) -> bool {
        self.at += 1;
        self.line += 1;
        let before = &self.text[..self.at - 1];
        if let Some(Token::Span(Span::Text(last))) = self.tokens.last_mut() {
            last.truncate(last.trim_end_matches(' ').len());
        }
        if before.ends_with("  ") {
            self.push(Span::Break);
        } else {
            self.push_text("\n");
        }
        true
    }

    fn escaped(&mut self) -> bool {
        match self.rest()[1..].chars().next() {
            Some('\n') => {
                self.at += 2;
                self.line += 1;
                self.push(Span::Break);
                true
            }
            Some(sign) if sign.is_ascii_punctuation() => {
                self.at += 1;
                self.text(1);
                true
            }
            _ => false,
        }
    }

    fn code(&mut self) -> bool {
        let signs = self.rest().len() - self.rest().trim_start_matches('`').len();
        let near = self.near(signs);
        let Some(length) = find_run(near, signs) else {
            self.text(signs);
            return true;
        };
        let inside = near[..length].replace('\n', " ");
        let bare = inside.strip_prefix(' ').and_then(|inside| inside.strip_suffix(' '));
        let code = bare.filter(|_| !inside.trim_matches(' ').is_empty()).unwrap_or(&inside);
        self.push(Span::Code(code.to_owned()));
        self.skip(signs + length + signs);
        true
    }

    /// Moves on by that many bytes, and counts the lines in them.
    fn skip(&mut self, bytes: usize) {
        self.line += self.rest()[..bytes].matches('\n').count();
        self.at += bytes;
    }

    /// `<https://…>`, or HTML, which stays text.
    fn angle(&mut self) -> bool {
        let near = self.near(1);
        let Some(end) = near.find('>') else {
            if near.starts_with("!--") {
                self.note(Trouble::RawHtml, self.rest());
            }
            return false;
        };
        let inside = &near[..end];
        if is_address(inside) {
            let shown = vec![Span::Text(inside.to_owned())];
            let mail = if inside.contains(':') { "" } else { "mailto:" };
            self.link(&format!("{mail}{inside}"), shown);
        } else if inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            let html = &self.rest()[..end + 2];
            self.note(Trouble::RawHtml, html);
            self.push_text(html);
        } else {
            return false;
        }
        self.skip(end + 2);
        true
    }

    fn link(&mut self, to: &str, shown: Vec<Span>) {
        if let Some(to) = Target::parse(to) {
            self.compare(&to, &shown);
            self.push(Span::Link { to, spans: shown });
        } else {
            self.note(Trouble::LinkRefused, to);
            self.push_text(&plain(&shown));
        }
    }

    /// Reports a link in which people read one number and a tap calls another.
    fn compare(&mut self, to: &Target, shown: &[Span]) {
        let Target::Out(address) = to else {
            return;
        };
        let call = address.strip_prefix("tel:").or(address.strip_prefix("sms:"));
        let called = call.and_then(|call| phone::dialled(call.split('?').next().unwrap_or_default()));
        let words = plain(shown);
        if let (Some(called), Some(read)) = (called, phone::dialled(&words))
            && !phone::agree(&read, &called)
        {
            self.note(Trouble::NumberDiffers, &format!("{words} ≠ {called}"));
        }
    }

    fn named(&mut self) -> bool {
        match character(self.rest()) {
            Some((character, bytes)) => {
                self.push_text(character.encode_utf8(&mut [0; 4]));
                self.at += bytes;
                true
            }
            None => {
                let name =
                    self.rest()[1..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
                if name.len() > 1 && self.rest()[1 + name.len()..].starts_with(';') {
                    self.seen.push(self.line);
                }
                false
            }
        }
    }

    fn bracket(&mut self, image: bool) -> bool {
        if self.signs >= LONGEST {
            return false;
        }
        self.signs += 1;
        self.brackets.push((self.tokens.len(), true));
        self.tokens.push(Token::Bracket { image });
        self.at += 1 + usize::from(image);
        true
    }

    fn close_bracket(&mut self) -> bool {
        let Some((at, may)) = self.brackets.pop() else {
            return false;
        };
        let Some((to, bytes)) = address(self.near(1)).filter(|_| may) else {
            self.tell_unread();
            return false;
        };
        let shown = join(self.tokens.split_off(at + 1), self.seen);
        if let Some(Token::Bracket { image: true }) = self.tokens.pop() {
            let words = plain(&shown);
            let is_told = !words.trim().is_empty();
            self.note(if is_told { Trouble::Image } else { Trouble::ImageWithoutWords }, &to);
            self.push_text(&words);
        } else {
            self.brackets.iter_mut().for_each(|(at, may)| {
                *may &= matches!(self.tokens.get(*at), Some(Token::Bracket { image: true }));
            });
            self.link(&to, shown);
        }
        self.skip(1 + bytes);
        true
    }

    /// Reports brackets that look like a link but are none.
    fn tell_unread(&mut self) {
        let after = &self.rest()[1..];
        let begin = self.text[..self.at].rfind('[').unwrap_or(self.at);
        let what = self.text[begin..].split('\n').next().unwrap_or_default();
        let before = self.text[..begin].chars().next_back();
        let is_turned = before == Some(')') && is_outward(&what[1.min(what.len())..]);
        let is_wiki = before == Some('[') && after.starts_with(']');
        if begin == 0 && ["[ ]", "[x]", "[X]", "[]"].iter().any(|sign| what.starts_with(sign)) {
            self.note(Trouble::TaskList, what);
        } else if after.starts_with('[') || what.starts_with("[^") {
            self.note(Trouble::LinkReference, what);
        } else if after.starts_with(['(', '（']) || leads_out(after) || is_turned || is_wiki {
            self.note(Trouble::LinkBroken, what);
        } else if begin == 0 && what.starts_with("[!") {
            self.seen.push(self.line);
        }
    }

    fn run(&mut self, sign: char) -> bool {
        if self.signs >= LONGEST {
            return false;
        }
        self.signs += 1;
        let length = self.rest().len() - self.rest().trim_start_matches(sign).len();
        let to = self.at + length;
        self.tokens.push(Token::Run(Run::new(self.text, self.at, to, self.line)));
        self.at = to;
        true
    }
}

/// Whether an address in brackets comes after a space.
fn leads_out(after: &str) -> bool {
    after.trim_start().strip_prefix('(').is_some_and(is_outward)
}

fn is_outward(to: &str) -> bool {
    ["https:", "tel:", "sms:", "mailto:", "#/"].iter().any(|start| to.starts_with(start))
}

/// Where a run of exactly that many backticks begins.
fn find_run(text: &str, length: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let begin = at + found;
        let run = text[begin..].len() - text[begin..].trim_start_matches('`').len();
        if run == length {
            return Some(begin);
        }
        at = begin + run;
    }
    None
}

/// Whether `<…>` around this is a link: an address with its scheme, or a mail address.
fn is_address(inside: &str) -> bool {
    if inside.contains(|c: char| c.is_whitespace() || c == '<') {
        return false;
    }
    let is_scheme = |scheme: &str| {
        let mut letters = scheme.chars();
        let begins = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
        let goes_on = letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
        begins && goes_on && (2..=32).contains(&scheme.len())
    };
    match inside.split_once(':') {
        Some((scheme, _)) => is_scheme(scheme),
        None => inside.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
    }
}
