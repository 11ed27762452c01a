//! Text as a centre wrote it, as plain data: blocks of spans.

use super::ids::ModuleId;
use super::phone;

/// What the address of a module begins with.
const MODULE_ADDRESS: &str = "#/modules/";

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, of level 1 to 6.
    Heading {
        /// The level it was written with, from 1.
        level: u8,
        /// The id written after it as `{#id}`.
        id: Option<String>,
        /// Its words.
        spans: Vec<Span>,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list; `first` is the number it starts with, if it is numbered.
    List {
        /// The first number of a numbered list.
        first: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A quote, which is also how examples are written.
    Quote(Vec<Block>),
    /// Text to show exactly as it was written.
    Code(String),
    /// A horizontal line.
    Rule,
}

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// *Emphasis*.
    Emphasis(Vec<Span>),
    /// **Strong**.
    Strong(Vec<Span>),
    /// `Code`.
    Code(String),
    /// A link that is allowed.
    Link {
        /// Where it leads.
        to: Target,
        /// Its words.
        spans: Vec<Span>,
    },
    /// A line break that was asked for.
    Break,
}

/// Where a link may lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address on this site, such as `#/help`.
    Own(String),
    /// A phone call, text message, mail or page elsewhere.
    Out(String),
}

impl Target {
    /// The target of an address, if links may lead there.
    pub fn parse(link: &str) -> Option<Self> {
        let allowed =
            |start: &str| link.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
        if let Some(call) = phone::call(link) {
            return Some(Self::Out(call));
        }
        if link.chars().any(|c| c.is_control() || c.is_whitespace() || turns_text(c)) {
            None
        } else if link.starts_with("#/") {
            Some(Self::Own(link.to_owned()))
        } else if let Some(module) = link.strip_suffix(".md").and_then(ModuleId::new) {
            // The name of a module's file, as it reads in any Markdown viewer.
            Some(Self::Own(format!("{MODULE_ADDRESS}{module}")))
        } else if ["https://", "tel:", "sms:", "mailto:"].into_iter().any(allowed) {
            Some(Self::Out(link.to_owned()))
        } else {
            None
        }
    }
}

/// Whether a character changes the direction of what is read, so that an address
/// could look like another: Unicode's bidirectional controls (UAX #9).
fn turns_text(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Target {
    /// The module this leads to a page of, if it does.
    pub fn within(&self) -> Option<ModuleId> {
        match self {
            Self::Own(address) => ModuleId::new(address.strip_prefix(MODULE_ADDRESS)?.split('/').next()?),
            Self::Out(_) => None,
        }
    }

    /// The module this leads to the first page of, if it does.
    pub fn module(&self) -> Option<ModuleId> {
        match self {
            Self::Own(address) => ModuleId::new(address.strip_prefix(MODULE_ADDRESS)?),
            Self::Out(_) => None,
        }
    }
}

/// The words of some spans, without formatting.
pub fn plain(spans: &[Span]) -> String {
    let mut text = String::new();
    plain_into(spans, &mut text);
    text
}

fn plain_into(spans: &[Span], text: &mut String) {
    for span in spans {
        match span {
            Span::Text(words) | Span::Code(words) => text.push_str(words),
            Span::Emphasis(inner) | Span::Strong(inner) | Span::Link { spans: inner, .. } => {
                plain_into(inner, text);
            }
            Span::Break => text.push(' '),
        }
    }
}

/// The same blocks, with links reduced to their words.
pub fn without_links(blocks: &[Block]) -> Vec<Block> {
    let mut free = blocks.to_vec();
    unlink(&mut free, &mut |_| true);
    free
}

/// Reduces those links to their words for which `away` returns true.
pub fn unlink(blocks: &mut [Block], away: &mut dyn FnMut(&Target) -> bool) {
    for block in blocks {
        match block {
            Block::Heading { spans, .. } | Block::Paragraph(spans) => unlink_words(spans, away),
            Block::List { items, .. } => items.iter_mut().for_each(|item| unlink(item, away)),
            Block::Quote(inner) => unlink(inner, away),
            Block::Code(_) | Block::Rule => {}
        }
    }
}

/// The same in a row of words.
pub fn unlink_words(spans: &mut Vec<Span>, away: &mut dyn FnMut(&Target) -> bool) {
    for mut span in std::mem::take(spans) {
        if let Span::Emphasis(inner) | Span::Strong(inner) | Span::Link { spans: inner, .. } = &mut span {
            unlink_words(inner, away);
        }
        match span {
            Span::Link { to, spans: words } if away(&to) => spans.extend(words),
            span => spans.push(span),
        }
    }
}

/// The words of some blocks, one line for each block, without formatting.
pub fn plain_blocks(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    lines_of(blocks, &mut lines);
    lines.join("\n")
}

fn lines_of(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { spans, .. } | Block::Paragraph(spans) => lines.push(plain(spans)),
            Block::List { items, .. } => items.iter().for_each(|item| lines_of(item, lines)),
            Block::Quote(inner) => lines_of(inner, lines),
            Block::Code(text) => lines.push(text.trim_end().to_owned()),
            Block::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_can_be_left_out() {
        let mut problems = crate::Problems::of("f");
        let read = |text: &str, problems: &mut _| crate::markdown::read_blocks(text, 1, problems);
        let linked = read("A *[b](#/plan)* c\n\n- [d](#/help)\n\n> **e** [f](tel:1)\n", &mut problems);
        let plain = read("A *b* c\n\n- d\n\n> **e** f\n", &mut problems);
        assert_eq!(plain_blocks(&without_links(&linked)), plain_blocks(&plain));
        assert!(!format!("{:?}", without_links(&linked)).contains("Link"));
    }

    #[test]
    fn links_lead_only_where_they_may() {
        for own in ["#/help", "#/modules/feeling-safer/2"] {
            assert_eq!(Target::parse(own), Some(Target::Own(own.into())));
        }
        let file = Target::parse("feeling-safer.md").unwrap();
        assert_eq!(file, Target::Own("#/modules/feeling-safer".into()));
        assert_eq!(file.module(), ModuleId::new("feeling-safer"));
        for out in ["https://example.org", "HTTPS://example.org", "tel:116123", "sms:85258", "mailto:a@b.c"] {
            assert_eq!(Target::parse(out), Some(Target::Out(out.into())));
        }
        for refused in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " https://x",
            "java\nscript:x",
            "data:text/html,x",
            "http://example.org",
            "//example.org",
            "/etc",
            "../other.md",
            "Other.md",
            "#top",
            "",
            "vbscript:x",
            "file:///x",
            "blob:https://x",
            "ｈttps://x",
            "éé",
        ] {
            assert_eq!(Target::parse(refused), None, "{refused}");
        }
    }
}
