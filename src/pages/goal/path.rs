//! The path of a goal so far: a drawing, and the same in a table.

use super::Tending;
use crate::components::chart::picture;
use crate::components::paper::piece;
use crate::components::parts::{all, is_so, live, section, soft, subheading, when};
use crate::paper::Picture;
use crate::paper::goal::path_table;
use crate::words::Word;
use leptos::prelude::*;

/// Nothing while there was only the start.
pub fn view(at: Tending) -> AnyView {
    let say = at.here.words;
    let has_more = is_so(move || at.read(|goal| goal.waymarks().len() > 1));
    when(has_more, move || {
        let drawn = live(move || {
            at.goal.with(|goal| {
                let path = goal.as_ref().map(|goal| goal.waymarks()).unwrap_or_default();
                all([picture(&Picture::path(&path), say), piece(&path_table(&path, say), say)])
            })
        });
        let title = subheading("path", say.say(Word::Path));
        section("", "path", all([title, soft(say.say(Word::PathAbout)), drawn]))
    })
}
