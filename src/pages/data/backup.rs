//! Saving everything as a backup file, and restoring one.

use crate::browser::upload::{self, NotRead};
use crate::browser::{clock, device, download, language, random};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, control, details, element, live, nothing, paragraph, section, soft, subheading, words,
};
use crate::components::passphrase::{self, For};
use crate::course::utf8;
use crate::keep::Restored;
use crate::record::age::{self, NotOpened};
use crate::record::backup::{self, NotBackup, Restore};
use crate::record::{Change, spelling};
use crate::words::Word;
use leptos::prelude::*;

/// The stages of restoring a backup.
#[derive(Clone)]
enum Stage {
    /// No file was chosen.
    Open,
    /// A file was read that needs a passphrase.
    Closed(Vec<u8>),
    /// A file was read, and this is what it would do.
    Found(Restore),
    /// It is done, and this is what was written.
    Done(Restored, String),
    /// There is something to say about it.
    Said(Word),
}

/// Restoring, as the page shows it.
#[derive(Clone, Copy)]
struct Restoring {
    here: Here,
    stage: StoredValue<Stage>,
    /// Goes up when the stage changes.
    changed: RwSignal<u32>,
}

impl Restoring {
    fn set(self, stage: Stage) {
        // The page may be gone by the time a file has been read.
        let _ = self.stage.try_set_value(stage);
        let _ = self.changed.try_update(|times| *times += 1);
    }
}

/// Saves everything as a file, plain or closed with a passphrase.
pub fn save(here: Here) -> AnyView {
    let plain = move || {
        let (name, file) = file(here);
        download::save(&name, "application/json", &file);
        saved(here);
    };
    let closed = move |_: &str, new: &str| {
        let (name, file) = file(here);
        let Some(bytes) = random::secret() else {
            return Some(Word::BackupNotClosed);
        };
        match age::close(file.as_bytes(), new, &bytes) {
            Ok(file) => download::save(&format!("{name}.age"), "text/plain", &file),
            Err(_) => return Some(Word::BackupNotClosed),
        }
        saved(here);
        Some(Word::BackupClosed)
    };
    let with_passphrase = all([
        paragraph("", words(here.say(Word::BackupCloseAbout))),
        soft(here.say(Word::PassphraseAdvice)),
        passphrase::ask(here, For::New, Word::BackupCloseSave, closed),
    ]);
    section(
        "",
        "backup",
        all([
            subheading("backup", here.say(Word::Backup)),
            soft(here.say(Word::BackupAbout)),
            button("", words(here.say(Word::BackupSave)), plain),
            details("", here.say(Word::BackupClose), with_passphrase),
        ]),
    )
}

/// Notes that a file was saved. Whoever does that wants things kept, so it is a good
/// moment to ask the browser once more.
fn saved(here: Here) {
    here.learner.change(Change::BackedUp(clock::today()));
    if here.learner.is_in_browser() {
        device::ask_to_promise();
    }
}

/// The file of everything, and its name.
fn file(here: Here) -> (String, String) {
    let now = clock::now();
    (format!("waymark-backup-{}.json", now.date), backup::write(&here.learner.texts(), &now))
}

/// Choosing a file, seeing what it would bring, restoring it, and undoing that.
pub fn restore(here: Here) -> AnyView {
    let at = Restoring { here, stage: StoredValue::new(Stage::Open), changed: RwSignal::new(0) };
    // The file chosen last counts, however long each takes to read.
    let times = StoredValue::new(0_u32);
    let choose = move |event: web_sys::Event| {
        times.update_value(|times| *times += 1);
        let this = times.get_value();
        let then = move |file: upload::Read| {
            if times.try_get_value() == Some(this) {
                at.set(read(here, file.map(|(_, bytes)| bytes)));
            }
        };
        upload::read(&event, Box::new(then));
    };
    let file = [("type", "file"), ("accept", ".json,.age,application/json"), ("autocomplete", "off")];
    let file = control("input", &file, "change", choose, nothing());
    let label = element("span", &[], words(here.say(Word::RestoreChoose)));
    let inside = [
        subheading("restore", here.say(Word::Restore)),
        element("label", &[("class", "file")], all([label, file])),
        element("div", &[("role", "status")], live(move || said(at))),
    ];
    section("", "restore", all(inside))
}

