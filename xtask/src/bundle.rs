//! What a centre takes home: the sealed site with everything that goes with it in one
//! zip, or all of it in one file that needs no server.
//!
//! Two builds of the same sources on one machine give the same bytes: files are
//! sorted, and have no times.

use crate::setup::root;
use crate::{Outcome, steps};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The folder the zip unpacks to.
const TOP: &str = "waymark";

/// Pages for the centre, by their name in the zip and their source.
const PAGES: [(&str, &str); 2] =
    [("START-HERE.html", "docs/start-here.md"), ("write-a-module.html", "docs/write-a-module.md")];

/// Which files a zip has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zip {
    /// All of them, for a centre that begins.
    First,
    /// Those that are Waymark's, for a centre that has texts and helplines of its own.
    Update,
}

/// What is a centre's own once it has begun: no update may write over it.
const OF_THE_CENTRE: &str = "modules/";

/// Builds the site and puts it into `bundle/waymark.zip` and `bundle/waymark-update.zip`.
pub fn zip() -> Outcome {
    steps::build()?;
    for (name, zip) in [("waymark.zip", Zip::First), ("waymark-update.zip", Zip::Update)] {
        let at = target(name);
        write(&at, &packed(&files(&root().join("dist"), zip)?)?)?;
        println!("{} – unpack it, and open START-HERE.html.", at.display());
    }
    Ok(())
}

/// Builds the site and puts all of it into `bundle/waymark.html`.
pub fn one_file() -> Outcome {
    steps::build()?;
    let at = target("waymark.html");
    let page = whole_page(&root().join("dist"))?;
    write(&at, page.as_bytes())?;
    println!("{} ({} kB) – open it in a browser.", at.display(), page.len() / 1000);
    Ok(())
}

/// The files of the zip by their names in it, sorted: the site, what a centre
/// reads, settings for servers, and checksums of all of these.
pub fn files(site: &Path, zip: Zip) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    collect(site, "", &mut files)?;
    collect(&root().join("host"), "", &mut files)?;
    for (name, source) in PAGES {
        files.push((name.to_owned(), page(&read_text(&root().join(source))?).into_bytes()));
    }
    files.retain(|(name, _)| zip == Zip::First || !name.starts_with(OF_THE_CENTRE));
    files.sort();
    let sums: String =
        files.iter().map(|(name, bytes)| format!("{}  {name}\n", hex(&Sha256::digest(bytes)))).collect();
    files.push(("SHA256SUMS".to_owned(), sums.into_bytes()));
    Ok(files)
}

/// Packs such files into a zip.
pub fn packed(files: &[(String, Vec<u8>)]) -> Outcome<Vec<u8>> {
    let failed = |error: zip::result::ZipError| format!("The zip could not be made: {error}.");
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(format!("{TOP}/{name}"), options).map_err(failed)?;
        zip.write_all(bytes).map_err(|error| format!("{name} could not be packed: {error}."))?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}

/// Unpacks such a zip into a folder, without its top folder.
pub fn unpack(zip: &[u8], to: &Path) -> Outcome {
    let failed = |error: zip::result::ZipError| format!("The zip cannot be read: {error}.");
    let mut zip = ZipArchive::new(Cursor::new(zip)).map_err(failed)?;
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).map_err(failed)?;
        let name = file.enclosed_name().ok_or("The zip has a file outside its folder.")?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| format!("The zip cannot be read: {error}."))?;
        write(&to.join(name.strip_prefix(TOP).unwrap_or(&name)), &bytes)?;
    }
    Ok(())
}

/// The sealed page with the app and the course in it. It asks for nothing, so its
/// policy gives it no network from the start.
pub fn whole_page(site: &Path) -> Outcome<String> {
    let mut page = read_text(&site.join("index.html"))?;
    for (from, to) in [
        ("connect-src 'self'; manifest-src 'self'; worker-src 'self';", "connect-src 'none';"),
        ("img-src 'self' data:;", "img-src data:;"),
        ("<link rel=\"manifest\" href=\"manifest.webmanifest\">", ""),
        ("<link rel=\"apple-touch-icon\" href=\"icon-180.png\">", ""),
    ] {
        page = put(&page, from, to)?;
    }
    let wasm = only(site, ".wasm")?;
    let wasm =
        std::fs::read(&wasm).map_err(|error| format!("{} cannot be read: {error}.", wasm.display()))?;
    // Blocks of data, not scripts: nothing in them is run.
    let within = format!(
        "<script type=\"application/json\" id=\"course\">{}</script>\n\
         <script type=\"application/octet-stream\" id=\"app-within\">{}</script>\n<script type=\"module\">",
        course(&site.join("modules"))?,
        BASE64.encode(wasm)
    );
    put(&page, "<script type=\"module\">", &within)
}

/// The course files as the app reads them from the page.
fn course(modules: &Path) -> Outcome<String> {
    let mut files = Vec::new();
    collect(modules, "", &mut files)?;
    let (mut texts, mut bytes) = (Map::new(), Map::new());
    for (name, content) in files {
        match String::from_utf8(content) {
            Ok(text) => texts.insert(name, Value::String(text)),
            Err(other) => bytes.insert(name, Value::String(BASE64.encode(other.as_bytes()))),
        };
    }
    // No text in it may end the block it is in.
    Ok(json!({ "texts": texts, "bytes": bytes }).to_string().replace('<', "\\u003c"))
}

/// A page for the centre, made from our own Markdown.
pub fn page(markdown: &str) -> String {
    use pulldown_cmark::{Options, Parser, html};
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(markdown, Options::ENABLE_TABLES));
    let title = markdown.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("Waymark");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{PAGE_STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

const PAGE_STYLE: &str = "\
:root { color-scheme: light dark; }
body { margin: 0; font: 1.05rem/1.6 system-ui, sans-serif; background: #fbf7ee; color: #1e2d27; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3 { line-height: 1.25; margin: 2rem 0 0.5rem; }
a { color: #1b5747; }
code, pre { font: 0.92em/1.5 ui-monospace, monospace; background: #f2ecde; border-radius: 0.3rem; }
code { padding: 0.1em 0.25em; overflow-wrap: anywhere; }
pre { padding: 0.8rem 1rem; white-space: pre-wrap; }
pre code { padding: 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #74817a; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
@media (prefers-color-scheme: dark) {
  body { background: #161e1b; color: #f0f1ea; }
  a { color: #a3d8c2; }
  code, pre { background: #101714; }
}
";

fn target(name: &str) -> PathBuf {
    root().join("bundle").join(name)
}

fn collect(folder: &Path, below: &str, found: &mut Vec<(String, Vec<u8>)>) -> Outcome {
    let failed = |error: std::io::Error| format!("{} cannot be read: {error}.", folder.display());
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = if below.is_empty() { name } else { format!("{below}/{name}") };
        if path.is_dir() {
            collect(&path, &name, found)?;
        } else {
            found.push((name, std::fs::read(&path).map_err(failed)?));
        }
    }
    found.sort();
    Ok(())
}

fn only(site: &Path, end: &str) -> Outcome<PathBuf> {
    let entries =
        std::fs::read_dir(site).map_err(|error| format!("{} cannot be read: {error}.", site.display()))?;
    let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .find(|path| path.to_string_lossy().ends_with(end))
        .ok_or_else(|| format!("The site has no {end} file."))
}

fn put(page: &str, mark: &str, text: &str) -> Outcome<String> {
    match page.matches(mark).count() {
        1 => Ok(page.replace(mark, text)),
        number => Err(format!("The page has {mark} {number} times; it needs it once.")),
    }
}

fn read_text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, bytes));
    written.map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
