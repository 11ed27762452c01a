//! What people do not tell apart when they look for something: case, accents, the forms and
//! widths of letters, the two kana, kinds of quotes, dashes and spaces.

/// A text with its letters decomposed and in lower case, by the browser's
/// `String.normalize("NFKD")` and `toLowerCase`, so that nobody downloads tables for that.
pub type Forms = fn(&str) -> String;

/// A text folded for search, both what is sought and where. Line endings count as spaces.
pub fn fold(text: &str, forms: Forms) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in forms(text).chars() {
        match letter {
            // Accents, and what only says how letters are joined.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '\u{3099}' => voice(&mut folded, 1),
            '\u{309a}' => voice(&mut folded, 2),
            '‘' | '’' | '‚' | '‛' | '′' | '`' | 'ʼ' => folded.push('\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => folded.push('"'),
            '‐'..='―' | '−' | '〜' | '～' => folded.push('-'),
            'ァ'..='ヶ' => folded.extend(char::from_u32(u32::from(letter) - 0x60)),
            'ς' => folded.push('σ'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            _ if letter.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            _ => folded.push(letter),
        }
    }
    folded
}

/// Puts a mark that was split off back on its kana: a voiced kana is a different letter.
/// The two follow each other in Unicode, except for う.
fn voice(folded: &mut String, by: u32) {
    match folded.pop() {
        Some('う') if by == 1 => folded.push('ゔ'),
        Some(kana @ 'か'..='ほ') => folded.extend(char::from_u32(u32::from(kana) + by)),
        other => folded.extend(other),
    }
}

/// Whether a text contains every word that is sought, both folded.
pub fn has_all(text: &str, sought: &str) -> bool {
    sought.split(' ').all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    /// Does the browser's part natively.
    fn forms(text: &str) -> String {
        text.nfkd().collect::<String>().to_lowercase()
    }

    fn finds(text: &str, sought: &str) -> bool {
        has_all(&fold(text, forms), fold(sought, forms).trim())
    }

    #[test]
    fn what_people_do_not_tell_apart_is_found() {
        for (sought, text) in [
            ("can't", "I can’t"),
            ("can’t", "I can't"),
            ("can`t", "I canʼt"),
            ("cafe\u{301}", "café"),
            ("café", "cafe\u{301}"),
            ("cafe", "CAFÉ"),
            ("resume", "my résumé"),
            ("résumé", "my resume"),
            ("パソコン", "ﾊﾟｿｺﾝ"),
            ("ﾊﾟｿｺﾝ", "パソコン"),
            ("ぱそこん", "パソコン"),
            ("カフェ", "かふぇ"),
            ("abc会", "ＡＢＣ会"),
            ("ＡＢＣ会", "abc会"),
            ("カ\u{3099}ーテ\u{3099}ン", "ガーデン"),
            ("ガーデン", "カ\u{3099}ーテ\u{3099}ン"),
            ("ヴァイオリン", "う\u{3099}ぁいおりん"),
            ("park mo", "a morning in the park"),
            ("park with", "in the park\nwith Mara"),
            ("park  with", "park\u{a0}with"),
            ("park　with", "park with"),
            ("2-3", "2–3"),
            ("2—3", "2-3"),
            ("\"yes\"", "“yes”"),
            ("«oui»", "\"oui\""),
            ("strasse", "Straße"),
            ("ΟΔΟΣ", "οδός"),
            ("istanbul", "İstanbul"),
            ("привет", "ПРИВЕТ"),
            ("ёлка", "е\u{308}лка"),
            ("sørlandet", "Sorlandet"),
            ("zażółć", "zazolc"),
            ("office", "oﬃce"),
            ("㍿", "株式会社"),
            ("①", "1"),
            ("soft", "so\u{ad}ft"),
            ("word", "\u{feff}wo\u{200b}rd"),
            ("가나", "가나"),
        ] {
            assert!(finds(text, sought), "{sought:?} in {text:?}");
        }
    }

    #[test]
    fn what_is_another_word_is_not_found() {
        for (sought, text) in [
            ("か", "が"),
            ("は", "ぱ"),
            ("ハート", "バート"),
            ("park sea", "a morning in the park"),
            ("tea", "coffee"),
            ("ー", "-"),
        ] {
            assert!(!finds(text, sought), "{sought:?} in {text:?}");
        }
    }

    #[test]
    fn a_letter_more_is_found_only_where_the_letters_before_were() {
        let (text, sought) = (fold("A morning in the Park, with Mara", forms), "park mor wi");
        for (end, _) in sought.char_indices().skip(1) {
            assert!(has_all(&text, sought[..end].trim()), "{}", &sought[..end]);
        }
    }
}
