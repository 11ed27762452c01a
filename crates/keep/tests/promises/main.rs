//! The promises of SECURITY.md, tried on made-up people: pages that write, remove, lock,
//! restore and erase at the same time, while storage is full, blocked or torn, pages are
//! killed, other apps clear storage and an older Waymark writes too.
//!
//! `WAYMARK_STEPS` is how many steps to take in each of the four tests; `WAYMARK_FROM`
//! starts with other sequences; `WAYMARK_SEED` runs one sequence and prints what happens.

// A model is entirely test code, even where a function is not marked as such.
#![allow(clippy::unwrap_used, clippy::panic, clippy::similar_names)]
#![allow(clippy::struct_field_names, clippy::struct_excessive_bools)]

mod locks;
mod model;
mod saved;
mod shelves;
mod spaces;

use model::world::{Weather, World};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

fn run(name: u64, weather: Weather) {
    std::panic::set_hook(Box::new(|why| {
        if !why.payload().is::<model::ocean::Killed>() {
            eprintln!("{why}");
        }
    }));
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let steps = number("WAYMARK_STEPS").unwrap_or(300_000);
    let one = number("WAYMARK_SEED");
    let (mut done, mut seed) = (0, (name << 48) + number("WAYMARK_FROM").unwrap_or_default());
    while done < steps {
        seed += 1;
        let this = one.unwrap_or(seed);
        let outcome = catch_unwind(AssertUnwindSafe(|| sequence(this, weather)));
        match outcome {
            Ok(steps) => done += steps,
            Err(why) => {
                eprintln!("sequence {this}");
                resume_unwind(why);
            }
        }
        if one.is_some() {
            return;
        }
    }
}

fn sequence(seed: u64, weather: Weather) -> u64 {
    let world = World::new(seed, weather);
    for _ in 0..4 {
        for step in 0..25 {
            world.act((step + usize::try_from(seed).unwrap()) % 3);
        }
        world.check();
        world.rest();
    }
    world.done.get()
}

#[test]
fn with_several_tabs() {
    run(1, Weather { interrupts: true, ..Weather::default() });
}

#[test]
fn with_killed_pages_and_a_bad_place() {
    run(2, Weather { interrupts: true, kills: true, bad_storage: true, ..Weather::default() });
}

#[test]
fn with_a_lock() {
    run(3, Weather { interrupts: true, kills: true, locks: true, other_apps: true, ..Weather::default() });
}

#[test]
fn with_everything_at_once() {
    let all = Weather {
        interrupts: true,
        kills: true,
        bad_storage: true,
        locks: true,
        other_apps: true,
        older_waymark: true,
    };
    run(4, all);
}
