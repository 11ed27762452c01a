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
    for written in [
        "-　{a} One\n・{b} Two",
        "-{a} One\n-{b} Two",
        "• {a} One\n• {b} Two",
        "– {a} One\n－　{b} Two",
        "\u{f0b7}\t{a} One\n·\u{a0}{b} Two",
        "● {a} One\n▪ {b} Two",
    ] {
        let (found, problems) = exercise(&format!("```{{choices}} x\nWhich?\n\n{written}\n```"));
        assert_eq!((found.unwrap().kind.offers(), problems), (&one_and_two()[..], vec![]), "{written}");
    }
}

#[test]
fn a_heading_with_another_space_begins_a_step() {
    for heading in [
        "##　Second",
        "##\u{a0}Second",
        "##Second",
        "＃＃　Second",
        " ## Second",
        "\u{200b}## Second",
        "\u{feff}##\u{a0}Second\u{200b}",
    ] {
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

#[test]
fn signs_that_do_nothing_are_told_and_signs_that_were_meant_are_not() {
    for text in [
        "This is **not closed.",
        "This is ** strong ** with spaces.",
        "closed**",
        "これは**大切です。",
        "**three*",
        "*four**",
        "This is *not closed *.",
        "This is * not opened*.",
        "__low lines",
        "~~struck out~~",
        "~~[struck out](#/help)~~",
        "==marked==",
        "＊＊大切＊＊",
        "one &hellip; two",
        "A heading {#id} in the middle",
        ":plan: people",
        ":::note",
        "> [!NOTE]",
        "- one\n- **two",
    ] {
        let (_, problems) = exercise(text);
        let line = 11 + text.matches('\n').count();
        assert_eq!(problems, [(line, Trouble::SignsSeen)], "{text}");
    }
    for text in ["- [ ] Tea", "- [x] Tea", "1. [X] Tea", "* [ ] Tea", "[ ] Tea", "- [] Tea", "> - [ ] Tea"] {
        assert_eq!(exercise(text).1, [(11, Trouble::TaskList)], "{text}");
    }
    for text in ["See [[Help]].", "(Help)[#/help]", "(Help)[https://example.org]"] {
        assert_eq!(exercise(text).1, [(11, Trouble::LinkBroken)], "{text}");
    }
    for text in [
        "5 * 3",
        "2**3",
        "2 ** 3 = 8",
        "A lone * asterisk in a sentence.",
        "Tea* or coffee*",
        "*for members",
        "*for members: 5 * 3",
        "5 * 3 is 15*",
        "* 1941 in Leeds",
        "f*** and s**t",
        "Three stars ***, says the guide.",
        "*****",
        "My name is ____ and I feel __ today.",
        "a_b_c and __init__ and _d_",
        "\\*\\*as it is\\*\\*",
        "`**` and `~~a~~` and `[ ]` and `&hellip;`",
        "**strong** *and* ***both*** **「家」**は",
        "そうですね~~ あ~~",
        "1 == 1, 10:30:15, R&D, Q&A;",
        "[ ... ] and [sic]",
        "(see below) [later]",
        "**a** and [**b**](#/help)",
        "*",
        "https://example.org/a**b?c==d~~",
    ] {
        assert_eq!(exercise(text).1, [], "{text}");
    }
}

#[test]
fn signs_in_words_that_stand_as_they_are_are_told() {
    let front = |line: &str| format!("---\nsummary: S\n{line}\n---\n## First\n\nText.\n");
    for (line, told) in [
        ("title: A *warm* room", true),
        ("title: **One**", true),
        ("title: [One](#/help)", true),
        ("title: One &amp; two", true),
        ("title: <b>One</b>", true),
        ("title: 5 * 3", false),
        ("title: R&D – what_is_it? (1) [2]", false),
        ("title: One\nnote: This is **hard", true),
    ] {
        let course = read(&[("en/one.md", &front(line))]);
        let found: Vec<_> = course.problems.iter().map(|problem| problem.trouble).collect();
        let wanted = if told { vec![Trouble::WordsOnly] } else { Vec::new() };
        assert_eq!(found, wanted, "{line}");
    }
    let (_, problems) = exercise("```{scale} x\n:low: **none**\n:high: much\nHow?\n```");
    assert_eq!(problems, [(12, Trouble::WordsOnly)]);
}
