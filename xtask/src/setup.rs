//! Installs what building and testing need, and reports it.

use crate::Outcome;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A tool, in the version that works with the rest.
struct Tool {
    command: &'static str,
    package: &'static str,
    version: &'static str,
    /// More flags for `cargo install`.
    flags: &'static [&'static str],
    minutes: u8,
}

/// wasm-bindgen's tool and library must be of one version; see Cargo.toml.
/// Trunk without its update check and its downloads does not use the network.
const TOOLS: [Tool; 2] = [
    Tool { command: "wasm-bindgen", package: "wasm-bindgen-cli", version: "0.2.129", flags: &[], minutes: 3 },
    Tool {
        command: "trunk",
        package: "trunk",
        version: "0.21.14",
        flags: &["--no-default-features"],
        minutes: 6,
    },
];

/// Firefox's driver, which Debian does not have.
const GECKODRIVER: Tool =
    Tool { command: "geckodriver", package: "geckodriver", version: "0.36.0", flags: &[], minutes: 3 };

/// Checks the licences, sources and versions of dependencies.
const CARGO_DENY: Tool =
    Tool { command: "cargo-deny", package: "cargo-deny", version: "0.20.2", flags: &[], minutes: 3 };

/// Runs the fuzz targets.
const CARGO_FUZZ: Tool =
    Tool { command: "cargo-fuzz", package: "cargo-fuzz", version: "0.13.2", flags: &[], minutes: 1 };

/// The root folder of the checkout.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo keeps the sources of dependencies.
pub fn cargo_home() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

fn tool_folder() -> PathBuf {
    root().join(".tools")
}

/// A command that finds the project's own tools first.
pub fn command(name: &str) -> Command {
    let mut paths = vec![tool_folder().join("bin")];
    paths.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let mut command = Command::new(name);
    command.current_dir(root());
    if let Ok(path) = std::env::join_paths(paths) {
        command.env("PATH", path);
    }
    command
}

