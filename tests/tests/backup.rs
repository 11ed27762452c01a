//! Saving everything as a file, restoring it, and removing it.

use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;
use waymark::record::age;
use waymark_tests::{Page, Site};

/// Keeps what the page saves instead of handing it to the browser's download.
const CATCH: &str = "globalThis.saved = [];
    URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return '#'; };
    HTMLAnchorElement.prototype.click = function () {};";

/// Everything in local storage.
const ALL: &str = "return Object.fromEntries(Object.entries(localStorage))";

/// A folder with one file to choose.
struct Chosen(TempDir);

impl Chosen {
    fn file(text: &[u8]) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("backup.json"), text).unwrap();
        Self(folder)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("backup.json")
    }
}

async fn choose(page: &Page, file: &Chosen) {
    page.write("Choose a backup file", &file.path().display().to_string()).await;
}

/// Erases everything, and waits until the page says so.
async fn erase(page: &Page) {
    page.press("Erase everything here").await;
    page.press("Yes, take it away").await;
    page.sees("Everything this site kept in this browser is erased.").await;
}

/// A page with a little of everything, and the backup it saves.
async fn saved(site: &Site) -> (Page, Chosen) {
    let page = Page::open(site, "").await;
    page.put_a_little_of_everything().await;
    page.put("other.app", "not ours").await;
    page.put("waymark.newer.thing", "unknown to this version").await;
    page.go("#/data").await;
    page.run(CATCH).await;
    page.press("Save a backup file").await;
    page.wait_for("return saved.length === 1").await;
    let file = page.run("return saved[0]").await;
    let file = file.as_str().unwrap();
    assert!(file.contains("Rain on the roof") && !file.contains("not ours"), "{file}");
    (page, Chosen::file(file.as_bytes()))
}

#[tokio::test]
async fn a_backup_brings_everything_back_letter_by_letter_and_can_be_undone() {
    let site = Site::built();
    let (page, file) = saved(&site).await;
    // The settings note the day of the file after it was made.
    page.run("localStorage.removeItem('waymark.settings')").await;
    let before = page.everything().await;
    erase(&page).await;
    assert_eq!(page.keys().await, ["other.app"], "what is another app's stays");
    page.go("#/data").await;
    page.sees("Nothing is kept here yet.").await;
    choose(&page, &file).await;
    page.sees("In this file: 9 new, 0 the same as here, 0 that differ.").await;
    assert_eq!(page.keys().await, ["other.app"], "looking changes nothing");
    page.press("Bring it back").await;
    page.sees("It is brought back.").await;
    assert_eq!(page.everything().await, before);
    page.sees("A goal: Sit in the park on Sundays").await;
    page.press("Undo that").await;
    page.sees("It is undone.").await;
    assert_eq!(page.keys().await, ["other.app"]);
    page.sees("Nothing is kept here yet.").await;
}

#[tokio::test]
async fn what_is_here_stays_and_what_differs_in_the_file_is_set_aside() {
    let site = Site::built();
    let (page, file) = saved(&site).await;
    page.go("#/journal").await;
    page.press("Change this entry").await;
    page.write("Change this entry", " Bread, too.").await;
    page.sees("Kept in this browser").await;
    page.go("#/data").await;
    choose(&page, &file).await;
    page.sees("In this file: 0 new, 8 the same as here, 1 that differ.").await;
    page.press("Bring it back").await;
    page.sees("It is brought back.").await;
    page.sees("Set aside").await;
    let kept = page.kept("waymark.note.n").await.unwrap();
    assert!(kept.contains("Bread, too."), "{kept}");
    let asides: Vec<String> =
        page.keys().await.into_iter().filter(|key| key.starts_with("waymark.aside.")).collect();
    assert_eq!(asides.len(), 1);
    assert!(!page.kept(&asides[0]).await.unwrap().contains("Bread"));
    // A second time: nothing is left to do.
    choose(&page, &file).await;
    page.sees("Everything in this file is here already.").await;
    page.press(&format!("Take away: Kept under “{}”", asides[0])).await;
    page.press("Yes, take it away").await;
    page.wait_for("return !Object.keys(localStorage).some((key) => key.startsWith('waymark.aside.'))").await;
    page.press("Take away: A goal: Sit in the park on Sundays").await;
    page.press("Yes, take it away").await;
    page.is_no_longer_kept("waymark.goal.g").await;
}

