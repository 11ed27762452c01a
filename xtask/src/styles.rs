//! The files of `style/`: the styles as one text, and the pictures.

use crate::Outcome;
use crate::setup::root;

/// The style files, in the order of their layers.
pub const STYLES: [&str; 11] = [
    "layers.css",
    "reset.css",
    "tokens.css",
    "base.css",
    "layout.css",
    "components.css",
    "exercises.css",
    "paper.css",
    "class.css",
    "utilities.css",
    "print.css",
];

/// All styles in one text, without comments.
pub fn all() -> Outcome<String> {
    let texts: Outcome<Vec<String>> = STYLES.iter().map(|name| read(name)).collect();
    Ok(without(&texts?.concat(), "/*", "*/"))
}

/// The pictures, to be used by their ids.
pub fn pictures() -> Outcome<String> {
    Ok(without(&read("pictures.svg")?, "<!--", "-->"))
}

/// A file of `style/`.
pub fn read(name: &str) -> Outcome<String> {
    let path = root().join("style").join(name);
    std::fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// A text without what is between two marks, and without empty lines.
pub fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once(to).map_or("", |(_, rest)| rest));
    }
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}
