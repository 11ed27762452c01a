//! Build, serve and test.

use crate::server::Server;
use crate::setup::{self, command, root, run};
use crate::{Outcome, check};
use std::net::{Ipv4Addr, SocketAddr};

/// Builds the sealed site into `dist/`.
pub fn build() -> Outcome {
    setup::for_building()?;
    println!("Building the site (about 3 minutes the first time, then seconds) …");
    run(command("trunk").args(["build", "--release", "--offline", "--log", "warn"]))
}

/// Builds the site and serves it until it is stopped.
pub fn serve(port: u16) -> Outcome {
    build()?;
    let server = Server::start(SocketAddr::from((Ipv4Addr::LOCALHOST, port)), "", &root().join("dist"))
        .map_err(|error| {
            format!("Port {port} cannot be used ({error}). Try another: cargo xtask serve 8081.")
        })?;
    println!("Waymark is on {} – press Ctrl+C to stop.", server.address());
    server.wait();
    Ok(())
}

/// Everything that has to be right, the quickest first.
pub fn test() -> Outcome {
    setup::for_building()?;
    setup::for_browser_tests()?;
    let cargo = |words: &[&str]| run(command("cargo").args(words));
    println!("Formatting …");
    cargo(&["fmt", "--all", "--check"])?;
    println!("The modules …");
    check::run(&root().join("modules"))?;
    println!("Lints, natively and for the browser …");
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"])?;
    let browser = ["--package", "waymark", "--target", "wasm32-unknown-unknown", "--", "--deny", "warnings"];
    cargo(&[&["clippy", "--quiet"], &browser[..]].concat())?;
    println!("Native tests …");
    cargo(&["test", "--quiet", "--package", "waymark", "--package", "xtask"])?;
    build()?;
    println!("The whole app, in a browser …");
    cargo(&["test", "--package", "waymark-tests"])
}