#[tokio::test]
async fn a_file_that_is_no_backup_gets_a_sentence_and_changes_nothing() {
    let site = Site::built();
    let (page, file) = saved(&site).await;
    let before = page.run(ALL).await;
    let whole = std::fs::read(file.path()).unwrap();
    let large = vec![b' '; 50_000_000];
    for (bytes, sentence) in [
        (&b""[..], "This file is not whole, or it is no backup."),
        (&whole[..whole.len() / 2], "This file is not whole, or it is no backup."),
        (b"\x00\xff\xfe", "This file is not whole, or it is no backup."),
        (br#"{"tiddlers":[]}"#, "This file is from something else."),
        (br#"{"file":"waymark-backup","form":9,"kept":{}}"#, "A newer version of this site wrote this file."),
        (&large, "This file is too large to be a backup of this site."),
    ] {
        choose(&page, &Chosen::file(bytes)).await;
        page.sees(sentence).await;
        page.sees("Nothing was changed.").await;
        assert_eq!(page.run(ALL).await, before);
    }
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_backup_that_finds_no_room_changes_nothing() {
    let site = Site::built();
    let (page, file) = saved(&site).await;
    erase(&page).await;
    page.go("#/data").await;
    // Filled by another app except for 700 units: some texts fit, but not all.
    page.run(
        "localStorage.setItem('other.app', ''); let size = 5242880 - 9 - 700;
        for (const key of Object.keys(localStorage)) if (key !== 'other.app') size -= key.length + localStorage.getItem(key).length;
        localStorage.setItem('other.app', 'x'.repeat(size))",
    )
    .await;
    let keys = page.keys().await;
    choose(&page, &file).await;
    page.press("Bring it back").await;
    page.sees("There is not enough room in this browser").await;
    assert_eq!(page.keys().await, keys);
    assert_eq!(page.run("return localStorage.getItem('other.app').length > 5000000").await, json!(true));
}

#[tokio::test]
async fn what_was_written_elsewhere_between_looking_and_bringing_back_stays() {
    let site = Site::built();
    let (page, file) = saved(&site).await;
    erase(&page).await;
    page.go("#/data").await;
    choose(&page, &file).await;
    page.sees("In this file: 9 new").await;
    let other = r#"{"form":1,"revision":1,"changed":"2026-02-02T10:00:00","value":{"words":"Newer","state":"going-on","started":"2026-02-02"}}"#;
    page.put("waymark.goal.g", other).await;
    page.press("Bring it back").await;
    page.sees("It is brought back.").await;
    let texts = page.every_kept("waymark.goal.g").await;
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts.contains(&other.to_owned()) && texts.concat().contains("Sit in the park"), "{texts:?}");
    // Whoever opens the goal now sees both texts.
    let first = page.driver().window().await.unwrap();
    let second = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(second).await.unwrap();
    page.driver().goto(site.address("#/goals/g")).await.unwrap();
    page.has_heading("Newer").await;
    page.sees("Sit in the park on Sundays").await;
    page.driver().switch_to_window(first).await.unwrap();
    page.press("Undo that").await;
    page.sees("It is undone.").await;
    assert_eq!(page.every_kept("waymark.goal.g").await, [other]);
}

#[tokio::test]
async fn words_that_found_no_room_are_in_the_backup() {
    let site = Site::built();
    let page = Page::open(&site, "#/journal").await;
    page.run("const size = 5242880 - 9 - 20; localStorage.setItem('other.app', 'x'.repeat(size))").await;
    page.write("Write something of your own, if you like", "Not kept anywhere").await;
    page.sees("There is no more room in this browser.").await;
    page.go("#/data").await;
    page.run(CATCH).await;
    page.press("Save a backup file").await;
    page.wait_for("return saved.length === 1").await;
    assert!(page.run("return saved[0]").await.as_str().unwrap().contains("Not kept anywhere"));
}

const PASSPHRASE: &str = "a passphrase for tests";

/// A file of `tests/saved/`.
fn fixture(name: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "saved", name].iter().collect();
    std::fs::read(path).unwrap()
}

/// Opens a file with Debian's age, which asks for the passphrase on a terminal.
fn opened_by_age(file: &std::path::Path, passphrase: &str) -> String {
    use std::io::Write;
    let opened = file.with_extension("opened");
    let line = format!("age -d -o {} {}", opened.display(), file.display());
    let mut age = std::process::Command::new("script");
    let age = age.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
    let mut age =
        age.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::null()).spawn().unwrap();
    let mut typed = age.stdin.take().unwrap();
    writeln!(typed, "{passphrase}").unwrap();
    assert!(age.wait().unwrap().success(), "age -d opens it");
    std::fs::read_to_string(opened).unwrap()
}