/// Runs a command; the error says which one failed.
pub fn run(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let words: Vec<_> = command.get_args().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let line = format!("{name} {}", words.join(" "));
    let status = command.status().map_err(|error| format!("Could not run `{line}`: {error}."))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` did not succeed.")) }
}

/// Installs the wasm target, Trunk and wasm-bindgen.
pub fn for_building() -> Outcome {
    add_wasm_target()?;
    TOOLS.iter().try_for_each(install)
}

/// Debian's packages for the browser tests, with a command of each that shows
/// that it is installed. (The font is checked separately.)
const PACKAGES: [(&str, &str); 11] = [
    ("age", "age"),
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("fonts-noto-cjk", ""),
    ("espeak-ng", "espeak-ng"),
    ("speech-dispatcher", "speech-dispatcher"),
    ("speech-dispatcher-espeak-ng", ""),
    ("poppler-utils", "pdftotext"),
    ("calcurse", "calcurse"),
    ("zbar-tools", "zbarimg"),
];

/// Installs Chromium and Firefox, their drivers, a Japanese font, voices for
/// reading aloud, what reads printed pages and codes, a calendar program, and age.
pub fn for_browser_tests() -> Outcome {
    if !has_japanese_font() || !has_all(&PACKAGES) {
        add_packages(&PACKAGES)?;
    }
    install(&GECKODRIVER)
}

/// Installs what checks the dependencies.
pub fn for_dependencies() -> Outcome {
    install(&CARGO_DENY)
}

/// Six web servers, and WebKitGTK with its driver and a screen for it.
const HOSTS: [(&str, &str); 11] = [
    ("nginx", "/usr/sbin/nginx"),
    ("apache2-bin", "/usr/sbin/apache2"),
    ("lighttpd", "/usr/sbin/lighttpd"),
    ("lighttpd-mod-deflate", ""),
    ("lighttpd-mod-openssl", ""),
    ("caddy", "caddy"),
    ("busybox", "busybox"),
    ("media-types", ""),
    ("python3", "/usr/bin/python3"),
    ("webkit2gtk-driver", "WebKitWebDriver"),
    ("xvfb", "Xvfb"),
];

/// Installs the servers and browsers that `hosts` tries, from Debian.
pub fn for_hosts() -> Outcome {
    let is_there = |module: &str| Path::new("/usr/lib/lighttpd").join(module).exists();
    if has_all(&HOSTS) && is_there("mod_deflate.so") && is_there("mod_openssl.so") {
        return Ok(());
    }
    // Otherwise the packages would start their servers, on the ports everyone uses.
    let policy = Path::new("/usr/sbin/policy-rc.d");
    let is_ours = is_root() && !policy.exists() && std::fs::write(policy, "#!/bin/sh\nexit 101\n").is_ok();
    if is_ours {
        run(command("chmod").arg("+x").arg(policy))?;
    }
    let added = add_packages(&HOSTS);
    if is_ours {
        let _ = std::fs::remove_file(policy);
    }
    added
}

/// Installs a nightly toolchain, which fuzzing needs, and cargo-fuzz.
pub fn for_fuzzing() -> Outcome {
    if output("cargo", &["+nightly", "--version"]).is_none() {
        println!("Installing a nightly toolchain (about a minute) …");
        run(command("rustup").args(["toolchain", "install", "nightly", "--profile", "minimal"]))?;
    }
    install(&CARGO_FUZZ)
}

/// Whether the command of each package is installed.
fn has_all(packages: &[(&str, &str)]) -> bool {
    packages.iter().all(|(_, command)| command.is_empty() || has(command))
}

fn add_packages(packages: &[(&str, &str)]) -> Outcome {
    let names: Vec<&str> = packages.iter().map(|(package, _)| *package).collect();
    if !has("apt-get") || !is_root() {
        return Err(format!(
            "More programs are needed for this: on Debian or Ubuntu run `sudo apt-get install {}`, \
             elsewhere install the same.",
            names.join(" ")
        ));
    }
    println!("Installing what these tests need: {} (about 2 minutes) …", names.join(" "));
    run(command("apt-get").arg("update").stdout(Stdio::null()))?;
    let mut install = command("apt-get");
    install.args(["install", "--yes", "--no-install-recommends"]).args(names);
    run(install.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()))
}

fn add_wasm_target() -> Outcome {
    let targets = output("rustup", &["target", "list", "--installed"]).unwrap_or_default();
    if targets.lines().any(|target| target == "wasm32-unknown-unknown") {
        return Ok(());
    }
    println!("Adding the wasm32-unknown-unknown target (a few seconds) …");
    run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
}

fn install(tool: &Tool) -> Outcome {
    let found = output(tool.command, &["--version"]).unwrap_or_default();
    if found.split_whitespace().nth(1) == Some(tool.version) {
        return Ok(());
    }
    println!("Installing {} {} into .tools (about {} minutes) …", tool.package, tool.version, tool.minutes);
    let build = tool_folder().join("build");
    let mut install = command("cargo");
    install.args(["install", "--quiet", "--locked", "--force", "--version", tool.version, tool.package]);
    install.args(tool.flags).arg("--root").arg(tool_folder());
    // They run for seconds, so building them fast matters more than making them fast.
    for (name, value) in [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
    }
    run(install.env("CARGO_TARGET_DIR", &build))?;
    let _ = std::fs::remove_dir_all(build);
    Ok(())
}

fn output(name: &str, args: &[&str]) -> Option<String> {
    let output = command(name).args(args).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command is installed. (Asking poppler's for the version fails on
/// some systems but not on others.)
fn has(name: &str) -> bool {
    let mut asked = command(name);
    asked.arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn is_root() -> bool {
    output("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}

fn has_japanese_font() -> bool {
    output("fc-list", &[":lang=ja"]).is_some_and(|fonts| !fonts.trim().is_empty())
}
