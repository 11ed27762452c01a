//! A file that another program may have saved again: Windows editors put a mark before a
//! text, and some write it as UTF-16.

/// The mark before a text, in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The bytes of a file as UTF-8 without a mark before it. Those of a file that is neither
/// marked nor UTF-16 stay exactly as they are.
pub fn plain(mut file: Vec<u8>) -> Vec<u8> {
    let unit = match file[..] {
        [0xff, 0xfe, ..] | [b'\t'..=b'~', 0, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] | [0, b'\t'..=b'~', ..] => u16::from_be_bytes,
        _ => {
            while file.starts_with(MARK) {
                file.drain(..MARK.len());
            }
            return file;
        }
    };
    let units: Vec<u16> = file.as_chunks().0.iter().map(|two| unit(*two)).collect();
    String::from_utf16_lossy(&units).trim_start_matches('\u{feff}').into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_saves_is_read_as_it_was() {
        let text = "-----BEGIN AGE\r\n{\"何\": \"\u{1f600}\"}";
        for mark in ["", "\u{feff}"] {
            let saved = format!("{mark}{text}");
            let units: Vec<u16> = saved.encode_utf16().collect();
            let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            for file in [saved.clone().into_bytes(), little, big] {
                assert_eq!(plain(file), text.as_bytes(), "{mark:?}");
            }
        }
        let binary = b"age-encryption.org/v1\n\xff\xfe\x00\x80";
        assert_eq!(plain([MARK, binary].concat()), binary);
    }

    #[test]
    fn other_bytes_stay_as_they_are() {
        for bytes in [&b""[..], b"a", b"\x00", b"\x00\x00\x00", b"\xef\xbb", b"\x89PNG\r\n\x00", b"\x80\x00"]
        {
            assert_eq!(plain(bytes.to_vec()), bytes);
        }
        // Cut in the middle of a letter: everything before it is read.
        assert_eq!(plain(b"\xff\xfea\x00b".to_vec()), b"a");
    }
}
