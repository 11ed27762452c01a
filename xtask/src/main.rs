//! `cargo xtask <command>`: everything the project does, by name.

use std::process::ExitCode;
use xtask::{Outcome, bundle, check, fuzz, seal, setup, sizes, steps};

const COMMANDS: &str = "\
cargo xtask serve [port]     build the site and serve it on http://127.0.0.1:8080
cargo xtask build            build the site into dist/ and print its sizes
cargo xtask bundle           put the site and all a centre needs into bundle/waymark.zip
cargo xtask bundle --one-file
                             put everything into bundle/waymark.html, which needs no server
cargo xtask hosts            try the site on six real servers and in three browsers
cargo xtask test             set up what tests need, and pass everything
cargo xtask test --native    the part of it that needs no browser
cargo xtask check [folder]   print what is wrong in modules/, or in another folder
cargo xtask looks [port]     show every component in every state, on http://127.0.0.1:8081
cargo xtask pictures         take a picture of every page into shots/
cargo xtask bench            measure how long things take, against a plain page
cargo xtask fuzz [minutes] [target]
                             try the promises of keeping, and feed whatever comes to
                             everything that reads; 20 minutes for each
cargo xtask setup            install the tools that building needs
cargo xtask seal             the last step of a build; called by Trunk";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["serve"] => steps::serve(8080),
        ["serve", port] => port.parse().map_err(|_| format!("{port} is not a port.")).and_then(steps::serve),
        ["build"] => steps::build().and_then(|()| sizes::tell()),
        ["bundle"] => bundle::zip(),
        ["bundle", "--one-file"] => bundle::one_file(),
        ["hosts"] => steps::hosts(),
        ["test"] => steps::test(),
        ["test", "--native"] => steps::test_natively(),
        ["check"] => check::run("modules".as_ref()),
        ["check", folder] => check::run(folder.as_ref()),
        ["looks"] => steps::looks(8081),
        ["looks", port] => port.parse().map_err(|_| format!("{port} is not a port.")).and_then(steps::looks),
        ["pictures"] => steps::pictures(),
        ["bench"] => steps::bench(),
        ["fuzz"] => fuzz::fuzz(20, None),
        ["fuzz", minutes] => number(minutes).and_then(|minutes| fuzz::fuzz(minutes, None)),
        ["fuzz", minutes, only] => number(minutes).and_then(|minutes| fuzz::fuzz(minutes, Some(only))),
        ["setup"] => setup::for_building(),
        ["seal"] => seal::run(),
        _ => Err(COMMANDS.to_owned()),
    };
    tell(done)
}

fn number(word: &str) -> Outcome<u32> {
    word.parse().map_err(|_| format!("{word} is not a whole number."))
}

fn tell(done: Outcome) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
