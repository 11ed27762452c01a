//! The screen before the app is there, and without JavaScript: name,
//! welcome, stages and helplines, from the same files the app reads.

use crate::{check::ENGLISH, folder};
use std::fmt::Write;
use std::path::Path;
use waymark::course::{Block, Course, HelpPlace, LanguageTag, Span, Stage, Target, files};
use waymark::route::Route;
use waymark::words::{Word, Words};

/// What the page shows before the app is there.
pub struct FirstScreen {
    /// The languages it is in, with spaces between.
    pub languages: String,
    /// Every language, one after the other, each marked with its tag.
    pub html: String,
    /// The styles that leave one language, once a script has chosen it. Without
    /// scripts, all of them show.
    pub styles: String,
}

/// The first screen in every language the centre offers.
pub fn read(modules: &Path) -> FirstScreen {
    let centre = folder::centre(modules);
    let mut heads = String::new();
    let mut screens = String::new();
    let mut help = String::new();
    let mut failed = String::new();
    let mut go_on = String::new();
    let mut styles = String::new();
    let mut languages = Vec::new();
    for welcome in &centre.languages {
        let (course, words) = course(modules, &welcome.language);
        heads.push_str(&head(&course, &words));
        screens.push_str(&screen(&course, &words));
        help.push_str(&help_html(&course, &words));
        failed.push_str(&marked("p", "notice", &course.language, &escape(&words.say(Word::StartFailed))));
        go_on.push_str(&marked("span", "go-on", &course.language, &escape(&words.say(Word::GoOn))));
        let language = welcome.language.to_string();
        let _ = writeln!(
            styles,
            ":root[data-first][lang=\"{language}\"] [data-first-language]:not([lang=\"{language}\"]) {{ display: none; }}"
        );
        languages.push(language);
    }
    // The address of the page for help: a link to it works before the app is
    // there, and leads to that page afterwards.
    let html = format!(
        "<div class=\"cover\"><button type=\"button\">{go_on}</button></div>\n<div data-failed role=\"alert\" hidden>{failed}</div>\n<div id=\"first-screen\">\n{heads}\
         <main>{screens}<div id=\"{}\">{help}</div></main></div>",
        Route::Help.href().trim_start_matches('#')
    );
    FirstScreen { languages: languages.join(" "), html, styles }
}

fn course(modules: &Path, language: &LanguageTag) -> (Course, Words) {
    let found = folder::files(modules, language);
    let course = Course::read(language, &found);
    let name = files::path(language, "words.json");
    let (text, _) = files::text_of(&name, &found);
    (course, Words::read(language.as_str(), &name, &text, ENGLISH).0)
}

fn head(course: &Course, words: &Words) -> String {
    let say = |word| escape(&words.say(word));
    let name = escape(&course.welcome().name);
    let inside = format!(
        "<div><span class=\"home\">{}<span>{name}</span></span><span class=\"always\">\
         <a class=\"help\" href=\"{}\">{}</a><a class=\"leave\" href=\"{}\" rel=\"noreferrer\">{}</a></span></div>",
        picture("mark", "mark", "0 0 32 32", 32),
        Route::Help.href(),
        say(Word::Help),
        escape(&course.centre.leave),
        say(Word::Leave),
    );
    marked("header", "top", &course.language, &inside)
}

/// The same parts in the same places as the app's own home, so that nothing
/// jumps when the app arrives.
fn screen(course: &Course, words: &Words) -> String {
    let welcome = course.welcome();
    let say = |word| escape(&words.say(word));
    let name = escape(&welcome.name);
    let mut inside = picture("scene", "scene-path", SCENE, 96);
    let _ = writeln!(inside, "<h1>{name}</h1>\n<div class=\"lead\">{}</div>", blocks(&welcome.blocks));
    let _ = writeln!(inside, "<p class=\"promise\">{}</p>", say(Word::PrivacyPromise));
    let _ = writeln!(
        inside,
        "<p data-starting role=\"status\" hidden>{0} <progress data-progress aria-label=\"{0}\" hidden></progress></p>",
        say(Word::Starting)
    );
    let _ = writeln!(inside, "<noscript><p class=\"notice\">{}</p></noscript>", say(Word::NoScript));
    inside.extend(course.stages.iter().map(|stage| stage_html(course, stage)));
    marked("div", "welcome", &course.language, &inside)
}

fn help_html(course: &Course, words: &Words) -> String {
    let title = &course.help.title;
    let title = if title.is_empty() { words.say(Word::Help) } else { title.clone() };
    let mut inside = format!("<h2>{}</h2>\n{}", escape(&title), blocks(&course.help.opening));
    inside.extend(course.help.places.iter().map(|place| place_html(place, words)));
    marked("section", "help-places", &course.language, &inside)
}

/// The shape of a stage's picture.
const SCENE: &str = "0 0 640 200";

fn picture(class: &str, id: &str, shape: &str, width: u8) -> String {
    format!(
        "<svg class=\"{class}\" viewBox=\"{shape}\" width=\"{width}\" aria-hidden=\"true\"><use href=\"#{id}\"/></svg>"
    )
}

/// An element in one of the languages.
fn marked(tag: &str, class: &str, language: &LanguageTag, inside: &str) -> String {
    let direction = if language.is_right_to_left() { " dir=\"rtl\"" } else { "" };
    format!("<{tag} class=\"{class}\" data-first-language lang=\"{language}\"{direction}>{inside}</{tag}>\n")
}

fn stage_html(course: &Course, stage: &Stage) -> String {
    /// How many modules to list: more would keep people waiting who are looking for a helpline.
    const MOST: usize = 30;
    let modules = course.modules_of(stage).take(MOST);
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
        // Our own pages are not there yet, but the words of such links are.
        Span::Link { to: Target::Own(_), spans: inner } => spans(inner),
        Span::Link { to: Target::Out(address), spans: inner } => {
            format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(address), spans(inner))
        }
    }
}

/// Text escaped, so that HTML shows it letter by letter.
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
