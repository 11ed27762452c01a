//! A centre's own colours, and whether they can be read.
//!
//! Contrast is calculated as in WCAG 2.2:
//! <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use super::front_matter::FrontMatter;
use super::problem::{Problems, Trouble};

/// One of the colours a centre can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// The style's name for it: `way` (links and buttons) or `sign` (help, focus).
    pub name: &'static str,
    /// Whether it is for dark screens.
    pub is_dark: bool,
    /// Red, green and blue, a byte each.
    pub value: u32,
}

/// The keys in `centre.md`, the style's names for them, and whether they are
/// for dark screens.
pub const KEYS: [(&str, &str, bool); 4] = [
    ("colour", "way", false),
    ("colour-dark", "way", true),
    ("sign", "sign", false),
    ("sign-dark", "sign", true),
];

/// The backgrounds that links are read on, light and dark, from `style/tokens.css`. (A
/// test keeps the two the same.)
pub const GROUNDS: [[u32; 4]; 2] =
    [[0xfb_f7_ee, 0xff_fd_f9, 0xf2_ec_de, 0xfc_ef_d6], [0x16_1e_1b, 0x1f_29_25, 0x10_17_14, 0x35_2d_1d]];

/// The least contrast of text, WCAG 2.2's 1.4.3.
pub const LEAST: f64 = 4.5;

impl Colour {
    /// The colour as style sheets write it: `#1b5747`.
    pub fn css(self) -> String {
        css(self.value)
    }

    /// The colour of words on it: white or near black, whichever is easier to read.
    pub fn words_on_it(self) -> String {
        css([0xff_ff_ff, 0x10_10_10].into_iter().fold(0xff_ff_ff, |best, ink| {
            if contrast(ink, self.value) > contrast(best, self.value) { ink } else { best }
        }))
    }
}

fn css(value: u32) -> String {
    format!("#{value:06x}")
}

/// The centre's colours, without those that would be too hard to read.
pub fn read(front: &FrontMatter, problems: &mut Problems) -> Vec<Colour> {
    let mut colours = Vec::new();
    for (key, name, is_dark) in KEYS {
        let Some((line, text)) = front.get(key) else {
            continue;
        };
        let Some(value) = parse(text) else {
            problems.note(line, Trouble::ColourWrong, text);
            continue;
        };
        let grounds = GROUNDS[usize::from(is_dark)];
        let least = grounds.into_iter().map(|ground| contrast(value, ground)).fold(21.0, f64::min);
        if least < LEAST {
            // Rounded down, so that 4.49 is not called 4.5. Contrasts are from 1 to 21.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let tenths = (least * 10.0) as u32;
            let told = format!("{text} ({}.{})", tenths / 10, tenths % 10);
            problems.note(line, Trouble::ColourFaint, &told);
            continue;
        }
        colours.push(Colour { name, is_dark, value });
    }
    colours
}

fn parse(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    plain.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}

/// The contrast of two colours, from 1 to 21.
pub fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let part = f64::from((colour >> shift) & 0xff) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { to_the_2_4((part + 0.055) / 1.055) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

/// A number from 0 to 1 to the power of 2.4. (`powf` is more code to fetch than this.)
fn to_the_2_4(number: f64) -> f64 {
    // Newton's method for the fifth root; from 1 it falls towards the root, and arrives long
    // before this ends.
    let root = (0..60).fold(1.0, |root: f64, _| (4.0 * root + number / root.powi(4)) / 5.0);
    number * number * root * root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_is_right() {
        assert!((contrast(0x00_00_00, 0xff_ff_ff) - 21.0).abs() < 0.001);
        assert!((contrast(0x77_77_77, 0xff_ff_ff) - 4.48).abs() < 0.01);
    }

    #[test]
    fn a_power_is_what_it_is() {
        for hundredths in 1..=100 {
            let number = f64::from(hundredths) / 100.0;
            assert!((to_the_2_4(number) - number.powf(2.4)).abs() < 1e-12, "{number}");
        }
    }

    #[test]
    fn colours_that_can_be_read_are_taken() {
        for (line, found, trouble) in [
            ("colour: #1b5747", Some(("way", false)), None),
            ("colour-dark: #A3D8C2", Some(("way", true)), None),
            ("sign: #a94a12", Some(("sign", false)), None),
            ("colour: #a3d8c2", None, Some(Trouble::ColourFaint)),
            ("colour-dark: #1b5747", None, Some(Trouble::ColourFaint)),
            ("colour: green", None, Some(Trouble::ColourWrong)),
            ("colour: #123", None, Some(Trouble::ColourWrong)),
            ("colour: #12345g", None, Some(Trouble::ColourWrong)),
            ("colour: #+12345", None, Some(Trouble::ColourWrong)),
        ] {
            let mut problems = Problems::of("centre.md");
            let text = format!("---\n{line}\n---\n");
            let colours = read(&FrontMatter::read(&text, &mut problems), &mut problems);
            let found_here = colours.first().map(|colour| (colour.name, colour.is_dark));
            assert_eq!(
                (found_here, problems.into_vec().first().map(|p| p.trouble)),
                (found, trouble),
                "{line}"
            );
        }
    }

    #[test]
    fn words_on_a_colour_can_be_read() {
        for value in [0x1b_57_47, 0xa3_d8_c2, 0x76_76_76, 0xff_ff_ff, 0] {
            let colour = Colour { name: "way", is_dark: false, value };
            let ink = parse(&colour.words_on_it()).unwrap();
            assert!(contrast(ink, value) >= 4.4, "{value:06x}");
        }
    }

    #[test]
    fn the_grounds_are_those_of_the_styles() {
        let tokens = include_str!("../../../style/tokens.css");
        for (at, name) in ["ground", "paper", "sunk", "note"].iter().enumerate() {
            let [light, dark] = [GROUNDS[0][at], GROUNDS[1][at]];
            let line = format!("--{name}: var(--light, #{light:06x}) var(--dark, #{dark:06x});");
            assert!(tokens.contains(&line), "{line}");
        }
    }
}