#[tokio::test]
async fn a_closed_backup_opens_with_debians_age_and_here() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/data").await;
    page.run(CATCH).await;
    page.press("Save a backup file").await;
    page.wait_for("return saved.length === 1").await;
    page.unfold("Put a passphrase on the file").await;
    page.write("A new passphrase", PASSPHRASE).await;
    page.write("The new passphrase once more", PASSPHRASE).await;
    page.press("Save a backup file with a passphrase").await;
    page.sees("The backup file with a passphrase is saved.").await;
    page.wait_for("return saved.length === 2").await;
    let closed = page.run("return saved[1]").await;
    let closed = closed.as_str().unwrap();
    assert!(
        closed.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n") && !closed.contains("Rain"),
        "{closed}"
    );
    let file = Chosen::file(closed.as_bytes());
    let opened = opened_by_age(&file.path(), PASSPHRASE);
    let texts = |file: &str| waymark::record::backup::read(file).unwrap();
    let plain = page.run("return saved[0]").await;
    let but_settings = |mut texts: Vec<(String, String)>| {
        texts.retain(|(name, _)| name != "waymark.settings");
        texts
    };
    assert_eq!(but_settings(texts(&opened)), but_settings(texts(plain.as_str().unwrap())));
    erase(&page).await;
    choose(&page, &file).await;
    page.sees("This file has a passphrase.").await;
    page.write("Passphrase", "another passphrase").await;
    page.press("Open the file").await;
    page.sees("This passphrase does not open it. Nothing was changed").await;
    page.write("Passphrase", PASSPHRASE).await;
    page.press("Open the file").await;
    page.sees("In this file: 9 new, 0 the same as here, 0 that differ.").await;
    page.press("Bring it back").await;
    page.sees("A goal: Sit in the park on Sundays").await;
}

#[tokio::test]
async fn a_file_closed_by_the_age_command_opens_here() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    choose(&page, &Chosen::file(&fixture("backup-1.by-age.json.age"))).await;
    page.write("Passphrase", PASSPHRASE).await;
    page.press("Open the file").await;
    page.sees("In this file: 16 new").await;
}

