//! Whether the colours can be told apart, by the formula of WCAG 2.2:
//! <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use std::collections::BTreeMap;
use waymark::course::colour::contrast;
use xtask::styles;

/// What is on which background, and the least contrast between them: 7 for body text
/// (AAA), 4.5 for all other text, 3 for the edges and signs of controls.
const PAIRS: [(&str, &[&str], f64); 9] = [
    ("ink", &["ground", "paper", "sunk", "note"], 7.0),
    ("soft", &["ground", "paper", "sunk", "note"], 4.5),
    ("way", &["ground", "paper", "sunk", "note"], 4.5),
    ("trouble", &["ground", "paper"], 4.5),
    ("way-ink", &["way"], 4.5),
    ("sign-ink", &["sign"], 4.5),
    ("ground", &["ink"], 4.5),
    ("line", &["ground", "paper"], 3.0),
    ("sign", &["ground", "paper", "sunk", "note"], 3.0),
];

#[test]
fn colours_can_be_told_apart_in_both_themes() {
    let tokens = tokens();
    let mut checked = 0;
    for (on, grounds, least) in PAIRS {
        for ground in grounds {
            for theme in [0, 1] {
                let found = contrast(tokens[on][theme], tokens[*ground][theme]);
                let name = ["light", "dark"][theme];
                assert!(found >= least, "{name}: --{on} on --{ground} is {found:.2}, not {least}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 46);
}

#[test]
fn colours_are_written_in_the_tokens_alone() {
    for name in styles::STYLES.iter().filter(|name| !["tokens.css", "print.css"].contains(name)) {
        let text = styles::read(name).unwrap();
        for line in text.lines().filter(|line| !line.contains("::backdrop")) {
            let is_colour = |word: &str| {
                let word: String = word.chars().take_while(char::is_ascii_alphanumeric).collect();
                [3, 4, 6, 8].contains(&word.len()) && word.chars().all(|c| c.is_ascii_hexdigit())
            };
            let named =
                line.split('#').skip(1).any(is_colour) || line.contains("rgb(") || line.contains("hsl(");
            assert!(!named, "{name}: {line}");
        }
    }
}

/// Each colour, light and dark.
fn tokens() -> BTreeMap<String, [u32; 2]> {
    let text = styles::read("tokens.css").unwrap();
    let line = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": var(--light, ")?;
        let (light, rest) = value.split_once(") var(--dark, ")?;
        // A centre's own colour comes first, and is checked when it is read.
        let (light, dark) = (light.rsplit_once('#')?.1, rest.rsplit_once('#')?.1);
        let (light, dark) = (light.trim_end_matches(')'), dark.trim_end_matches([')', ';']));
        let colour = |digits| u32::from_str_radix(digits, 16).unwrap();
        Some((name.to_owned(), [colour(light), colour(dark)]))
    };
    text.lines().filter_map(line).collect()
}
