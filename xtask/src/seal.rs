//! The last step of a release build: one page that starts anywhere and trusts
//! nothing but itself.
//!
//! Glue script and styles go into index.html with their hashes in its policy,
//! so that a server's wrong file types cannot stop them. The wasm is fetched
//! as bytes with its hash. The first screen is written from `modules/`.

use crate::setup::root;
use crate::styles::{self, without};
use crate::{Outcome, bundle, first_screen, folder};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256, Sha384};
use std::path::{Path, PathBuf};
use waymark::course::text::plain_blocks;

/// Where the first screen goes.
const FIRST_SCREEN: &str = "<!-- first-screen: written by `cargo xtask seal` from modules/ -->";

/// The script that prepares the page before anything is painted.
const BEFORE: &str = include_str!("../../before.js");

/// The script that handles use without a connection.
const OFFLINE: &str = include_str!("../../offline.js");

/// The script that starts the app.
const BOOT: &str = include_str!("../../boot.js");

/// The worker that keeps the site for use without a connection.
const WORKER: &str = include_str!("../../worker.js");

/// The worker's name. `offline.js` and `before.js` know it too.
pub const WORKER_NAME: &str = "worker.js";

/// What a device shows of the site once it is installed.
const MANIFEST: &str = "manifest.webmanifest";

/// What changed in each version, for centres. `#/check` leads there.
const CHANGES: &str = "changes.html";

/// What the page may do. See SECURITY.md.
const POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval' SCRIPTS; style-src STYLES; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

/// Seals the site that Trunk just built, if it is a release build.
pub fn run() -> Outcome {
    let variable =
        |name| std::env::var(name).map_err(|_| "Trunk calls this at the end of a build.".to_owned());
    if variable("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let site = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    seal(&site)
}

/// Seals the site in a folder.
pub fn seal(site: &Path) -> Outcome {
    let page = read(site, "index.html")?;
    let glue_name = only(site, ".js")?;
    let wasm_name = only(site, ".wasm")?;
    let integrity = format!("sha384-{}", BASE64.encode(Sha384::digest(bytes(site, &wasm_name)?)));
    let boot =
        BOOT.replace("WASM\"", &format!("{wasm_name}\"")).replace("\"HASH\"", &format!("\"{integrity}\""));
    let script = script(&read(site, &glue_name)?, &boot)?;
    let page = put_together(&page, &site.join("modules"), &script)?;
    let version = version(&[&page, &integrity, WORKER]);
    let page = put(&page, " data-offered=", &format!(" data-version=\"{version}\" data-offered="))?;
    write(site, "index.html", &page)?;
    write(site, WORKER_NAME, &worker(&version, &wasm_name, &integrity)?)?;
    write(site, MANIFEST, &manifest(&site.join("modules"))?)?;
    write(site, CHANGES, &bundle::page(&read(root(), "CHANGELOG.md")?))?;
    for name in installed_pictures()? {
        let from = root().join("site").join(&name);
        std::fs::copy(&from, site.join(&name))
            .map_err(|error| format!("{name} cannot be copied: {error}."))?;
    }
    remove(site, &glue_name)
}

/// The page with its first screen, styles and scripts, and a policy that allows
/// only these.
pub fn put_together(page: &str, modules: &Path, script: &str) -> Outcome<String> {
    let screen = first_screen::read(modules);
    let styles = format!("{}{}", styles::all()?, screen.styles);
    let before = without_comments(BEFORE);
    let page = without_trunks_tags(page);
    let page =
        put(&page, "<html lang=\"en\"", &format!("<html lang=\"en\" data-offered=\"{}\"", screen.languages))?;
    let page =
        put(&page, "</head>", &format!("<script>{before}</script>\n<style>{styles}</style>\n</head>"))?;
    let page = put(&page, FIRST_SCREEN, &format!("{}{}", styles::pictures()?, screen.html))?;
    let page = put(&page, "</body>", &format!("<script type=\"module\">{script}</script>\n</body>"))?;
    let scripts = format!("{} {}", hash(&before), hash(script));
    let policy = POLICY.replace("SCRIPTS", &scripts).replace("STYLES", &hash(&styles));
    let charset = "<meta charset=\"utf-8\">";
    let meta = format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    put(&page, charset, &meta)
}

/// A name that stands for exactly these files together.
fn version(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.concat().as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The worker, with the list of what it keeps.
fn worker(version: &str, wasm_name: &str, integrity: &str) -> Outcome<String> {
    let worker = put(WORKER, "= \"VERSION\"", &format!("= \"{version}\""))?;
    put(&worker, "APP = []", &format!("APP = [[\"{wasm_name}\", \"{integrity}\"]]"))
}

/// The manifest, with the name and welcome of the centre's first language.
fn manifest(modules: &Path) -> Outcome<String> {
    let centre = folder::centre(modules);
    let welcome = centre.welcome(centre.first());
    let about = plain_blocks(&welcome.blocks).replace('\n', " ");
    let site = root().join("site");
    let mut text = read(&site, MANIFEST)?;
    // Within the manifest, so that it is there when the network is closed.
    let icon = format!(
        "data:image/svg+xml;base64,{}",
        BASE64.encode(without(&read(&site, "icon.svg")?, "<!--", "-->"))
    );
    let language = welcome.language.to_string();
    for (mark, words) in
        [("NAME", &welcome.name), ("DESCRIPTION", &about), ("LANGUAGE", &language), ("ICON", &icon)]
    {
        let words = serde_json::to_string(words).map_err(|error| error.to_string())?;
        text = text.replace(&format!("\"{mark}\""), &words);
    }
    Ok(text)
}

/// The icons, and the pictures that people see before they install the site.
/// `cargo xtask pictures` redraws them.
fn installed_pictures() -> Outcome<Vec<String>> {
    let entries =
        std::fs::read_dir(root().join("site")).map_err(|error| format!("site/ cannot be read: {error}."))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter(|name| is_picture(name)).collect())
}

/// Whether a file is one of these pictures, by its name.
pub fn is_picture(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "png")
}

