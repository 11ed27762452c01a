//! Texts, and what they are read as.

use super::reference::reference;
use super::*;
use crate::text::{Span, Target, plain_blocks};
use proptest::prelude::*;

fn blocks(text: &str) -> (Vec<Block>, Vec<(usize, Trouble)>) {
    let mut problems = Problems::of("test.md");
    let blocks = read_blocks(text, 1, &mut problems);
    let found = problems.into_vec();
    (blocks, found.into_iter().map(|p| (p.line, p.trouble)).collect())
}

#[test]
fn words_keep_their_order_and_form() {
    let (found, problems) = blocks("A *warm* **room**\\\nand [help](#/help).\n\n- one\n- two\n  - three\n");
    assert_eq!(problems, []);
    assert_eq!(
        found[0],
        Block::Paragraph(vec![
            Span::Text("A ".into()),
            Span::Emphasis(vec![Span::Text("warm".into())]),
            Span::Text(" ".into()),
            Span::Strong(vec![Span::Text("room".into())]),
            Span::Break,
            Span::Text("and ".into()),
            Span::Link { to: Target::Own("#/help".into()), spans: vec![Span::Text("help".into())] },
            Span::Text(".".into()),
        ])
    );
    assert_eq!(plain_blocks(&found[1..]), "one\ntwo\nthree");
}

#[test]
fn what_could_harm_becomes_text_and_a_problem() {
    for (text, trouble, shown) in [
        ("<script>alert(1)</script>", Trouble::RawHtml, "<script>alert(1)</script>"),
        ("a <b onclick=x>b</b>", Trouble::RawHtml, "a <b onclick=x>b</b>"),
        ("[go](javascript:alert(1))", Trouble::LinkRefused, "go"),
        ("[go](http://example.org)", Trouble::LinkRefused, "go"),
        ("<javascript:alert(1)>", Trouble::LinkRefused, "javascript:alert(1)"),
        ("![a tree](https://example.org/t.png)", Trouble::Image, "a tree"),
        ("```\nnever closed", Trouble::FenceOpen, "never closed"),
        ("- ```{reflection} x\n  y\n  ```", Trouble::ExerciseNested, "y"),
    ] {
        let (found, problems) = blocks(text);
        assert!(problems.contains(&(1, trouble)), "{text}: {problems:?}");
        assert_eq!(plain_blocks(&found), shown, "{text}");
    }
}

#[test]
fn problems_name_their_line() {
    let (_, problems) = blocks("one\n\ntwo\n\nthree <i>x</i>\n");
    assert_eq!(problems, [(5, Trouble::RawHtml), (5, Trouble::RawHtml)]);
}

#[test]
fn depth_ends_and_words_stay() {
    let (found, problems) = blocks(&format!("{}deep", "> ".repeat(500)));
    assert!(problems.iter().any(|(_, trouble)| *trouble == Trouble::TooDeep));
    assert_eq!(plain_blocks(&found), "deep");
    let (found, _) = blocks(&format!("{}deep{}", "*a ".repeat(300), " b*".repeat(300)));
    assert!(plain_blocks(&found).contains("deep"));
}

/// What is read, without what differs on purpose: texts side by side are one
/// text, and a text without letters is no span.
fn same(text: &str) -> (Vec<Block>, Vec<Block>) {
    (blocks(text).0, reference(text))
}

