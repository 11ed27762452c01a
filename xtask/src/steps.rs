//! Building, serving and testing.

use crate::server::{Manner, Server};
use crate::setup::{self, command, root, run};
use crate::{Outcome, check};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{Command, Stdio};

/// Trunk, with the flags of `.cargo/config.toml` and one more: the wasm names
/// no folder of the machine it was built on.
fn trunk() -> Command {
    let mut flags = vec!["--cfg".to_owned(), "erase_components".to_owned()];
    let registry = setup::cargo_home().join("registry/src");
    let sources = std::fs::read_dir(registry).into_iter().flatten().flatten().map(|entry| entry.path());
    for folder in sources.chain([root().to_owned()]) {
        flags.push(format!("--remap-path-prefix={}/=", folder.display()));
    }
    let mut trunk = command("trunk");
    trunk.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    trunk
}

/// Builds the sealed site into `dist/`.
pub fn build() -> Outcome {
    setup::for_building()?;
    println!("Building the site (about 3 minutes the first time, then seconds) …");
    run(trunk().args(["build", "--release", "--offline", "--log", "warn"]))
}

/// Builds the site and serves it until it is stopped.
pub fn serve(port: u16) -> Outcome {
    build()?;
    serve_folder(&root().join("dist"), port, "")
}

/// Builds the site with its page of components, beside the real one, and
/// serves it until it is stopped.
pub fn looks(port: u16) -> Outcome {
    setup::for_building()?;
    let folder = root().join("target/looks");
    let dist = folder.display().to_string();
    let words = ["build", "--release", "--offline", "--log", "warn", "--features", "looks", "--dist", &dist];
    run(trunk().args(words))?;
    serve_folder(&folder, port, "#/looks")
}

fn serve_folder(folder: &Path, port: u16, page: &str) -> Outcome {
    let at = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let server = Server::start(at, folder, Manner::default()).map_err(|error| {
        format!("Port {port} cannot be used ({error}). Name another one after the command.")
    })?;
    println!("Waymark is on {}{page} – press Ctrl+C to stop.", server.address());
    server.wait();
    Ok(())
}

/// Takes a picture of every page, in every size, theme and language.
pub fn pictures() -> Outcome {
    with_the_built_site("pictures", &[])
}

/// Measures how long things take, against a plain page, and what a killed browser
/// loses (about 8 minutes).
pub fn bench() -> Outcome {
    let native = ["test", "--quiet", "--package", "waymark-keep", "--test", "promises"];
    run(command("cargo").args(native).args(["how_long", "--", "--ignored", "--nocapture"]))?;
    with_the_built_site("bench", &["--nocapture"])?;
    with_the_built_site("bench_phone", &["--nocapture"])?;
    with_the_built_site("bench_loss", &["--nocapture"])
}

/// Tries the site on real servers and in real browsers, and writes the table.
pub fn hosts() -> Outcome {
    setup::for_hosts()?;
    with_the_built_site("hosts", &["--nocapture"])
}

/// Builds the site and runs a browser test that is no part of `test`.
fn with_the_built_site(test: &str, more: &[&str]) -> Outcome {
    setup::for_browser_tests()?;
    build()?;
    let words = ["test", "--quiet", "--package", "waymark-tests", "--test", test, "--", "--ignored"];
    run(command("cargo").args(words).args(more))
}

/// Checks everything that has to be right, the quickest first.
pub fn test() -> Outcome {
    setup::for_building()?;
    setup::for_browser_tests()?;
    texts()?;
    println!("The crates we depend on …");
    dependencies()?;
    native_lints()?;
    println!("Lints for the browser …");
    let browser = ["--package", "waymark", "--target", "wasm32-unknown-unknown", "--", "--deny", "warnings"];
    cargo(&[&["clippy", "--quiet", "--features", "looks"], &browser[..]].concat())?;
    cargo(&[&["clippy", "--quiet"], &browser[..]].concat())?;
    native_tests()?;
    build()?;
    println!("The whole app, in a browser …");
    cargo(&["test", "--package", "waymark-tests"])
}

/// Checks what needs neither a browser nor a build of the site.
pub fn test_natively() -> Outcome {
    texts()?;
    native_lints()?;
    native_tests()
}

fn texts() -> Outcome {
    println!("Formatting …");
    cargo(&["fmt", "--all", "--check"])?;
    println!("The modules …");
    check::run(&root().join("modules"))
}

fn native_lints() -> Outcome {
    println!("Lints …");
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"])
}

fn native_tests() -> Outcome {
    println!("Native tests …");
    cargo(&["test", "--quiet", "--workspace", "--exclude", "waymark-tests"])
}

fn cargo(words: &[&str]) -> Outcome {
    run(command("cargo").args(words))
}

/// Checks licences, sources and duplicates against `deny.toml`, and known faults where the
/// database of advisories can be fetched.
fn dependencies() -> Outcome {
    setup::for_dependencies()?;
    let deny = |words: &[&str]| {
        let mut deny = command("cargo");
        deny.args(["deny", "--workspace", "--log-level", "error"]).args(words);
        deny
    };
    run(&mut deny(&["check", "bans", "licenses", "sources"]))?;
    let is_here = deny(&["fetch", "db"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !is_here {
        println!("The database of advisories cannot be fetched here, so known faults were not looked for.");
        return Ok(());
    }
    run(&mut deny(&["check", "advisories"]))
}
