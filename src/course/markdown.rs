//! CommonMark into [`Block`]s, with the line each stands on.
//!
//! Reading never fails. What a learner could be harmed by (raw HTML, links to
//! scripts, images that would be fetched) becomes plain text and a problem.

use super::problem::{Problems, Trouble};
use super::text::{Block, Span, Target, plain};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::iter::Peekable;
use std::ops::Range;

/// How many lists and quotes may stand inside each other.
const DEEPEST: usize = 8;

/// Something at the left edge of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Ordinary text.
    Block(Block),
    /// A fenced block with `{` after its fence.
    Fence(Fence),
}

/// A fenced block that asks for an exercise.
#[derive(Debug, PartialEq, Eq)]
pub struct Fence {
    /// What stands after the fence: `{kind} id`.
    pub info: String,
    /// The lines inside.
    pub body: String,
    /// The line the first of them stands on.
    pub body_line: usize,
}

/// Reads Markdown. `first_line` is the line of the file that `text` begins on.
pub fn read(text: &str, first_line: usize, problems: &mut Problems) -> Vec<(usize, Piece)> {
    let events = Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES);
    let mut reader = Reader {
        events: events.into_offset_iter().peekable(),
        lines: Lines::of(text, first_line),
        text,
        problems,
    };
    reader.pieces()
}

/// Reads Markdown in which exercises have no place.
pub fn read_blocks(text: &str, first_line: usize, problems: &mut Problems) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (line, piece) in read(text, first_line, problems) {
        match piece {
            Piece::Block(block) => blocks.push(block),
            Piece::Fence(fence) => {
                problems.note(line, Trouble::ExerciseNested, &fence.info);
                blocks.push(Block::Code(fence.body));
            }
        }
    }
    blocks
}

/// Where each line of a text begins.
struct Lines {
    starts: Vec<usize>,
    first: usize,
}

impl Lines {
    fn of(text: &str, first: usize) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { starts: starts.collect(), first }
    }

    fn at(&self, offset: usize) -> usize {
        self.first + self.starts.partition_point(|start| *start <= offset)
    }
}

type Events<'a> = Peekable<pulldown_cmark::OffsetIter<'a>>;

struct Reader<'a, 'p> {
    events: Events<'a>,
    lines: Lines,
    text: &'a str,
    problems: &'p mut Problems,
}

impl<'a> Reader<'a, '_> {
    fn note(&mut self, at: &Range<usize>, trouble: Trouble, what: &str) {
        let line = self.lines.at(at.start);
        self.problems.note(line, trouble, what);
    }

    fn pieces(&mut self) -> Vec<(usize, Piece)> {
        let mut pieces = Vec::new();
        while let Some((event, at)) = self.events.next() {
            let line = self.lines.at(at.start);
            let fence = match &event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    info.starts_with('{').then(|| info.to_string())
                }
                _ => None,
            };
            let piece = match fence {
                Some(info) => Some(Piece::Fence(self.fence(info, &at, line))),
                None => self.block(event, &at, 0).map(Piece::Block),
            };
            pieces.extend(piece.map(|piece| (line, piece)));
        }
        pieces
    }

    fn fence(&mut self, info: String, at: &Range<usize>, line: usize) -> Fence {
        self.check_closed(at, &info);
        Fence { info, body: self.code(), body_line: line + 1 }
    }

    fn check_closed(&mut self, at: &Range<usize>, info: &str) {
        let block = self.text.get(at.clone()).unwrap_or_default().trim_end();
        let mut lines = block.lines();
        let mark = lines.next().and_then(|first| first.trim_start().chars().next());
        let closed = lines.next_back().is_some_and(|last| {
            // A quote or list may stand before the fence.
            let last = last.trim_start_matches(['>', ' ', '\t']);
            last.len() >= 3 && last.chars().all(|c| Some(c) == mark || matches!(c, '`' | '~'))
        });
        if !closed {
            self.note(at, Trouble::FenceOpen, info);
        }
    }

    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some((event, at)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            if is_inline(&event) {
                self.span(event, &at, depth, &mut loose);
            } else {
                close_paragraph(&mut loose, &mut blocks);
                blocks.extend(self.block(event, &at, depth));
            }
        }
        close_paragraph(&mut loose, &mut blocks);
        blocks
    }

    fn block(&mut self, event: Event<'a>, at: &Range<usize>, depth: usize) -> Option<Block> {
        if depth > DEEPEST {
            self.note(at, Trouble::TooDeep, "");
            let words = if matches!(event, Event::Start(_)) { self.flat() } else { String::new() };
            return Some(Block::Paragraph(vec![Span::Text(words)]));
        }
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => Some(Block::Heading {
                level: level_number(level),
                id: id.map(|id| id.to_string()),
                spans: self.spans(depth + 1),
            }),
            Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.spans(depth + 1))),
            Event::Start(Tag::BlockQuote(_)) => Some(Block::Quote(self.blocks(depth + 1))),
            Event::Start(Tag::List(first)) => Some(Block::List { first, items: self.items(depth + 1) }),
            Event::Start(Tag::CodeBlock(kind)) => {
                if let CodeBlockKind::Fenced(info) = &kind {
                    self.check_closed(at, info);
                    if info.starts_with('{') {
                        self.note(at, Trouble::ExerciseNested, info);
                    }
                }
                Some(Block::Code(self.code()))
            }
            Event::Start(Tag::HtmlBlock) => {
                let html = self.flat();
                self.note(at, Trouble::RawHtml, &html);
                Some(Block::Paragraph(vec![Span::Text(html.trim_end().to_owned())]))
            }
            Event::Rule => Some(Block::Rule),
            Event::Start(_) => Some(Block::Paragraph(vec![Span::Text(self.flat())])),
            Event::End(_) => None,
            inline => {
                let mut spans = Vec::new();
                self.span(inline, at, depth, &mut spans);
                Some(Block::Paragraph(spans))
            }
        }
    }

    fn items(&mut self, depth: usize) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(depth)),
                _ => break,
            }
        }
        items
    }

    fn spans(&mut self, depth: usize) -> Vec<Span> {
        let mut spans = Vec::new();
        while let Some((event, at)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.span(event, &at, depth, &mut spans);
        }
        spans
    }

    fn span(&mut self, event: Event<'a>, at: &Range<usize>, depth: usize, spans: &mut Vec<Span>) {
        match event {
            Event::Text(words) => push_text(spans, &words),
            Event::Code(words) => spans.push(Span::Code(words.to_string())),
            Event::SoftBreak => push_text(spans, "\n"),
            Event::HardBreak => spans.push(Span::Break),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.note(at, Trouble::RawHtml, &html);
                push_text(spans, &html);
            }
            Event::Start(_) if depth > DEEPEST => push_text(spans, &self.flat()),
            Event::Start(Tag::Emphasis) => spans.push(Span::Emphasis(self.spans(depth + 1))),
            Event::Start(Tag::Strong) => spans.push(Span::Strong(self.spans(depth + 1))),
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url, at, depth, spans),
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.note(at, Trouble::Image, &dest_url);
                push_text(spans, &self.flat());
            }
            Event::Start(_) => push_text(spans, &self.flat()),
            _ => {}
        }
    }

    fn link(&mut self, to: &CowStr<'a>, at: &Range<usize>, depth: usize, spans: &mut Vec<Span>) {
        let inner = self.spans(depth + 1);
        if let Some(to) = Target::parse(to) {
            spans.push(Span::Link { to, spans: inner });
        } else {
            self.note(at, Trouble::LinkRefused, to);
            push_text(spans, &plain(&inner));
        }
    }

    /// The letters of a code block, up to its end.
    fn code(&mut self) -> String {
        let mut code = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        code
    }

    /// All the words up to the end of what was just started, whatever is in it.
    fn flat(&mut self) -> String {
        let mut words = String::new();
        let mut open = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    words.push_str(&text);
                }
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        words
    }
}

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    }
}

