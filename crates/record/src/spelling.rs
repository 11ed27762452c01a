//! The ways in which devices spell one and the same passphrase.
//!
//! A file is closed with a passphrase as it was typed, so that other programs open it with
//! the same keys pressed. Another device may type it in another form of Unicode.

/// A text in one of Unicode's forms: `String.normalize` of the browser.
pub type Form = fn(&str, &str) -> String;

/// A passphrase as it was typed, and then as other devices may type it, each once.
pub fn all(typed: &str, form: Form) -> Vec<String> {
    let mut all = vec![typed.to_owned()];
    for name in ["NFC", "NFKC", "NFD", "NFKD", ""] {
        let spelling = if name.is_empty() { wide(&form(typed, "NFKC")) } else { form(typed, name) };
        if !all.contains(&spelling) {
            all.push(spelling);
        }
    }
    all
}

/// Full-width letters, as a Japanese keyboard can type them; accented ones are not among them.
fn wide(plain: &str) -> String {
    if !plain.chars().all(|letter| letter.is_ascii() || letter >= '\u{2e80}') {
        return plain.to_owned();
    }
    let wide = |letter| match letter {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(letter) + 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    plain.chars().map(wide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    /// Does the browser's part natively.
    fn form(text: &str, name: &str) -> String {
        match name {
            "NFC" => text.nfc().collect(),
            "NFD" => text.nfd().collect(),
            "NFKC" => text.nfkc().collect(),
            "NFKD" => text.nfkd().collect(),
            _ => panic!("{name} is no form"),
        }
    }

    #[test]
    fn what_looks_the_same_is_tried_whichever_way_it_was_typed() {
        for spellings in [
            &["hitori2026", "ｈｉｔｏｒｉ２０２６"][..],
            &["m\u{e9}lisse", "me\u{301}lisse"],
            &["ガーデン", "カ\u{3099}ーテ\u{3099}ン"],
            &["鍵 ひとり2026", "鍵　ひとり２０２６"],
            &["\u{212b}ngstrom", "\u{c5}ngstrom", "A\u{30a}ngstrom"],
            &["\u{1112}\u{1161}\u{11ab}", "\u{d55c}"],
        ] {
            for typed in spellings {
                let tried = all(typed, form);
                assert_eq!(tried[0], *typed, "as typed comes first");
                // No key types the Ångström sign by itself: it is read, but never written.
                for other in spellings.iter().filter(|other| !other.contains('\u{212b}')) {
                    assert!(tried.contains(&(*other).to_owned()), "{other} for {typed}: {tried:?}");
                }
            }
        }
        assert!(all("ｶﾞｰﾃﾞﾝ", form).contains(&"ガーデン".to_owned()));
    }

    #[test]
    fn no_spelling_is_tried_twice() {
        // Each try takes a third of a second.
        for (typed, tries) in
            [("", 1), ("hitori", 2), ("mélisse", 2), ("ひとり", 1), ("ガーデン", 2), ("ﬁn é", 4)]
        {
            let tried = all(typed, form);
            assert_eq!(tried.len(), tries, "{tried:?}");
        }
    }
}