#[test]
fn texts_are_read_as_the_reference_reads_them() {
    for text in [
        "# One\n## Two {#two}\n### Three ###\n####### no\n#no\n# \n",
        "One\n===\nTwo\n---\nthree\n\n---\n***\n_ _ _\n",
        "one\ntwo  \nthree\\\nfour\n\n    code\n\n      more\n\nlast",
        "- a\n- b\n\n  second\n- c\n  - d\n    - e\n\nafter",
        "1. a\n2. b\n3) c\n\n10. ten\n",
        "a\n2. no list\nb\n1. a list\n",
        "- a\nlazy\n- b\n  lazy too\n\nout",
        "> a\nlazy\n> b\n>\n> - c\n> - d\nlazy\n\nout",
        "> > deep\n> back\n\n> again",
        "- \n- a\n-\n\n  b",
        "-\n\n  not inside",
        "-     code in item\n",
        "```\ncode *no*\n\n  kept\n```\n~~~ info\n```\n~~~\n",
        "  ```\n  one\n    two\n  ```",
        "- ```\n  in a list\n\n  ```\n- b",
        "> ```\n> quoted\n\nout",
        "*a* **b** ***c*** _d_ __e__ a_b_c *a*b* ** **",
        "*a **b*** **a *b***  *a _b* c_ ****a**** ***a** b*",
        "**a*b**c* *(a)* \"*a*\" *\"a\"*b a*\"b\"*",
        "`code` ``a ` b`` ` `` ` `a\nb` `` ` `` ```",
        "\\*no\\* \\a \\\\ \\`a\\` &amp; &lt; &#65; &#x42; &nope; &",
        "[a](#/help) [b](<#/help>) [c](#/help \"title\") [d] (#/help) [e](#/he(l)p)",
        "[a [b](#/help) c](#/plan) [*a* `b`](#/help)*",
        "*[a*](#/help) [a](#/help 'b\" c') [a](x y) [a]() []( #/help )",
        "![a *b*](c.png) [![a](b)](#/help) a!\n",
        "<https://example.org/a> <me@example.org> <not an address> a < b > c",
        "[a](https://example.org/\\)x) [a](https://example.org/&amp;)",
        "静か **な** 部屋*です*。",
    ] {
        let (ours, theirs) = same(text);
        assert_eq!(ours, theirs, "{text}");
    }
}

#[test]
fn the_shipped_texts_are_read_as_the_reference_reads_them() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../modules");
    let mut read = 0;
    for language in ["en", "ja"] {
        for file in std::fs::read_dir(format!("{folder}/{language}")).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|end| end == "md") {
                let text = std::fs::read_to_string(&path).unwrap();
                let text = text
                    .strip_prefix("---\n")
                    .and_then(|text| text.split_once("---\n"))
                    .map_or(&text[..], |(_, rest)| rest);
                let (ours, theirs) = same(text);
                assert_eq!(ours, theirs, "{}", path.display());
                read += 1;
            }
        }
    }
    assert!(read > 10, "{read}");
}

#[test]
fn japanese_brackets_do_not_keep_words_from_being_strong() {
    let (found, _) = blocks("私の**「家」**は、*静か。*だ");
    let strong = |words: &str| Span::Strong(vec![Span::Text(words.into())]);
    assert!(matches!(&found[0], Block::Paragraph(spans) if spans.contains(&strong("「家」"))), "{found:?}");
}

#[test]
fn texts_made_to_be_slow_are_read_all_the_same() {
    for part in [
        "*a ", "**a", "_a*", "[", "![", "[a](", "`", "`a``", "<", "<a", "> ", "- ", "\\", "&", "](", "a*_",
        "[a](b ",
    ] {
        let text = part.repeat(100_000 / part.len());
        assert!(!read_blocks(&text, 1, &mut Problems::of("test.md")).is_empty(), "{part}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn any_emphasis_is_read_as_the_reference_reads_it(pieces in proptest::collection::vec(
        prop::sample::select(vec!["*", "**", "_", "__", "a", "b ", " ", ".", "(", ")", "静", "`c`", "\\", "[", "](#/help)"]), 0..14)) {
        let text: String = pieces.concat();
        let (ours, theirs) = same(&text);
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn any_blocks_are_read_as_the_reference_reads_them(lines in proptest::collection::vec(
        prop::sample::select(vec!["", "a", "b *c*", "- d", "  e", "    f", "> g", ">", "> - h", "1. i", "   j", "# k", "***", "```", "- > l", "* m", "  - n"]), 0..9)) {
        let text = lines.join("\n");
        let (ours, theirs) = same(&text);
        prop_assert_eq!(ours, theirs, "{}", text);
    }
}