fn close_paragraph(loose: &mut Vec<Span>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(loose)));
    }
}

/// Neighbouring texts are one text, so that a word is never cut in two.
fn push_text(spans: &mut Vec<Span>, words: &str) {
    if let Some(Span::Text(last)) = spans.last_mut() {
        last.push_str(words);
    } else {
        spans.push(Span::Text(words.to_owned()));
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::text::plain_blocks;

    fn blocks(text: &str) -> (Vec<Block>, Vec<(usize, Trouble)>) {
        let mut problems = Problems::of("test.md");
        let blocks = read_blocks(text, 1, &mut problems);
        let found = problems.into_vec();
        (blocks, found.into_iter().map(|p| (p.line, p.trouble)).collect())
    }

    #[test]
    fn words_keep_their_order_and_form() {
        let (found, problems) =
            blocks("A *warm* **room**\\\nand [help](#/help).\n\n- one\n- two\n  - three\n");
        assert_eq!(problems, []);
        assert_eq!(
            found[0],
            Block::Paragraph(vec![
                Span::Text("A ".into()),
                Span::Emphasis(vec![Span::Text("warm".into())]),
                Span::Text(" ".into()),
                Span::Strong(vec![Span::Text("room".into())]),
                Span::Break,
                Span::Text("and ".into()),
                Span::Link { to: Target::Own("#/help".into()), spans: vec![Span::Text("help".into())] },
                Span::Text(".".into()),
            ])
        );
        assert_eq!(plain_blocks(&found[1..]), "one\ntwo\nthree");
    }

    #[test]
    fn what_could_harm_becomes_text_and_a_problem() {
        for (text, trouble, shown) in [
            ("<script>alert(1)</script>", Trouble::RawHtml, "<script>alert(1)</script>"),
            ("a <b onclick=x>b</b>", Trouble::RawHtml, "a <b onclick=x>b</b>"),
            ("[go](javascript:alert(1))", Trouble::LinkRefused, "go"),
            ("[go](http://example.org)", Trouble::LinkRefused, "go"),
            ("<javascript:alert(1)>", Trouble::LinkRefused, "javascript:alert(1)"),
            ("![a tree](https://example.org/t.png)", Trouble::Image, "a tree"),
            ("```\nnever closed", Trouble::FenceOpen, "never closed"),
            ("- ```{reflection} x\n  y\n  ```", Trouble::ExerciseNested, "y"),
        ] {
            let (found, problems) = blocks(text);
            assert!(problems.contains(&(1, trouble)), "{text}: {problems:?}");
            assert_eq!(plain_blocks(&found), shown, "{text}");
        }
    }

    #[test]
    fn problems_name_their_line() {
        let (_, problems) = blocks("one\n\ntwo\n\nthree <i>x</i>\n");
        assert_eq!(problems, [(5, Trouble::RawHtml), (5, Trouble::RawHtml)]);
    }

    #[test]
    fn depth_ends_and_words_stay() {
        let (found, problems) = blocks(&format!("{}deep", "> ".repeat(500)));
        assert!(problems.iter().any(|(_, trouble)| *trouble == Trouble::TooDeep));
        assert_eq!(plain_blocks(&found), "deep");
        let (found, _) = blocks(&format!("{}deep{}", "*a ".repeat(300), " b*".repeat(300)));
        assert!(plain_blocks(&found).contains("deep"));
    }
}
