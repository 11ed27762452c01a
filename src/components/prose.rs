//! A centre's text on the page.

use super::parts::{all, element, item, nothing, paragraph, words};
use crate::course::{Block, Span, Target};
use leptos::prelude::*;

/// Some blocks, one after the other.
pub fn prose(blocks: &[Block]) -> AnyView {
    all(blocks.iter().map(block))
}

/// One block.
pub fn block(block: &Block) -> AnyView {
    match block {
        // The page has the h1 of its outline, and pages put h2 around steps.
        Block::Heading { spans: words, .. } => element("h2", &[("class", "third")], spans(words)),
        Block::Paragraph(words) => paragraph("", spans(words)),
        Block::List { first: None, items } => element("ul", &[], list_items(items)),
        Block::List { first: Some(first), items } => {
            element("ol", &[("start", &first.to_string())], list_items(items))
        }
        Block::Quote(blocks) => element("blockquote", &[], prose(blocks)),
        Block::Code(text) => element("pre", &[], words(text.clone())),
        Block::Rule => element("hr", &[], nothing()),
    }
}

fn list_items(items: &[Vec<Block>]) -> AnyView {
    let inside = |item: &Vec<Block>| match &item[..] {
        [Block::Paragraph(words)] => spans(words),
        blocks => prose(blocks),
    };
    all(items.iter().map(|blocks| item("", inside(blocks))))
}

/// Some spans, one after the other.
pub fn spans(spans: &[Span]) -> AnyView {
    all(spans.iter().map(span))
}

fn span(span: &Span) -> AnyView {
    match span {
        Span::Text(text) => words(text.clone()),
        Span::Emphasis(inner) => element("em", &[], spans(inner)),
        Span::Strong(inner) => element("strong", &[], spans(inner)),
        Span::Code(text) => element("code", &[], words(text.clone())),
        Span::Link { to, spans: inner } => link(to, spans(inner)),
        Span::Break => element("br", &[], nothing()),
    }
}

/// A link. The only place from which a link leads out: it carries nothing,
/// not even where it was followed from.
fn link(to: &Target, inside: AnyView) -> AnyView {
    let (href, rel, target) = match to {
        Target::Own(address) => (address, "", ""),
        Target::Out(address) if address.starts_with("https:") => (address, "noreferrer", "_blank"),
        Target::Out(address) => (address, "noreferrer", ""),
    };
    element("a", &[("href", href), ("rel", rel), ("target", target)], inside)
}