fn read(here: Here, bytes: Result<Vec<u8>, NotRead>) -> Stage {
    match bytes {
        Ok(bytes) if age::is_one(&bytes) => Stage::Closed(bytes),
        Ok(bytes) => found(here, bytes),
        Err(NotRead::TooLarge) => Stage::Said(Word::RestoreLarge),
        Err(NotRead::Failed) => Stage::Said(Word::RestoreBroken),
    }
}

fn found(here: Here, bytes: Vec<u8>) -> Stage {
    let Ok(text) = String::from_utf8(bytes) else {
        return Stage::Said(Word::RestoreBroken);
    };
    match backup::read(&text) {
        Ok(texts) => {
            let there = here.learner.texts();
            let found = backup::compare(texts, &there);
            if found.may_fit(&there) { Stage::Found(found) } else { Stage::Said(Word::RestoreNoRoom) }
        }
        Err(NotBackup::Broken) => Stage::Said(Word::RestoreBroken),
        Err(NotBackup::Foreign) => Stage::Said(Word::RestoreForeign),
        Err(NotBackup::Newer) => Stage::Said(Word::RestoreNewer),
    }
}

/// Opens a closed file. Another passphrase can be tried; anything else wrong
/// with the file stays wrong.
fn open(at: Restoring, bytes: &[u8], passphrase: &str) -> Option<Word> {
    match age::open_with_any(bytes, &spelling::all(passphrase, language::normal)) {
        Ok(bytes) => at.set(found(at.here, utf8::plain(bytes))),
        Err(NotOpened::Passphrase) => return Some(Word::PassphraseWrong),
        Err(NotOpened::Broken) => at.set(Stage::Said(Word::RestoreBroken)),
        Err(NotOpened::NoPassphrase) => at.set(Stage::Said(Word::RestoreNoPassphrase)),
        Err(NotOpened::TooMuch) => at.set(Stage::Said(Word::RestoreTooMuch)),
    }
    None
}

/// What was restored, in numbers.
fn said_of(here: Here, found: &Restore) -> String {
    let parts = [found.new.len() - found.held, found.different.len()].map(|number| number.to_string());
    let mut said = here.words.fill(Word::RestoreDone, &[("new", &parts[0]), ("different", &parts[1])]);
    if found.held > 0 {
        said.push(' ');
        said.push_str(&here.words.count(Word::RestoreHeld, found.held));
    }
    said
}

fn said(at: Restoring) -> AnyView {
    let here = at.here;
    at.changed.track();
    match at.stage.get_value() {
        Stage::Open => nothing(),
        Stage::Said(word) => paragraph("notice", words(here.say(word))),
        Stage::Closed(bytes) => {
            let bytes = StoredValue::new(bytes);
            let open = move |old: &str, _: &str| bytes.with_value(|bytes| open(at, bytes, old));
            let asked = paragraph("", words(here.say(Word::RestoreClosed)));
            all([asked, passphrase::ask(here, For::Open, Word::RestoreOpen, open)])
        }
        Stage::Found(found) => {
            if found.new.is_empty() && found.different.is_empty() {
                let nothing = if found.same == 0 { Word::RestoreEmpty } else { Word::RestoreSame };
                return paragraph("notice", words(here.say(nothing)));
            }
            let numbers = [found.new.len(), found.same, found.different.len()].map(|n| n.to_string());
            let [new, same, different] = &numbers;
            let parts = [("new", &new[..]), ("same", same), ("different", different)];
            let bring = move || {
                let done = here.learner.restore(&found);
                let said = said_of(here, &found);
                at.set(done.map_or(Stage::Said(Word::RestoreFailed), |done| Stage::Done(done, said)));
            };
            let found = paragraph("", words(here.words.fill(Word::RestoreFound, &parts)));
            all([found, button("", words(here.say(Word::RestoreDo)), bring)])
        }
        Stage::Done(written, said) => {
            let undo = move || {
                here.learner.undo_restore(&written);
                at.set(Stage::Said(Word::RestoreUndone));
            };
            let done = paragraph("", words(said));
            all([done, button("quiet", words(here.say(Word::RestoreUndo)), undo)])
        }
    }
}