#[tokio::test]
async fn a_closed_file_that_is_wrong_gets_a_sentence_and_changes_nothing() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/data").await;
    let before = page.run(ALL).await;
    let whole = String::from_utf8(fixture("backup-1.json.age")).unwrap();
    let header = |args: &str| {
        format!(
            "age-encryption.org/v1\n-> {args}\ngUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n\
             --- IOXiQYStkoT1mvZW2tFOqZdhRVvj58egABx/sWfZQbc\n"
        )
    };
    let middle = whole.len() / 2;
    for (file, said) in [
        (whole[..middle].to_owned(), "This file is not whole, or it is no backup."),
        (
            whole.replace("\n-----END AGE ENCRYPTED FILE-----", ""),
            "This file is not whole, or it is no backup.",
        ),
        (
            format!("{}AAAA{}", &whole[..middle], &whole[middle + 4..]),
            "This file is not whole, or it is no backup.",
        ),
        (header("scrypt rF0/NwblUHHTpgQgRpe5CQ 22"), "This file asks for more memory than a page can have."),
        (header("scrypt rF0/NwblUHHTpgQgRpe5CQ 63"), "This file asks for more memory than a page can have."),
        (
            header("scrypt rF0/NwblUHHTpgQgRpe5CQ 4294967296"),
            "This file asks for more memory than a page can have.",
        ),
        (header("scrypt rF0/NwblUHHTpgQgRpe5CQ 0"), "This file is not whole, or it is no backup."),
        (header("scrypt rF0/NwblUHHTpgQgRpe5CQ -1"), "This file is not whole, or it is no backup."),
        (header("scrypt short 10"), "This file is not whole, or it is no backup."),
        (
            header("X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc"),
            "This file opens with a key, not with a passphrase.",
        ),
    ] {
        choose(&page, &Chosen::file(file.as_bytes())).await;
        page.sees("This file has a passphrase.").await;
        page.write("Passphrase", PASSPHRASE).await;
        page.press("Open the file").await;
        page.sees(said).await;
        page.sees("Nothing was changed.").await;
        assert_eq!(page.run(ALL).await, before, "{said}");
    }
    // A closed file with something else in it, such as a picture.
    choose(&page, &Chosen::file(&fixture("backup-1.json.age"))).await;
    page.write("Passphrase", "not the passphrase").await;
    page.press("Open the file").await;
    page.sees("This passphrase does not open it.").await;
    assert_eq!(page.run(ALL).await, before);
    page.wait_for("return document.documentElement.dataset.app === 'ready'").await;
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_bringing_back_did_is_said_and_nothing_is_offered_where_there_is_nothing_to_do() {
    let site = Site::built();
    let (page, file) = saved(&site).await;
    choose(&page, &file).await;
    page.sees("Everything in this file is here already.").await;
    assert!(!page.shows("Bring it back").await);
    let backup = |kept: &str| {
        format!(r#"{{"file":"waymark-backup","form":1,"made":"2026-01-01T10:00:00","kept":{{{kept}}}}}"#)
    };
    for nothing in [backup(""), backup(r#""other.app":"theirs""#)] {
        choose(&page, &Chosen::file(nothing.as_bytes())).await;
        page.sees("Nothing in this file can be brought back").await;
        assert!(!page.shows("Bring it back").await);
    }
    // One thing that can be read, two that cannot, one of a newer version; and a mark that
    // an editor put first.
    let note = |id: &str, words: &str| {
        let on = "2026-02-03T10:00:00";
        format!(
            r#""waymark.note.{id}":{{"form":1,"revision":1,"changed":"{on}","value":{{"on":"{on}","words":{words}}}}}"#
        )
    };
    let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let newer = r#""waymark.note.newer":{"form":2}"#.to_owned();
    let kept = [note("good", r#""Whole, cut \ud83d""#), note("number", "1e400"), note("deep", &deep), newer];
    let file = format!("\u{feff}{}", backup(&kept.join(",")));
    choose(&page, &Chosen::file(file.as_bytes())).await;
    page.sees("In this file: 2 new, 0 the same as here, 2 that differ.").await;
    page.press("Bring it back").await;
    page.sees("New here: 1. Set aside, because it differs: 2. One thing was written by a newer version")
        .await;
    page.go("#/journal").await;
    page.sees("Whole, cut \u{fffd}").await;
}

/// A file as a Windows editor saves it: with a mark, and as UTF-16 in either order.
fn saved_by_an_editor(file: &[u8]) -> [Vec<u8>; 3] {
    let marked = format!("\u{feff}{}", String::from_utf8_lossy(file));
    let units: Vec<u16> = marked.encode_utf16().collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    [[b"\xef\xbb\xbf", file].concat(), little, big]
}

#[tokio::test]
async fn a_backup_that_an_editor_saved_anew_opens() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    for plain in saved_by_an_editor(&fixture("backup-1.json")) {
        choose(&page, &Chosen::file(&plain)).await;
        page.sees("In this file: 16 new").await;
        choose(&page, &Chosen::file(b"[]")).await;
        page.sees("This file is from something else.").await;
    }
    let armored = saved_by_an_editor(&fixture("backup-1.json.age"));
    // What is inside may have been saved by an editor, too.
    let [_, inside, _] = saved_by_an_editor(&fixture("backup-1.json"));
    let inside = age::close(&inside, PASSPHRASE, &[7; 48]).unwrap().into_bytes();
    for closed in armored.into_iter().chain([inside]) {
        choose(&page, &Chosen::file(&closed)).await;
        page.write("Passphrase", PASSPHRASE).await;
        page.press("Open the file").await;
        page.sees("In this file: 16 new").await;
    }
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_passphrase_typed_on_another_device_opens_a_backup() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    let backup = fixture("backup-1.json");
    for (closed_with, typed) in [
        ("m\u{e9}lisse", "me\u{301}lisse"),
        ("me\u{301}lisse", "m\u{e9}lisse"),
        ("ｈｉｔｏｒｉ２０２６", "hitori2026"),
        ("hitori2026", "ｈｉｔｏｒｉ２０２６"),
        ("カ\u{3099}ーテ\u{3099}ン", "ガーデン"),
    ] {
        let file = age::close(&backup, closed_with, &[7; 48]).unwrap();
        choose(&page, &Chosen::file(file.as_bytes())).await;
        page.write("Passphrase", typed).await;
        page.press("Open the file").await;
        page.sees("In this file: 16 new").await;
    }
    // What is saved here opens elsewhere with the same keys pressed.
    page.run(CATCH).await;
    page.unfold("Put a passphrase on the file").await;
    for typed in ["ｈｉｔｏｒｉ２０２６", "m\u{e9}lisse ❦"] {
        page.write("A new passphrase", typed).await;
        page.write("The new passphrase once more", typed).await;
        page.press("Save a backup file with a passphrase").await;
        page.wait_for("return saved.length === 1").await;
        let closed = page.run("return saved.pop()").await;
        let file = Chosen::file(closed.as_str().unwrap().as_bytes());
        assert!(opened_by_age(&file.path(), typed).starts_with("{\"file\": \"waymark-backup\""));
    }
}

#[tokio::test]
async fn a_backup_of_more_than_there_can_be_room_for_is_refused_at_once() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    for kind in ["note.", "unknown."] {
        let kept: Vec<String> = (0..200_000).map(|n| format!(r#""waymark.{kind}{n}":1"#)).collect();
        let file = format!(r#"{{"file":"waymark-backup","form":1,"kept":{{{}}}}}"#, kept.join(","));
        choose(&page, &Chosen::file(file.as_bytes())).await;
        page.sees("together more than a browser keeps for a site. Nothing was changed.").await;
        assert!(!page.shows("Bring it back").await);
        choose(&page, &Chosen::file(b"[]")).await;
        page.sees("This file is from something else.").await;
    }
    assert_eq!(page.keys().await, Vec::<String>::new());
}

#[tokio::test]
async fn of_thousands_of_things_a_part_is_drawn() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    let mut kept = Vec::new();
    for n in 0..250 {
        kept.push(format!(
            r#""waymark.note.n{n}":{{"form":1,"revision":1,"changed":"2026-02-03T10:00:00","value":{{"on":"2026-02-03T10:00:00","words":"{n}"}}}}"#
        ));
        kept.push(format!(r#""waymark.unknown.{n}":{{}}"#));
    }
    let file = format!(r#"{{"file":"waymark-backup","form":1,"kept":{{{}}}}}"#, kept.join(","));
    choose(&page, &Chosen::file(file.as_bytes())).await;
    page.press("Bring it back").await;
    page.sees("New here: 250.").await;
    for (list, name) in [(0, "kept"), (1, "aside")] {
        for drawn in [100, 200, 250] {
            let has = format!(
                "const list = document.querySelectorAll('main .entries')[{list}]; return list.children.length === {drawn}"
            );
            page.wait_for(&has).await;
            let more = format!(
                "const more = document.querySelector('#{name} ~ button'); more?.click(); return more?.textContent ?? ''"
            );
            if drawn < 250 {
                assert_eq!(page.run(&more).await, json!("Show more"), "{list} {drawn}");
                page.wait_for(&format!(
                    "return document.activeElement === document.querySelectorAll('main .entries')[{list}].children[{drawn}]"
                ))
                .await;
            }
        }
    }
    assert!(!page.shows("Show more").await);
}
