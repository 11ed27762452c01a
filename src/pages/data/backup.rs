//! Taking everything along as a file, and bringing such a file back.

use crate::browser::upload::{self, NotRead};
use crate::browser::{clock, download};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, control, element, live, nothing, paragraph, section, soft, subheading, words,
};
use crate::record::backup::{self, NotBackup, Restore, Text};
use crate::words::Word;
use leptos::prelude::*;

/// Where bringing back stands.
#[derive(Clone)]
enum Stage {
    /// No file was chosen.
    Open,
    /// A file was read: what it would do.
    Found(Restore),
    /// It is done: what was written.
    Done(Vec<Text>),
    /// Something to say.
    Said(Word),
}

/// Bringing back, as it stands on the page.
#[derive(Clone, Copy)]
struct Restoring {
    here: Here,
    stage: StoredValue<Stage>,
    /// Goes up when the stage changes.
    changed: RwSignal<u32>,
    /// To be called when something is kept that was not, or the other way.
    kept: Callback<()>,
}

impl Restoring {
    fn set(self, stage: Stage) {
        // The page may be gone when a file has been read.
        let _ = self.stage.try_set_value(stage);
        let _ = self.changed.try_update(|times| *times += 1);
    }
}

/// A button that saves everything as a file.
pub fn save(here: Here) -> AnyView {
    let save = move || {
        let now = clock::now();
        let file = backup::write(&here.learner.texts(), &now);
        download::save(&format!("waymark-backup-{}.json", now.date), "application/json", &file);
    };
    section(
        "",
        "backup",
        all([
            subheading("backup", here.say(Word::Backup)),
            soft(here.say(Word::BackupAbout)),
            button("", words(here.say(Word::BackupSave)), save),
        ]),
    )
}

/// Chooses a file, says what it would bring, brings it, and undoes that.
/// `changed` is called when something is kept that was not, or the other way.
pub fn restore(here: Here, changed: Callback<()>) -> AnyView {
    let at =
        Restoring { here, stage: StoredValue::new(Stage::Open), changed: RwSignal::new(0), kept: changed };
    let choose = move |event: web_sys::Event| {
        upload::read(&event, move |text| at.set(read(here, text)));
    };
    let file = [("type", "file"), ("accept", ".json,application/json"), ("autocomplete", "off")];
    let file = control("input", &file, "change", choose, nothing());
    let label = element("span", &[], words(here.say(Word::RestoreChoose)));
    let inside = [
        subheading("restore", here.say(Word::Restore)),
        element("label", &[("class", "file")], all([label, file])),
        element("div", &[("role", "status")], live(move || said(at))),
    ];
    section("", "restore", all(inside))
}

fn read(here: Here, text: Result<String, NotRead>) -> Stage {
    let text = match text {
        Ok(text) => text,
        Err(NotRead::TooLarge) => return Stage::Said(Word::RestoreLarge),
        Err(NotRead::Failed) => return Stage::Said(Word::RestoreBroken),
    };
    match backup::read(&text) {
        Ok(texts) => Stage::Found(backup::compare(texts, &here.learner.texts())),
        Err(NotBackup::Broken) => Stage::Said(Word::RestoreBroken),
        Err(NotBackup::Foreign) => Stage::Said(Word::RestoreForeign),
        Err(NotBackup::Newer) => Stage::Said(Word::RestoreNewer),
    }
}

fn said(at: Restoring) -> AnyView {
    let here = at.here;
    at.changed.track();
    match at.stage.get_value() {
        Stage::Open => nothing(),
        Stage::Said(word) => paragraph("notice", words(here.say(word))),
        Stage::Found(found) => {
            let numbers = [found.new.len(), found.same, found.different.len()].map(|n| n.to_string());
            let [new, same, different] = &numbers;
            let parts = [("new", &new[..]), ("same", same), ("different", different)];
            let bring = move || {
                let done = here.learner.restore(&found);
                at.set(done.map_or(Stage::Said(Word::RestoreFailed), Stage::Done));
                at.kept.run(());
            };
            let found = paragraph("", words(here.words.fill(Word::RestoreFound, &parts)));
            all([found, button("", words(here.say(Word::RestoreDo)), bring)])
        }
        Stage::Done(written) => {
            let undo = move || {
                here.learner.undo_restore(&written);
                at.set(Stage::Said(Word::RestoreUndone));
                at.kept.run(());
            };
            let done = paragraph("", words(here.say(Word::RestoreDone)));
            all([done, button("quiet", words(here.say(Word::RestoreUndo)), undo)])
        }
    }
}
