//! Reminders as a calendar file (iCalendar, RFC 5545): for the next follow-up
//! of a goal, and for the days its small steps are meant for.
//!
//! Times are local: they mean the hour on the clock, wherever its owner is
//! (RFC 5545, 3.3.5, form 1). An event keeps its UID, so that a file saved
//! again replaces the earlier one in a calendar.

use super::{Goal, LocalTime};
use course::GoalId;

/// The most octets a line may have, without its ending (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// What a reminder says, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The day of the follow-up, and the time of day of every event.
    pub at: LocalTime,
    /// After how many days the follow-up repeats, if it does.
    pub every: Option<u16>,
    /// What every event is called. It does not say what the goal is about.
    pub title: Option<String>,
}

/// The calendar file. `made` is when it was made, in universal time, as the format asks;
/// `follow_up` is what a follow-up is called where the title says it.
pub fn file(id: &GoalId, goal: &Goal, reminder: &Reminder, follow_up: &str, made: &LocalTime) -> String {
    let mut lines = Lines(String::new());
    lines.put("BEGIN:VCALENDAR");
    lines.put("VERSION:2.0");
    lines.put("PRODID:-//Waymark//Reminder//EN");
    let title = |words: &str| reminder.title.clone().unwrap_or_else(|| words.to_owned());
    let about_goal = title(&format!("{follow_up}: {}", goal.words.trim()));
    lines.event(&format!("{id}-follow-up"), &reminder.at, reminder.every, &about_goal, made);
    for step in goal.steps.iter().filter(|step| step.done.is_none()) {
        if let Some(by) = step.by {
            let mut at = reminder.at.clone();
            at.date = by;
            lines.event(&format!("{id}-{}", step.id), &at, None, &title(step.words.trim()), made);
        }
    }
    lines.put("END:VCALENDAR");
    lines.0
}

/// `20261122T210405`
fn stamp(time: &LocalTime) -> String {
    time.to_string().replace(['-', ':'], "")
}

/// Lines that end in CR LF, with the long ones folded.
struct Lines(String);

impl Lines {
    fn event(&mut self, uid: &str, at: &LocalTime, every: Option<u16>, title: &str, made: &LocalTime) {
        self.put("BEGIN:VEVENT");
        self.put(&format!("UID:{uid}@waymark"));
        self.put(&format!("DTSTAMP:{}Z", stamp(made)));
        self.put(&format!("DTSTART:{}", stamp(at)));
        self.put("DURATION:PT15M");
        if let Some(days) = every {
            self.put(&format!("RRULE:FREQ=DAILY;INTERVAL={}", days.max(1)));
        }
        self.put(&format!("SUMMARY:{}", escaped(title)));
        self.put("CLASS:PRIVATE");
        self.put("TRANSP:TRANSPARENT");
        self.put("BEGIN:VALARM");
        self.put("ACTION:DISPLAY");
        self.put("TRIGGER:PT0S");
        self.put(&format!("DESCRIPTION:{}", escaped(title)));
        self.put("END:VALARM");
        self.put("END:VEVENT");
    }

