//! Numbers to call or write to, as people write them.

/// The address that calls a number or writes to it, as telephones read it: digits, with
/// a `+` before them where there is one. Spaces, dots, hyphens and brackets are left
/// out, and the `(0)` of `+44 (0)`. A number by itself is one to call.
pub fn call(link: &str) -> Option<String> {
    let link = link.trim();
    let (scheme, rest) = match link.split_once(':') {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("tel".to_owned(), link),
    };
    let (number, more) = rest.find('?').map_or((rest, ""), |at| rest.split_at(at));
    if !matches!(scheme.as_str(), "tel" | "sms") || more.contains(char::is_whitespace) {
        return None;
    }
    Some(format!("{scheme}:{}{more}", dialled(number)?))
}

/// The digits of a number, if a text is one and nothing else.
pub fn dialled(text: &str) -> Option<String> {
    let text = text.trim();
    let abroad = text.starts_with(['+', '＋']);
    let text = if abroad { text.replacen("(0)", "", 1) } else { text.to_owned() };
    let mut number = if abroad { "+".to_owned() } else { String::new() };
    for c in text.trim_start_matches(['+', '＋']).chars() {
        match c {
            '0'..='9' => number.push(c),
            '０'..='９' => number.extend(char::from_u32(u32::from(c) - 0xfee0)),
            '.' | '-' | '(' | ')' | '（' | '）' | '－' | '\u{2010}'..='\u{2015}' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    number.contains(|c: char| c.is_ascii_digit()).then_some(number)
}

/// Whether a number that people read and one that a tap calls are the same, also where
/// one of them has the country before it.
pub fn agree(read: &str, called: &str) -> bool {
    let abroad = |number: &str| number.strip_prefix('+').or(number.strip_prefix("00")).map(str::to_owned);
    let at_home = |whole: &str, own: &str| {
        let own = own.trim_start_matches('0');
        // Countries have one to three digits.
        whole.ends_with(own) && (1..=3).contains(&(whole.len() - own.len()))
    };
    match (abroad(read), abroad(called)) {
        (Some(read), None) => at_home(&read, called),
        (None, Some(called)) => at_home(&called, read),
        (Some(read), Some(called)) => read == called,
        (None, None) => read == called,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (written, wanted) in [
            ("tel:01632 960123", "tel:01632960123"),
            ("tel: 01632.960.123", "tel:01632960123"),
            ("Tel:+44 (0)1632 960-123", "tel:+441632960123"),
            ("tel:(01632) 960 123", "tel:01632960123"),
            ("tel:０３－１２３４", "tel:031234"),
            ("116 123", "tel:116123"),
            ("sms:852 58?body=SHOUT", "sms:85258?body=SHOUT"),
        ] {
            assert_eq!(call(written).as_deref(), Some(wanted), "{written}");
        }
        for other in ["tel:", "tel:call me", "mailto:1@a.org", "sms:1?body=a b", "x y", "", "2026.md"] {
            assert_eq!(call(other), None, "{other}");
        }
    }

    #[test]
    fn a_number_with_its_country_is_the_same() {
        for (read, called, same) in [
            ("01632960123", "+441632960123", true),
            ("+441632960123", "01632960123", true),
            ("00441632960123", "+441632960123", true),
            ("116123", "116123", true),
            ("116123", "+49116123", true),
            ("116123", "123", false),
            ("123", "116123", false),
            ("01632960123", "960123", false),
            ("01632960123", "1632960123", false),
            ("+441632960123", "+1632960123", false),
            ("01632960123", "0", false),
            ("116123", "116132", false),
            ("01632960123", "01632960124", false),
        ] {
            assert_eq!(agree(read, called), same, "{read} {called}");
        }
    }
}