/// The glue and the scripts that use it, in one.
pub fn script(glue: &str, boot: &str) -> Outcome<String> {
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err("The glue script imports another file, which the page could not load. \
             Find the dependency that brings a snippet and do without it."
            .to_owned());
    }
    // An inline script has nobody to export to.
    let (lines, exports): (Vec<&str>, Vec<&str>) =
        glue.lines().partition(|line| !line.starts_with("export {"));
    let start = exports.iter().find_map(|line| {
        let (before, _) = line.split_once(" as default")?;
        before.rsplit([' ', '{', ',']).next()
    });
    let start = start.ok_or("The glue script has no start. Has wasm-bindgen changed its form?")?;
    let boot = without_comments(boot).replace("await GLUE(", &format!("await {start}("));
    let offline = without_comments(OFFLINE);
    // A script ends at the first such tag, whatever surrounds it.
    Ok(format!("{}\n{offline}\n{boot}", lines.join("\n")).replace("</script", "<\\/script"))
}

/// A script of ours without comment lines, which every visit would pay for.
fn without_comments(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Finds Trunk's own links and script, which the seal replaces.
fn without_trunks_tags(page: &str) -> String {
    let mut page = cut(page, "<script type=\"module\">", "</script>");
    for tag in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while page.contains(tag) {
            page = cut(&page, tag, ">");
        }
    }
    page
}

fn cut(page: &str, from: &str, to: &str) -> String {
    let Some((before, rest)) = page.split_once(from) else {
        return page.to_owned();
    };
    let after = rest.split_once(to).map_or("", |(_, after)| after);
    format!("{before}{after}")
}

fn put(page: &str, mark: &str, text: &str) -> Outcome<String> {
    match page.matches(mark).count() {
        1 => Ok(page.replace(mark, text)),
        number => Err(format!("index.html has {mark} {number} times; it needs it once.")),
    }
}

/// The hash of an inline script or style, as a policy names it. The browser
/// turns line endings into `\n` before it hashes; there are no others here.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())))
}

fn only(site: &Path, end: &str) -> Outcome<String> {
    let entries =
        std::fs::read_dir(site).map_err(|error| format!("{} cannot be read: {error}.", site.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let names: Vec<String> = names.filter(|name| name.ends_with(end)).collect();
    match &names[..] {
        [name] => Ok(name.clone()),
        _ => Err(format!("The build made {} files ending in {end}; the seal expects one.", names.len())),
    }
}

fn read(site: &Path, name: &str) -> Outcome<String> {
    String::from_utf8(bytes(site, name)?).map_err(|_| format!("{name} is not UTF-8 text."))
}

fn bytes(site: &Path, name: &str) -> Outcome<Vec<u8>> {
    std::fs::read(site.join(name)).map_err(|error| format!("{name} cannot be read: {error}."))
}

fn write(site: &Path, name: &str, text: &str) -> Outcome {
    std::fs::write(site.join(name), text).map_err(|error| format!("{name} cannot be written: {error}."))
}

fn remove(site: &Path, name: &str) -> Outcome {
    std::fs::remove_file(site.join(name)).map_err(|error| format!("{name} cannot be removed: {error}."))
}
