//! The screen that is there before the app is, and without JavaScript: name,
//! welcome, stages and helplines, from the same files the app reads.

use crate::{check::plural, folder};
use std::fmt::Write;
use std::path::Path;
use waymark::course::{Block, Course, HelpPlace, LanguageTag, Span, Stage, Target, files};
use waymark::words::{Word, Words};

/// The first screen in every language the centre offers, each marked with its
/// language; a script leaves one. Without scripts all of them are there.
pub fn html(modules: &Path) -> String {
    let mut screens = String::new();
    let mut failed = String::new();
    for welcome in folder::centre(modules).languages {
        let (course, words) = read(modules, &welcome.language);
        screens.push_str(&screen(&course, &words));
        failed.push_str(&marked("p", &course.language, &escape(&words.say(Word::StartFailed))));
    }
    format!(
        "<div data-failed role=\"alert\" hidden>{failed}</div>\n<div id=\"first-screen\">\n{screens}</div>"
    )
}

fn read(modules: &Path, language: &LanguageTag) -> (Course, Words) {
    let found = folder::files(modules, language);
    let course = Course::read(language, &found);
    let name = files::path(language, "words.json");
    let (text, _) = files::text_of(&name, &found);
    (course, Words::read(language.as_str(), &name, &text, plural).0)
}

fn screen(course: &Course, words: &Words) -> String {
    let welcome = course.welcome();
    let say = |word| escape(&words.say(word));
    let mut inside = format!("<h1>{}</h1>\n{}", escape(&welcome.name), blocks(&welcome.blocks));
    let _ = writeln!(inside, "<p>{}</p>", say(Word::PrivacyPromise));
    let _ = writeln!(inside, "<p data-starting role=\"status\" hidden>{}</p>", say(Word::Starting));
    let _ = writeln!(inside, "<noscript><p>{}</p></noscript>", say(Word::NoScript));
    inside.extend(course.stages.iter().map(|stage| stage_html(course, stage)));
    let title = if course.help.title.is_empty() { say(Word::Help) } else { escape(&course.help.title) };
    let _ = writeln!(inside, "<h2>{title}</h2>\n{}", blocks(&course.help.opening));
    inside.extend(course.help.places.iter().map(|place| place_html(place, words)));
    marked("section", &course.language, &inside)
}

fn marked(tag: &str, language: &LanguageTag, inside: &str) -> String {
    format!("<{tag} data-first-language lang=\"{language}\">{inside}</{tag}>\n")
}

fn stage_html(course: &Course, stage: &Stage) -> String {
    let modules = course.modules_of(stage);
    let items: Vec<String> = modules.map(|module| format!("<li>{}</li>", escape(&module.title))).collect();
    let items = items.concat();
    format!("<h2>{}</h2>\n{}<ul>{items}</ul>\n", escape(&stage.title), blocks(&stage.blocks))
}

fn place_html(place: &HelpPlace, words: &Words) -> String {
    let checked = place.checked.as_ref().map(|day| words.fill(Word::HelpChecked, &[("day", day)]));
    let checked = checked.map_or_else(String::new, |words| format!("<p>{}</p>\n", escape(&words)));
    format!("<h3>{}</h3>\n{}{checked}", escape(&place.title), blocks(&place.blocks))
}

fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { spans: words, .. } => format!("<h3>{}</h3>\n", spans(words)),
        Block::Paragraph(words) => format!("<p>{}</p>\n", spans(words)),
        Block::List { items, .. } => {
            let items: Vec<String> =
                items.iter().map(|item| format!("<li>{}</li>", item_html(item))).collect();
            format!("<ul>{}</ul>\n", items.concat())
        }
        Block::Quote(inner) => format!("<blockquote>{}</blockquote>\n", blocks(inner)),
        Block::Code(text) => format!("<pre>{}</pre>\n", escape(text)),
        Block::Rule => "<hr>\n".to_owned(),
    }
}

fn item_html(item: &[Block]) -> String {
    match item {
        [Block::Paragraph(words)] => spans(words),
        _ => blocks(item),
    }
}

fn spans(spans: &[Span]) -> String {
    spans.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        Span::Text(words) => escape(words),
        Span::Code(words) => format!("<code>{}</code>", escape(words)),
        Span::Emphasis(inner) => format!("<em>{}</em>", spans(inner)),
        Span::Strong(inner) => format!("<strong>{}</strong>", spans(inner)),
        Span::Break => "<br>".to_owned(),
        // Pages of our own are not there yet; their words are.
        Span::Link { to: Target::Own(_), spans: inner } => spans(inner),
        Span::Link { to: Target::Out(address), spans: inner } => {
            format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(address), spans(inner))
        }
    }
}

/// Text as HTML shows it letter by letter.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_a_centre_writes_becomes_a_tag() {
        let text = "<script>alert(\"1\")</script> & more";
        let found = block(&Block::Paragraph(vec![Span::Text(text.into())]));
        assert_eq!(found, "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more</p>\n");
        let link =
            Span::Link { to: Target::Out("https://a.b/\"x".into()), spans: vec![Span::Text("a".into())] };
        assert_eq!(span(&link), "<a href=\"https://a.b/&quot;x\" rel=\"noreferrer\">a</a>");
    }
}
