//! Feeds whatever comes to everything that reads, for hours if you like: `cargo xtask fuzz`.

use crate::Outcome;
use crate::setup::{self, command, root, run};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The fuzz targets; see `fuzz/`.
const TARGETS: [&str; 3] = ["module", "record", "backup"];

/// Longer inputs find little more, and each takes longer.
const LONGEST: &str = "-max_len=20000";

/// Runs each target for that many minutes; what it finds is put into
/// `fuzz/artifacts/`, what it learned into `target/fuzz/`.
pub fn fuzz(minutes: u32, only: Option<&str>) -> Outcome {
    if only.is_none_or(|only| only == "promises") {
        promises(minutes)?;
    }
    if only == Some("promises") {
        return Ok(());
    }
    setup::for_fuzzing()?;
    for target in TARGETS.iter().filter(|target| only.is_none_or(|only| only == **target)) {
        println!("Fuzzing: {target}, for {minutes} minutes …");
        let learned = folder(&format!("target/fuzz/corpus/{target}"))?;
        let seeds = seeds(target)?;
        let words = ["+nightly", "fuzz", "run", "--sanitizer", "none", "--target-dir", "target/fuzz", target];
        let mut fuzz = command("cargo");
        fuzz.args(words).args([learned, seeds]);
        fuzz.args(["--", &format!("-max_total_time={}", minutes * 60), LONGEST, "-print_final_stats=1"]);
        run(&mut fuzz)?;
    }
    Ok(())
}

/// Steps that two cores take in a minute, in each of the four tests.
const STEPS_A_MINUTE: u32 = 400_000;

/// Tries the promises of keeping on sequences not tried before.
fn promises(minutes: u32) -> Outcome {
    println!("Trying the promises, for about {minutes} minutes …");
    let steps = u64::from(minutes) * u64::from(STEPS_A_MINUTE);
    let from = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let mut test = command("cargo");
    test.args(["test", "--package", "waymark-keep", "--test", "promises"]);
    test.env("WAYMARK_STEPS", steps.to_string()).env("WAYMARK_FROM", from.to_string());
    run(&mut test)
}

/// What to begin with: what we wrote ourselves, and published vectors.
fn seeds(target: &str) -> Outcome<PathBuf> {
    let seeds = folder(&format!("target/fuzz/seeds/{target}"))?;
    let from = |name: &str| root().join(name);
    match target {
        "module" => {
            copy(&from("modules/en"), &seeds, "en-", false)?;
            copy(&from("modules/ja"), &seeds, "ja-", false)?;
        }
        "record" => {
            for form in ["first", "now", "later", "newer"] {
                copy(&from(&format!("tests/saved/{form}")), &seeds, &format!("{form}-"), true)?;
            }
        }
        _ => {
            copy(&from("tests/saved"), &seeds, "saved-", false)?;
            copy(&from("tests/vectors/age"), &seeds, "age-", false)?;
        }
    }
    Ok(seeds)
}

/// Copies the files of a folder, with their names on a line of their own before
/// them if wanted.
fn copy(from: &Path, to: &Path, begin: &str, named: bool) -> Outcome {
    let told = |error: std::io::Error| format!("{} cannot be copied: {error}.", from.display());
    for entry in std::fs::read_dir(from).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if !path.is_file() {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).map_err(told)?;
        let bytes = if named { [name.as_bytes(), b"\n", &bytes].concat() } else { bytes };
        std::fs::write(to.join(format!("{begin}{name}")), bytes).map_err(told)?;
    }
    Ok(())
}

fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = root().join(name);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{name} cannot be made: {error}."))?;
    Ok(folder)
}
