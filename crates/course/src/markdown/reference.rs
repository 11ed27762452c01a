//! Reads the same text with pulldown-cmark, to compare with.

use crate::text::{Block, Span, Target, plain};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

/// The blocks of a text. Exercises become code, and whatever is refused becomes text.
pub fn reference(text: &str) -> Vec<Block> {
    let events = Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES);
    Reference { events: Box::new(events) }.blocks()
}

struct Reference<'a> {
    events: Box<dyn Iterator<Item = Event<'a>> + 'a>,
}

impl<'a> Reference<'a> {
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            let block = match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    let id = id.map(|id| id.to_string());
                    Some(Block::Heading { level: level_number(level), id, spans: self.spans() })
                }
                Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.spans())),
                Event::Start(Tag::BlockQuote(_)) => Some(Block::Quote(self.blocks())),
                Event::Start(Tag::List(first)) => Some(Block::List { first, items: self.items() }),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => {
                    Some(Block::Code(self.code()))
                }
                Event::Rule => Some(Block::Rule),
                Event::End(_) => break,
                inline => {
                    self.span(inline, &mut loose);
                    None
                }
            };
            if let Some(block) = block {
                close_paragraph(&mut loose, &mut blocks);
                blocks.push(block);
            }
        }
        close_paragraph(&mut loose, &mut blocks);
        blocks
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(Event::Start(Tag::Item)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    fn code(&mut self) -> String {
        let mut code = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        // The last line of a file may lack its end.
        if !code.is_empty() && !code.ends_with('\n') {
            code.push('\n');
        }
        code
    }

    fn spans(&mut self) -> Vec<Span> {
        let mut spans = Vec::new();
        while let Some(event) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.span(event, &mut spans);
        }
        spans
    }

    fn span(&mut self, event: Event<'a>, spans: &mut Vec<Span>) {
        match event {
            Event::Text(words) | Event::InlineHtml(words) | Event::Html(words) => push(spans, &words),
            Event::Code(words) => spans.push(Span::Code(words.to_string())),
            Event::SoftBreak => push(spans, "\n"),
            Event::HardBreak => spans.push(Span::Break),
            Event::Start(Tag::Emphasis) => spans.push(Span::Emphasis(self.spans())),
            Event::Start(Tag::Strong) => spans.push(Span::Strong(self.spans())),
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                let inner = self.spans();
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                match Target::parse(&format!("{scheme}{dest_url}")) {
                    Some(to) => spans.push(Span::Link { to, spans: inner }),
                    None => push(spans, &plain(&inner)),
                }
            }
            Event::Start(_) => {
                let inner = self.spans();
                push(spans, &plain(&inner));
            }
            _ => {}
        }
    }
}

fn push(spans: &mut Vec<Span>, words: &str) {
    match spans.last_mut() {
        Some(Span::Text(last)) => last.push_str(words),
        _ => spans.push(Span::Text(words.to_owned())),
    }
}

fn close_paragraph(loose: &mut Vec<Span>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(loose)));
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
