//! What the browser knows about languages: plurals, dates, times.

use super::window;
use crate::record::{LocalDate, LocalTime};
use crate::words::Locale;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// The browser's knowledge of every language, for `Words`.
pub const LOCALE: Locale = Locale { plural, day };

/// The languages the learner's browser asks for, the preferred one first.
pub fn wanted() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// The plural category of a number in a language.
pub fn plural(language: &str, number: usize) -> String {
    #[allow(clippy::cast_precision_loss)]
    Intl::PluralRules::new(&Array::of1(&language.into()), &Object::new()).select(number as f64).into()
}

/// A day as a language writes it: `22 November 2026`.
pub fn day(language: &str, day: LocalDate) -> String {
    format(language, &date(day, 12, 0), &[("dateStyle", "long")])
}

/// A day and time as a language writes them.
pub fn day_and_time(language: &str, time: &LocalTime) -> String {
    let (hour, minute, _) = time.clock();
    format(language, &date(time.date, hour, minute), &[("dateStyle", "long"), ("timeStyle", "short")])
}

/// A time of day, such as `21:04`, with the day where it is not today.
pub fn time(language: &str, time: &LocalTime) -> String {
    if time.date != super::clock::today() {
        return day_and_time(language, time);
    }
    let (hour, minute, _) = time.clock();
    format(language, &date(time.date, hour, minute), &[("timeStyle", "short")])
}

/// The name of a language in that language.
pub fn name_of(language: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    let own = || -> Result<String, JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let names: js_sys::Function = Reflect::get(&intl, &"DisplayNames".into())?.dyn_into()?;
        let names = Reflect::construct(&names, &Array::of2(&Array::of1(&language.into()), &options))?;
        let of: js_sys::Function = Reflect::get(&names, &"of".into())?.dyn_into()?;
        of.call1(&names, &language.into())?.as_string().ok_or(JsValue::NULL)
    };
    own().unwrap_or_else(|_| language.to_owned())
}

/// A text in one of Unicode's forms, such as `NFC`.
pub fn normal(text: &str, form: &str) -> String {
    js_sys::JsString::from(text).normalize(form).into()
}

/// A text with its letters decomposed and in lower case, for searching.
pub fn forms(text: &str) -> String {
    js_sys::JsString::from(normal(text, "NFKD")).to_lower_case().into()
}

/// A list as a language joins it: `bread, tea and time`.
pub fn list(language: &str, things: &[String]) -> String {
    let all: Array = things.iter().map(|thing| JsValue::from_str(thing)).collect();
    let own = || -> Result<String, JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let lists: js_sys::Function = Reflect::get(&intl, &"ListFormat".into())?.dyn_into()?;
        let lists = Reflect::construct(&lists, &Array::of1(&language.into()))?;
        let format: js_sys::Function = Reflect::get(&lists, &"format".into())?.dyn_into()?;
        format.call1(&lists, &all)?.as_string().ok_or(JsValue::NULL)
    };
    own().unwrap_or_else(|_| things.join(", "))
}

fn date(day: LocalDate, hour: u32, minute: u32) -> Date {
    let (year, month, day) = day.parts();
    let date = Date::new_with_year_month_day_hr_min(2000, 0, 1, hour.cast_signed(), minute.cast_signed());
    // Set separately, since a date takes a year below 100 for one of the last century.
    date.set_full_year_with_month_date(u32::from(year), i32::from(month) - 1, i32::from(day));
    date
}

thread_local! {
    /// The formats made so far, by purpose: making one takes a
    /// browser longer than using it a hundred times.
    static FORMATS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

fn format(language: &str, date: &Date, options: &[(&str, &str)]) -> String {
    let mut name = language.to_owned();
    for (option, value) in options {
        name.push_str(option);
        name.push_str(value);
    }
    let known = FORMATS.with_borrow(|formats| {
        formats.iter().find(|(known, _)| *known == name).map(|(_, format)| format.clone())
    });
    let format = known.unwrap_or_else(|| {
        let format = new_format(language, options);
        FORMATS.with_borrow_mut(|formats| formats.push((name, format.clone())));
        format
    });
    let text = format.call1(&JsValue::UNDEFINED, date).ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
}

fn new_format(language: &str, options: &[(&str, &str)]) -> Function {
    let wishes = Object::new();
    for (name, value) in options {
        let _ = Reflect::set(&wishes, &(*name).into(), &(*value).into());
    }
    Intl::DateTimeFormat::new(&Array::of1(&language.into()), &wishes).format()
}
