//! What a person plainly meant, and what would be seen as signs.

use super::*;

#[test]
fn what_was_plainly_meant_is_read() {
    let scale = "```{scale} x\n:from: 1\n:to: 5\n:low: none\n:high: much\n\nHow?\n```";
    let wanted = exercise(scale).0.unwrap();
    for written in [
        "```{scale} x\nHow?\n:from: 1\n:to: 5\n:low: none\n:high: much\n```",
        "```{scale} x\n\n:From: 1\n\n    :TO: 5\n:low: \"none\"\n\t:high: much\nHow?\n```",
        "```scale x\n：from： １\n:to 5\nlow: none\n:high: much\nHow?\n```",
        "```{Scale}x\n:from: 1\n:to: 5\n:low: none\n:high: “much”\nHow?\n```",
        "```{scale x}\n:from: 1\n:to: 5\n:low: none\n:high: much\nHow?\n```",
        "‘‘‘{scale}　x\n:from: 1\n:to: 5\n:low: none\n:high: much\nHow?\n’’’",
    ] {
        let (found, problems) = exercise(written);
        assert_eq!(problems, [], "{written}");
        let found = found.unwrap();
        assert_eq!(
            (&found.kind, text::plain_blocks(&found.question)),
            (&wanted.kind, "How?".into()),
            "{written}"
        );
    }
    for written in
        ["-　{a} One\n・{b} Two", "-{a} One\n-{b} Two", "• {a} One\n• {b} Two", "– {a} One\n－　{b} Two"]
    {
        let (found, problems) = exercise(&format!("```{{choices}} x\nWhich?\n\n{written}\n```"));
        assert_eq!((found.unwrap().kind.offers(), problems), (&one_and_two()[..], vec![]), "{written}");
    }
}

#[test]
fn a_heading_with_another_space_begins_a_step() {
    for heading in ["##　Second", "##\u{a0}Second", "##Second", "＃＃　Second", " ## Second"] {
        let course = read(&[("en/one.md", &format!("{ONE}\n{heading}\n\nMore.\n"))]);
        let steps: Vec<_> =
            course.modules().flat_map(|module| &module.steps).map(|step| step.title.as_str()).collect();
        assert_eq!((steps, troubles(&course)), (vec!["First", "Second"], vec![]), "{heading}");
    }
    for words in ["　全角の空白で始まる段落", "#1", "(1) one", "1.5 hours", "— yes", "-5 degrees", "'tis"]
    {
        let course = read(&[("en/one.md", &format!("{ONE}\n{words}\n"))]);
        assert_eq!(course.modules().next().unwrap().steps.len(), 1);
        assert_eq!(troubles(&course), [], "{words}");
    }
}

#[test]
fn a_block_that_is_not_closed_is_told_of_itself() {
    for (open, step) in [("```{list} a\nWhat?\n", 2), ("```{list} a\nWhat?\n``\n", 2), ("```\n", 2)] {
        let text = format!("{ONE}\n{open}\n## Next\n\n```{{list}} b\nWhich?\n```\n\nText.\n");
        let course = read(&[("en/one.md", &text)]);
        let module = course.modules().next().unwrap();
        let found: Vec<_> = course.problems.iter().map(|p| (p.line, p.trouble)).collect();
        assert_eq!(found, [(11, Trouble::FenceOpen)], "{open}");
        assert_eq!(module.steps.len(), step, "{open}");
        let b = module.exercise(&id(ExerciseId::new, "b")).unwrap();
        assert_eq!(text::plain_blocks(&b.question), "Which?", "{open}");
    }
}

#[test]
fn signs_that_would_be_seen_are_told() {
    for (text, line, trouble) in [
        ("| a | b |\n|---|---|\n| c | d |", 12, Trouble::PipeTable),
        ("[Mind][1] is there.", 11, Trouble::LinkReference),
        ("So it is.[^1]", 11, Trouble::LinkReference),
        ("[1]: https://example.org", 11, Trouble::LinkReference),
        ("one\ntwo [Help] (#/help)", 12, Trouble::LinkBroken),
        ("[Help]（#/help）", 11, Trouble::LinkBroken),
        ("[a](https://example.org/a b)", 11, Trouble::LinkBroken),
        ("<!-- one\n\ntwo -->", 11, Trouble::RawHtml),
        ("    four spaces", 11, Trouble::CodeIndented),
        ("\tWhat?", 11, Trouble::CodeIndented),
        ("```lsit x\nWhat?\n```", 11, Trouble::CodeShown),
    ] {
        assert_eq!(exercise(text).1, [(line, trouble)], "{text}");
    }
    let (_, problems) = exercise("```{list} x\n:plan: people\n\n    :plan: people\nWhat?\n```");
    assert_eq!(problems, [(14, Trouble::OptionTwice)]);
}
