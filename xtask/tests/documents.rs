//! The documents: what they point to is there, and they stay as short as a reader wants them.

use std::path::{Path, PathBuf};
use xtask::setup::root;

/// Every Markdown document of the project, but the course and what others wrote.
fn documents() -> Vec<(PathBuf, String)> {
    let folders = ["", "docs", "docs/decisions", "examples"].map(|folder| root().join(folder));
    let files = folders.iter().filter_map(|folder| folder.read_dir().ok()).flatten().flatten();
    let paths = files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "md"));
    paths.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap_or_default())).collect()
}

/// What is between two marks, each time.
fn between<'t>(text: &'t str, from: &str, to: char) -> Vec<&'t str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

/// The text without its blocks of code, in which links and paths are examples.
fn without_code(text: &str) -> String {
    let mut is_code = false;
    let lines = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_link_leads_to_a_file() {
    let mut checked = 0;
    for (path, text) in documents() {
        let folder = path.parent().unwrap_or(root());
        for link in between(&without_code(&text), "](", ')') {
            let file = link.split('#').next().unwrap_or_default();
            if link.contains(':') || file.is_empty() || link == "address" {
                continue;
            }
            // In the zip, the pages of docs/ are HTML.
            let is_there = folder.join(file).exists() || folder.join(file.replace(".html", ".md")).exists();
            // What a module is named in an example of `help.md` or `course.md`.
            let is_example = text.contains(&format!("`- [Quiet evenings]({file})`"));
            assert!(is_there || is_example, "{}: {link} is not there", path.display());
            checked += 1;
        }
    }
    assert!(checked > 50, "the links are found: {checked}");
}

#[test]
fn every_source_that_is_named_is_there() {
    const SOURCES: [&str; 5] = ["rs", "js", "toml", "css", "json"];
    let mut checked = 0;
    for (path, text) in documents() {
        // History stays as it was.
        if path.ends_with("CHANGELOG.md") {
            continue;
        }
        for name in between(&without_code(&text), "`", '`') {
            let is_source =
                Path::new(name).extension().is_some_and(|end| SOURCES.iter().any(|one| end == *one));
            if !is_source || !name.contains('/') || name.contains(['<', '*', ' ', '…']) {
                continue;
            }
            let is_there = ["", "src"].iter().any(|folder| root().join(folder).join(name).exists());
            assert!(is_there, "{}: `{name}` is not there", path.display());
            checked += 1;
        }
    }
    assert!(checked > 30, "the sources are found: {checked}");
}

#[test]
fn the_page_for_hosts_has_a_place_for_the_table() {
    let page = std::fs::read_to_string(root().join("docs/hosting.md")).unwrap();
    let marks = ["<!-- hosts: written by `cargo xtask hosts` -->", "<!-- end of hosts -->"];
    assert_eq!(marks.map(|mark| page.matches(mark).count()), [1, 1]);
}

#[test]
fn every_decision_is_in_the_index() {
    let index = std::fs::read_to_string(root().join("docs/decisions/README.md")).unwrap();
    for (path, text) in documents() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !path.parent().is_some_and(|folder| folder.ends_with("decisions")) || name == "README.md" {
            continue;
        }
        assert!(index.contains(&format!("]({name})")), "{name}");
        for heading in ["## Context", "## Decision", "## Price"] {
            assert!(text.contains(heading), "{name} lacks {heading}");
        }
    }
}

#[test]
fn what_is_read_first_stays_short() {
    for (name, most) in [("README.md", 5_000), ("ARCHITECTURE.md", 10_000)] {
        let bytes = std::fs::read(root().join(name)).unwrap().len();
        assert!(bytes <= most, "{name} has {bytes} bytes, {most} allowed");
    }
}

/// The one that builds is in Cargo.toml; its tool and the readers of the README need it too.
#[test]
fn wasm_bindgen_has_one_version() {
    let text = |name: &str| std::fs::read_to_string(root().join(name)).unwrap_or_default();
    let manifest = text("Cargo.toml");
    let version = between(&manifest, "wasm-bindgen = \"=", '"')[0];
    for (name, before, after) in [
        ("Trunk.toml", "wasm_bindgen = \"", "\""),
        ("xtask/src/setup.rs", "package: \"wasm-bindgen-cli\", version: \"", "\""),
        ("README.md", "wasm-bindgen ", " and Trunk"),
    ] {
        let expected = format!("{before}{version}{after}");
        assert!(text(name).contains(&expected), "{name} has no {expected}");
    }
}
