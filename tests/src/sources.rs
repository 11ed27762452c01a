//! The app's sources as Rust reads them: tokens, so that neither comments nor the way
//! a line is broken hide anything, and macros are read like everything else.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use xtask::setup::root;

/// One token of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Word(String),
    /// What is between the quotes of a string.
    Text(String),
    /// A sign, or any other literal.
    Sign(String),
    /// An opening bracket: `(`, `[` or `{`.
    Open(char),
    /// A closing bracket.
    Close(char),
}

impl Token {
    /// Whether it is this name or keyword.
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, sign: &str) -> bool {
        matches!(self, Self::Sign(own) if own == sign)
    }

    /// What is between its quotes, if it is a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A source file.
pub struct Source {
    /// Its path in its folder, such as `components/field.rs`.
    pub name: String,
    /// How many lines it has.
    pub lines: usize,
    /// What it says.
    pub tokens: Vec<Token>,
}

impl Source {
    /// Every Rust source in a folder of the checkout, at any depth.
    pub fn all_in(folder: &str) -> Vec<Self> {
        let folder = root().join(folder);
        let mut paths = Vec::new();
        collect(&folder, &mut paths);
        let read = |path: PathBuf| {
            let name = path.strip_prefix(&folder).unwrap().display().to_string();
            Self::of(&name, &std::fs::read_to_string(path).unwrap())
        };
        paths.into_iter().map(read).collect()
    }

    /// A source of that name with that text.
    pub fn of(name: &str, text: &str) -> Self {
        let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        Self { name: name.to_owned(), lines: text.lines().count(), tokens }
    }

    /// The path of its module from the root of its crate.
    fn module(&self) -> Vec<String> {
        let path = self.name.trim_end_matches(".rs").split('/');
        path.filter(|part| !["lib", "mod"].contains(part)).map(str::to_owned).collect()
    }

    /// The paths by which it names things of its own crate, from the root of the crate:
    /// `crate::`, `super::` and `self::`, in a `use` or not, with groups taken apart.
    pub fn own_paths(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        let mut modules = Modules { path: self.module(), open: Vec::new() };
        let mut at = 0;
        while at < self.tokens.len() {
            modules.pass(&self.tokens, at);
            at = match self.base(at, &modules.path) {
                Some((base, next)) => self.tree(next, base, &mut found),
                None => at + 1,
            };
        }
        found
    }

    /// The paths that begin with the name of a crate, with groups taken apart.
    pub fn paths_of(&self, name: &str) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            if token.is_word(name) {
                self.tree(at + 1, vec![name.to_owned()], &mut found);
            }
        }
        found
    }

    /// Where a path begins that is relative to the crate, and the token after its beginning.
    fn base(&self, at: usize, module: &[String]) -> Option<(Vec<String>, usize)> {
        let goes_on = |at: usize| self.is_colons(at) || self.is_word(at, "as");
        let mut base = match self.tokens.get(at)? {
            Token::Word(word) if word == "crate" || word == "waymark" => Vec::new(),
            Token::Word(word) if word == "self" && self.is_colons(at + 1) => module.to_vec(),
            Token::Word(word) if word == "super" => parent(module),
            _ => return None,
        };
        let mut next = at + 1;
        while self.is_colons(next) && self.is_word(next + 2, "super") {
            base = parent(&base);
            next += 3;
        }
        goes_on(next).then_some((base, next))
    }

    /// Reads the rest of a path. Gives the token after it.
    fn tree(&self, mut at: usize, mut path: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
        while self.is_colons(at) {
            at += 2;
            match self.tokens.get(at) {
                Some(Token::Word(word)) if word == "self" => {}
                Some(Token::Word(word)) => path.push(word.clone()),
                Some(Token::Open('{')) => return self.group(at + 1, &path, found),
                Some(Token::Sign(sign)) if sign == "*" => path.push("*".to_owned()),
                _ => break,
            }
            at += 1;
        }
        found.push(path);
        at
    }

    /// Reads the paths between braces. Gives the token after the last brace.
    fn group(&self, mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
        while let Some(token) = self.tokens.get(at) {
            let mut path = before.to_vec();
            at += 1;
            match token {
                Token::Close(_) => return at,
                Token::Word(word) if word == "self" => found.push(path),
                Token::Word(word) if word == "as" => at += 1,
                Token::Word(word) => {
                    path.push(word.clone());
                    at = self.tree(at, path, found);
                }
                Token::Sign(sign) if sign == "*" => {
                    path.push("*".to_owned());
                    found.push(path);
                }
                _ => {}
            }
        }
        at
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_word(word))
    }

    fn is_colons(&self, at: usize) -> bool {
        let is_colon = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_sign(":"));
        is_colon(at) && is_colon(at + 1)
    }
}

/// The module that a token is in: that of the file, and those written out inside it.
struct Modules {
    path: Vec<String>,
    /// For each bracket that is open, whether it is that of a module.
    open: Vec<bool>,
}

impl Modules {
    fn pass(&mut self, tokens: &[Token], at: usize) {
        match &tokens[at] {
            Token::Open(_) => {
                let name = match &tokens[at.saturating_sub(2)..at] {
                    [first, Token::Word(name)] if first.is_word("mod") => Some(name.clone()),
                    _ => None,
                };
                self.open.push(name.is_some());
                self.path.extend(name);
            }
            Token::Close(_) if self.open.pop() == Some(true) => {
                self.path.pop();
            }
            _ => {}
        }
    }
}

fn parent(module: &[String]) -> Vec<String> {
    module[..module.len().saturating_sub(1)].to_vec()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        match tree {
            TokenTree::Ident(word) => tokens.push(Token::Word(word.to_string())),
            TokenTree::Punct(sign) => tokens.push(Token::Sign(sign.as_char().to_string())),
            TokenTree::Literal(literal) => tokens.push(literal_token(&literal.to_string())),
            TokenTree::Group(group) if is_documentation(&group.stream()) => {}
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                tokens.extend(open.map(Token::Open));
                flatten(group.stream(), tokens);
                tokens.extend(close.map(Token::Close));
            }
        }
    }
}

/// Whether that is what a doc comment becomes.
fn is_documentation(inside: &TokenStream) -> bool {
    let first = inside.clone().into_iter().next();
    matches!(first, Some(TokenTree::Ident(word)) if word == "doc")
}

fn brackets(delimiter: Delimiter) -> (Option<char>, Option<char>) {
    match delimiter {
        Delimiter::Parenthesis => (Some('('), Some(')')),
        Delimiter::Bracket => (Some('['), Some(']')),
        Delimiter::Brace => (Some('{'), Some('}')),
        Delimiter::None => (None, None),
    }
}

/// A string in any form (`"…"`, `r#"…"#`, `b"…"`) is its text.
fn literal_token(literal: &str) -> Token {
    let text = literal.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
    match text {
        Some((text, _)) if !literal.starts_with('\'') => Token::Text(text.to_owned()),
        _ => Token::Sign(literal.to_owned()),
    }
}
