//! The path of a goal so far: a drawing, and the same in a table.

use super::Tending;
use crate::components::chart::picture;
use crate::components::here::Text;
use crate::components::paper::piece;
use crate::components::parts::{all, is_so, live, section, soft, subheading, text, when};
use crate::paper::Picture;
use crate::paper::goal::{passed, path_table};
use crate::record::{Goal, Waymark};
use crate::words::Word;
use leptos::prelude::*;

/// The path; nothing while there is only the start.
pub fn view(at: Tending) -> AnyView {
    let say = at.here.words;
    let has_more = is_so(move || at.read(|goal| goal.waymarks().len() > 1));
    // As a text, so that writing elsewhere redraws nothing.
    let signs = text(move || at.read(|goal| goal.waymarks().iter().map(|mark| sign(mark, say)).collect()));
    when(has_more, move || {
        let drawn = live(move || {
            // Read, not only tracked: a memo nobody reads follows nothing.
            signs.with(|_| ());
            at.goal.with_untracked(|goal| {
                let path = goal.as_ref().map(Goal::waymarks).unwrap_or_default();
                all([picture(&Picture::path(&path), say), piece(&path_table(&path, say), say)])
            })
        });
        let title = subheading("path", say.say(Word::Path));
        section("", "path", all([title, soft(say.say(Word::PathAbout)), drawn]))
    })
}

fn sign(mark: &Waymark, say: Text) -> String {
    format!("{} {}\n", mark.on, passed(mark.passed, say))
}
