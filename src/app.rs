//! Turns course, learner and route into a page, with its title, focus and scroll.

mod keeping;

use crate::browser::address::{self, Address};
use crate::browser::files::{self, Wanted};
use crate::browser::{clock, language, leave, page, session, voice};
use crate::components::here::Here;
use crate::components::in_class::InClass;
use crate::components::parts::{is_so, live, nothing};
use crate::components::shell::{class_shell, shell};
use crate::course::class::Classes;
use crate::course::{self, Centre, Course, Files, LanguageTag};
use crate::learner::Learner;
use crate::pages;
use crate::record::Preference;
use crate::route::Route;
use crate::words::{Word, Words};
use leptos::prelude::*;

/// Starts the app in its place on the page: learns from the centre's file where what
/// is written is kept, opens the record, fetches the course, closes the network, shows
/// the page the address names.
pub fn start() {
    page::watch_failure();
    wasm_bindgen_futures::spawn_local(async {
        let is_class = address::at_start().is_some_and(|route| route.is_of_class());
        let mut files = files::fetch_centre().await;
        // Class mode never opens a learner's record: no page of it could show it.
        let learner = match is_class {
            true => Learner::trying(),
            false => Learner::open(course::wanted::centre_of(&files).space),
        };
        if let (false, Some(session)) = (is_class, session::noted()) {
            learner.begin_without_trace(session);
        }
        let language = files::fetch_rest(&wanted(learner), &mut files).await;
        files::close_network();
        let files: &'static Files = Box::leak(Box::new(files));
        let (course, words) = read(&language, files);
        page::set_language(&language);
        dress(&course.centre);
        let voice = RwSignal::new(false);
        let (sought, by_module) = (RwSignal::new(String::new()), RwSignal::new(false));
        let tried = RwSignal::new(String::new());
        let today = clock::follow_day();
        let here = Here { course, words, files, learner, voice, today, sought, by_module, tried };
        let class = is_class.then(|| InClass::begin(Box::leak(Box::new(Classes::read(course, files)))));
        show(move || app(here, class));
        page::ready(course.help.places.is_empty());
    });
}

/// The languages to fetch. Whoever opens the page for centres looks after the site:
/// only for them is it all of them.
fn wanted(learner: Learner) -> Wanted {
    match address::at_start() {
        Some(Route::Check) => Wanted::All(learner.language()),
        // The first screen has chosen it already, by what this browser likes to read.
        Some(route) if route.is_of_class() => Wanted::Class(page::language()),
        _ => Wanted::One(learner.language()),
    }
}

/// Reads the course. It does not change while the page is open, so
/// that everything may point into it.
fn read(language: &LanguageTag, files: &Files) -> (&'static Course, &'static Words) {
    let course = Course::read(language, files);
    let name = course::files::path(language, "words.json");
    let (text, unread) = course::files::text_of(&name, files);
    let words = match unread.into_vec().is_empty() {
        true => Words::read(language.as_str(), &name, &text, language::LOCALE).0,
        false => Words::shipped(language::LOCALE),
    };
    (Box::leak(Box::new(course)), Box::leak(Box::new(words)))
}

/// Gives the page the centre's own colours, which `style/tokens.css` uses.
fn dress(centre: &Centre) {
    for colour in &centre.colours {
        let theme = if colour.is_dark { "-dark" } else { "" };
        page::set_style(&format!("--own-{}{theme}", colour.name), &colour.css());
        page::set_style(&format!("--own-{}-ink{theme}", colour.name), &colour.words_on_it());
    }
}

fn show(app: impl FnOnce() -> AnyView + 'static) {
    if let Some(place) = page::place() {
        mount_to(place, app).forget();
    }
}

fn app(here: Here, class: Option<InClass>) -> AnyView {
    provide_context(here);
    match class {
        Some(class) => provide_context(class),
        // In class mode the page keeps the look of the first screen.
        None => follow_preferences(here),
    }
    follow_voices(here);
    let address = Address::follow();
    let route = address.route();
    let is_class = class.is_some();
    // Help stays within a class. Everything else in the other mode reloads the page,
    // and until then nothing of it is shown: there is no class here, or no record. Words
    // that would be lost by that prevent it.
    let is_of_other = is_so(move || {
        route.with(|route| route.is_of_class() != is_class && !(is_class && route.is_for_anyone()))
    });
    Effect::new(move |_| {
        if is_of_other.get() && !untrack(|| keeping::has_unkept(here)) {
            page::load_again();
        }
    });
    keeping::follow_shared(here, route);
    let announced = RwSignal::new(String::new());
    keeping::follow(here, announced);
    let asked = keeping::Asked::at_start(here);
    let is_shut = is_so(move || here.learner.is_locked() && !route.with(Route::is_for_anyone));
    // Only this choice gives the page another title, not every keystroke.
    let is_discreet = is_so(move || here.learner.prefers(Preference::Titles) == "discreet");
    Effect::new(move |before: Option<()>| {
        let title = match is_shut.get() {
            true => here.say(Word::Locked),
            false => route.with(|route| pages::title(route, here)),
        };
        page::set_title(&full_title(here, &title, is_discreet.get()));
        let is_other_page = before.is_some();
        if is_other_page {
            here.learner.age_undo();
            announced.set(title);
            asked.ask_after_first_words(here);
        }
        // On the next frame the new page is there.
        request_animation_frame(move || {
            // At the start the browser begins at the top, as on any page.
            if is_other_page {
                page::focus_heading();
            }
            address.restore_scroll();
        });
    });
    // Only another address or a lock makes another page; what a page reads, it
    // follows itself.
    let page = live(move || {
        let route = route.get();
        if is_of_other.get_untracked() {
            return match untrack(|| keeping::has_unkept(here)) {
                true => pages::other_mode(&route, here),
                false => nothing(),
            };
        }
        match is_shut.get() {
            true => pages::locked(here),
            false => untrack(|| pages::page(&route, here)),
        }
    });
    match class {
        Some(_) => class_shell(here, route, announced, page),
        None => shell(here, route, announced, page),
    }
}

/// Shows the page as the learner prefers to read, now and when that changes.
fn follow_preferences(here: Here) {
    Effect::new(move |_| {
        for about in Preference::ALL {
            page::prefer(about.name(), here.learner.prefers(*about));
        }
    });
    window_event_listener(leptos::ev::pointermove, move |event| page::move_ruler(event.client_y()));
    window_event_listener(leptos::ev::pointerdown, move |event| page::move_ruler(event.client_y()));
}

fn follow_voices(here: Here) {
    let look = move || here.voice.set(voice::is_there(here.words.language()));
    look();
    voice::when_known(look);
}

fn full_title(here: Here, title: &str, is_discreet: bool) -> String {
    page::set_discreet_icon(is_discreet || leave::is_covered());
    if is_discreet {
        return here.say(Word::TitleDiscreet);
    }
    let name = &here.course.welcome().name;
    if title == name {
        return name.clone();
    }
    here.words.fill(Word::TitleOfPage, &[("page", title), ("name", name)])
}