    /// Folds between letters, never inside one.
    fn put(&mut self, line: &str) {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text value (RFC 5545, 3.3.11), without control characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::{GoalChange, LocalDate};
    use super::*;
    use course::ItemId;
    use proptest::prelude::*;

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    fn made() -> LocalTime {
        LocalTime::parse("2026-11-24T12:00:00").unwrap()
    }

    fn reminder(title: Option<&str>, every: Option<u16>) -> Reminder {
        let at = LocalTime::parse("2026-12-01T10:30:00").unwrap();
        Reminder { at, every, title: title.map(str::to_owned) }
    }

    fn goal(steps: &[(&str, Option<&str>, bool)]) -> Goal {
        let mut goal = Goal::start("Sit in the park".into(), None, day("2026-11-01"));
        for (at, (words, by, done)) in steps.iter().enumerate() {
            let id = ItemId::new(&format!("s{at}")).unwrap();
            goal.apply(GoalChange::AddStep(id.clone(), (*words).into()), day("2026-11-22"));
            goal.apply(GoalChange::StepBy(id.clone(), by.map(day)), day("2026-11-22"));
            goal.apply(GoalChange::StepDone(id, done.then(|| day("2026-11-02"))), day("2026-11-22"));
        }
        goal
    }

    fn id() -> GoalId {
        GoalId::new("g1").unwrap()
    }

    /// Undoes folding and escaping, as a reader of the file does.
    fn values(file: &str, name: &str) -> Vec<String> {
        let whole = file.replace("\r\n ", "");
        let start = format!("{name}:");
        let found = whole.split("\r\n").filter_map(|line| line.strip_prefix(&start));
        found.map(|value| value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")).collect()
    }

    #[test]
    fn a_file_reads_as_the_form_asks() {
        let goal = goal(&[("Walk to the gate", Some("2026-11-29"), false)]);
        let file = file(&id(), &goal, &reminder(Some("A moment"), Some(7)), "Follow-up", &made());
        let expected = "BEGIN:VCALENDAR VERSION:2.0 PRODID:-//Waymark//Reminder//EN \
            BEGIN:VEVENT UID:g1-follow-up@waymark DTSTAMP:20261124T120000Z DTSTART:20261201T103000 \
            DURATION:PT15M RRULE:FREQ=DAILY;INTERVAL=7 SUMMARY:A_moment CLASS:PRIVATE TRANSP:TRANSPARENT \
            BEGIN:VALARM ACTION:DISPLAY TRIGGER:PT0S DESCRIPTION:A_moment END:VALARM END:VEVENT \
            BEGIN:VEVENT UID:g1-s0@waymark DTSTAMP:20261124T120000Z DTSTART:20261129T103000 \
            DURATION:PT15M SUMMARY:A_moment CLASS:PRIVATE TRANSP:TRANSPARENT \
            BEGIN:VALARM ACTION:DISPLAY TRIGGER:PT0S DESCRIPTION:A_moment END:VALARM END:VEVENT END:VCALENDAR";
        let expected: Vec<String> = expected.split_whitespace().map(|line| line.replace('_', " ")).collect();
        let found: Vec<&str> = file.split_terminator("\r\n").collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn only_steps_that_have_a_day_and_are_not_done_are_reminded_of() {
        let goal = goal(&[
            ("no day", None, false),
            ("done", Some("2026-11-29"), true),
            ("to come", Some("2026-11-30"), false),
        ]);
        let file = file(&id(), &goal, &reminder(None, None), "Follow-up", &made());
        assert_eq!(values(&file, "SUMMARY"), ["Follow-up: Sit in the park", "to come"]);
        assert_eq!(values(&file, "DTSTART"), ["20261201T103000", "20261130T103000"]);
    }

    proptest! {
        #[test]
        fn no_event_is_lost_or_invented(
            steps in proptest::collection::vec(("[^\\\\\\p{Cc}]{0,90}", any::<bool>(), any::<bool>()), 0..6),
            title in proptest::option::of("[^\\\\\\p{Cc}]{1,90}"),
        ) {
            let steps: Vec<_> = steps.iter()
                .map(|(words, dated, done)| (&words[..], dated.then_some("2026-12-03"), *done)).collect();
            let goal = goal(&steps);
            let file = file(&id(), &goal, &reminder(title.as_deref(), None), "Talk", &made());
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
            prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
            let words = steps.iter().filter(|(_, by, done)| by.is_some() && !done).map(|(words, ..)| words.trim());
            let expected: Vec<String> = std::iter::once("Talk: Sit in the park").chain(words)
                .map(|words| title.clone().unwrap_or_else(|| words.to_owned())).collect();
            prop_assert_eq!(values(&file, "SUMMARY"), expected);
            let uids = values(&file, "UID");
            prop_assert!(uids.iter().enumerate().all(|(at, uid)| !uids[..at].contains(uid)));
        }
    }
}
