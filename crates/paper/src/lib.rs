//! What goes on paper or into a file: plain pieces, made of the course, the
//! learner's words and the interface's words.
//!
//! ```text
//! exercise + answer  ┐
//! goal               ├→ Paper → a view that prints, or Markdown
//! plan, learning plan│
//! what was ticked    ┘
//! ```
//!
//! A paper holds what it shows and nothing else: what is seen is what prints.

pub mod answers;
pub mod goal;
pub mod markdown;
pub mod plan;
pub mod sheet;
#[cfg(test)]
mod tests;
pub mod worksheets;

use record::Mark;
pub use record::ties::{Near, Tie};
use record::waymarks::Waymark;

/// Something to print, or to save as a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Its heading.
    pub title: String,
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
    /// Whether it is in large print.
    pub is_large: bool,
}

impl Paper {
    /// A paper in the usual size of print.
    pub fn new(title: String, pieces: Vec<Piece>) -> Self {
        Self { title, pieces, is_large: false }
    }
}

/// A piece of paper's text.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// The heading of a part.
    Heading(String),
    /// What the words after it are about: a question, a label.
    About(String),
    /// Quiet words of the interface or the course.
    Soft(String),
    /// The learner's words, in lines.
    Words(Vec<String>),
    /// The learner's words as a list; numbered where their order matters.
    Items(Vec<String>, Listed),
    /// Boxes, ticked or not, with what each is for.
    Boxes(Vec<(bool, String)>),
    /// Numbers to ring, between the meanings of the lowest and the highest.
    Numbers {
        /// What each row of numbers is for, if there are several.
        name: String,
        /// The lowest number and the highest.
        range: (u8, u8),
        /// What those two mean.
        ends: (String, String),
    },
    /// A table: its headings and its rows.
    Table(Vec<String>, Vec<Vec<String>>),
    /// That many empty lines to write on.
    Room(u8),
    /// Cards to cut out; blank ones are for words of one's own.
    Cards(Vec<String>),
    /// A drawing. Words beside it say what it shows.
    Picture(Picture),
}

impl Piece {
    /// The learner's words, unchanged.
    pub fn words(own: &str) -> Self {
        Self::Words(own.lines().map(str::to_owned).collect())
    }
}

/// Whether the order of a list matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// It does not.
    Plainly,
    /// It does.
    Numbered,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// Numbers over time, from the lowest possible to the highest.
    Chart(Vec<Mark>, u8, u8),
    /// Areas around a centre, on the first day and the last.
    Wheel(Vec<Vec<Option<u8>>>, u8, u8),
    /// People around a centre.
    People(Vec<(Tie, Near)>),
    /// A goal's path: whether each sign is a change of direction.
    Path(Vec<bool>),
}

impl Picture {
    /// The path of a goal.
    pub fn path(waymarks: &[Waymark]) -> Self {
        Self::Path(waymarks.iter().map(|mark| mark.passed.is_turn()).collect())
    }
}
