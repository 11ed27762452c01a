//! `about.md`: how the course was made and who has read it. A centre may leave it out.

use super::front_matter::FrontMatter;
use super::markdown;
use super::problem::{Problem, Problems};
use super::text::Block;

/// The page about the course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its title; empty where the file has none.
    pub title: String,
    /// The text below it.
    pub blocks: Vec<Block>,
}

/// Reads `about.md`. Never fails.
pub fn parse(file: &str, text: &str) -> (About, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let front = FrontMatter::read(text, &mut problems);
    front.check_keys(&["title"], &mut problems);
    let title = front.need("title", &mut problems).to_owned();
    let blocks = markdown::read_blocks(front.rest, front.rest_line, &mut problems);
    (About { title, blocks }, problems.into_vec())
}
