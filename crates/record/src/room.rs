//! Whether what a backup would bring has room.

use crate::backup::{Restore, Text};

/// How much browsers keep for a site, in UTF-16 units, names included.
const ROOM: usize = 5_242_880;

/// The least that a thing takes there. What Waymark keeps is larger; hundreds of thousands of
/// smaller ones would hold up the page.
const LEAST: usize = 100;

impl Restore {
    /// Whether there may be room for all of it beside what is here. Where there cannot be,
    /// nobody has to wait until that is found out.
    pub fn may_fit(&self, here: &[Text]) -> bool {
        let mut room = Some(ROOM);
        for texts in [here, &self.new, &self.different] {
            for (name, text) in texts {
                let units = name.len() + text.encode_utf16().count();
                room = room.and_then(|room| room.checked_sub(units.max(LEAST)));
            }
        }
        room.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::compare;
    use crate::key::OURS;

    fn text(name: &str, text: &str) -> Text {
        (format!("{OURS}{name}"), text.to_owned())
    }

    #[test]
    fn what_cannot_fit_is_seen_beforehand() {
        let of = |units: usize| vec![text("shelf", &"あ".repeat(units - OURS.len() - "shelf".len()))];
        let new = |units| Restore { new: of(units), ..Restore::default() };
        assert!(new(ROOM).may_fit(&[]));
        assert!(!new(ROOM + 1).may_fit(&[]));
        assert!(new(ROOM - 100).may_fit(&of(100)));
        assert!(!new(ROOM - 100).may_fit(&of(101)));
        assert!(Restore::default().may_fit(&of(ROOM)));
        // Small ones are counted as what they take with everything around them.
        let backup: Vec<Text> = (0..200_000).map(|n| text(&format!("note.{n}"), "1")).collect();
        let found = compare(backup, &[]);
        assert_eq!(found.different.len(), 200_000);
        assert!(!found.may_fit(&[]));
    }
}
