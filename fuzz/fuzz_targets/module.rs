//! What a centre writes: any text is read, and every problem has a place in it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark::course::{ModuleId, Problem, centre, contents, help, module, plan_sections};

fuzz_target!(|text: &str| {
    let lines = text.split('\n').count() + 1;
    let check = |problems: &[Problem]| {
        for problem in problems {
            assert!(problem.line <= lines, "{problem:?} in {lines} lines");
        }
    };
    let id = ModuleId::new("m").expect("m is an id");
    let (read, problems) = module::parse(id, "m.md", text);
    check(&problems);
    // Whatever became a link was checked for whether it may be one.
    let shown = format!("{read:?}");
    assert!(!shown.contains("Out(\"javascript:") && !shown.contains("Out(\"data:"), "{shown}");
    check(&help::parse("help.md", text).1);
    check(&centre::parse("centre.md", text).1);
    check(&contents::parse("course.md", text).1);
    check(&plan_sections::parse("plan.md", text).1);
});
