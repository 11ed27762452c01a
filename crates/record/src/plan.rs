//! The plan: made of answers whose exercise points to one of its sections,
//! and of what was written into the plan itself.

use super::answer::{Item, NO_SECTION};
use super::saved::{Fields, Form, Other, Read};
use super::ties::{Tie, placed};
use super::{Answer, Key, Record};
use course::{AnswerId, Course, Exercise, Kind, SectionId};

/// What a learner wrote into a section of the plan itself, and how they want
/// to see it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanWords {
    /// The learner's words.
    pub words: String,
    /// Whether the section is hidden. Its words are kept all the same.
    pub hidden: bool,
    /// Whether it is on the crisis card, once the learner has chosen.
    pub on_card: Option<bool>,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// One thing a learner does to a section of the plan.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanChange {
    /// Writes into the section.
    Words(String),
    /// Hides the section, or shows it again.
    Hidden(bool),
    /// Puts the section on the crisis card, or leaves it off.
    OnCard(bool),
}

impl PlanWords {
    /// Makes a change to a section.
    pub fn apply(&mut self, change: PlanChange) {
        match change {
            PlanChange::Words(words) => self.words = words,
            PlanChange::Hidden(hidden) => self.hidden = hidden,
            PlanChange::OnCard(on_card) => self.on_card = Some(on_card),
        }
    }
}

impl Form for PlanWords {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            words: fields.text("words")?,
            hidden: fields.flag("hidden")?.unwrap_or_default(),
            on_card: fields.flag("on_card")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_text("words", &self.words);
        fields.put_flag("hidden", self.hidden.then_some(true));
        fields.put_flag("on_card", self.on_card);
        fields
    }
}

/// The sections that are on a crisis card until a learner chooses, by the
/// ids they have in the shipped course.
const ON_CARD: [&str; 5] =
    ["people", "when-it-is-hard", "wishes-in-a-crisis", "not-in-a-crisis", "things-to-look-after"];

/// Whether a section is on the crisis card.
pub fn is_on_card(section: &SectionId, record: &Record) -> bool {
    let chosen = record.plan_words(section).and_then(|own| own.on_card);
    chosen.unwrap_or_else(|| ON_CARD.contains(&section.as_str()))
}

/// What the learner wrote for a section, in lines: answers in the order of
/// the course, and at the end what was written into the plan.
pub fn lines(section: &SectionId, course: &Course, record: &Record) -> Vec<String> {
    let mut lines = Vec::new();
    for module in course.modules() {
        for exercise in module.exercises().filter(|e| e.plan.as_ref() == Some(section)) {
            let id = AnswerId { module: module.id.clone(), exercise: exercise.id.clone() };
            if let Some(answer) = record.answer(&id) {
                lines.extend(lines_of(exercise, answer));
            }
        }
    }
    if let Some(own) = record.plan_words(section) {
        lines.extend(super::lines_of(&own.words));
    }
    lines
}

/// Answers that fed a section until the course was changed: their exercise is gone, or
/// no longer feeds a section. Whoever wrote them expects to find them there.
pub fn earlier<'a>(section: &SectionId, course: &Course, record: &'a Record) -> Vec<(AnswerId, &'a Answer)> {
    let mut earlier = Vec::new();
    for key in record.keys() {
        if let Key::Answer(id) = key
            && let Some(answer) = record.answer(&id)
            && fed(&id, answer, course) == Some(section)
            && course.exercise(&id).is_none_or(|exercise| exercise.plan.is_none())
        {
            earlier.push((id, answer));
        }
    }
    earlier
}

/// The section that an answer fed when it was written. An older Waymark did not note it;
/// then the course may know.
fn fed<'a>(id: &AnswerId, answer: &'a Answer, course: &'a Course) -> Option<&'a SectionId> {
    let section = answer.plan.as_ref().or_else(|| course.former_section(id));
    section.filter(|section| section.as_str() != NO_SECTION)
}

/// The lines of the answers that fed a section earlier.
pub fn earlier_lines(section: &SectionId, course: &Course, record: &Record) -> Vec<String> {
    earlier(section, course, record)
        .into_iter()
        .flat_map(|(id, answer)| earlier_lines_of(&id, course, answer))
        .collect()
}

/// The lines of one such answer. Where the exercise is gone, nothing shows whether it was about
/// people, so anything that might be a tie that hurts is left out.
pub fn earlier_lines_of(id: &AnswerId, course: &Course, answer: &Answer) -> Vec<String> {
    match course.exercise(id) {
        Some(exercise) => lines_of(exercise, answer),
        None => without_what_hurts(answer).lines(&[]),
    }
}

fn without_what_hurts(answer: &Answer) -> Answer {
    let stays = |item: &&Item| !matches!(placed(item).0, Tie::Hurts | Tie::Both);
    let items = answer.items.iter().filter(stays).cloned().collect();
    Answer { items, ..answer.clone() }
}

/// The lines of an answer as the plan has them. Of people, those whose tie
/// hurts, even if it helps as well, are left out: the plan and its card are for
/// the people one can rely on.
pub fn lines_of(exercise: &Exercise, answer: &Answer) -> Vec<String> {
    let offers = exercise.kind.offers();
    match exercise.kind {
        Kind::People => without_what_hurts(answer).lines(offers),
        Kind::Reflection
        | Kind::List
        | Kind::Choices(_)
        | Kind::Order(_)
        | Kind::Scale(_)
        | Kind::Wheel(_)
        | Kind::Compare(_)
        | Kind::Table(_)
        | Kind::Goal
        | Kind::Practice
        | Kind::Pause(_) => answer.lines(offers),
    }
}

/// Sections that the course no longer has, with words of the plan or of answers in
/// them.
pub fn gone(course: &Course, record: &Record) -> Vec<SectionId> {
    let mut gone: Vec<SectionId> = Vec::new();
    for key in record.keys() {
        let section = match key {
            Key::Plan(id) => Some(id),
            Key::Answer(id) => record.answer(&id).and_then(|answer| fed(&id, answer, course)).cloned(),
            _ => None,
        };
        let is_new = |id: &SectionId| !gone.contains(id) && course.plan.iter().all(|known| known.id != *id);
        gone.extend(section.filter(is_new));
    }
    gone.retain(|id| !(lines(id, course, record).is_empty() && earlier_lines(id, course, record).is_empty()));
    gone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AnswerChange;
    use course::{ItemId, ModuleId, module};

    #[test]
    fn a_tie_that_hurts_is_not_in_the_plan() {
        let text = "---\ntitle: T\nsummary: S\n---\n## A\n\n```{people} around\n:plan: people\nWho?\n```\n\n\
            ```{table} notes\n- {tie} Tie\n```\n";
        let (module, _) = module::parse(ModuleId::new("m").unwrap(), "en/m.md", text);
        let mut answer = Answer::default();
        for (id, name, tie) in
            [("a", "Mara", "helps"), ("b", "Ex", "hurts"), ("c", "Dad", "both"), ("d", "Cat", "")]
        {
            let id = ItemId::new(id).unwrap();
            answer.apply(AnswerChange::AddItem(id.clone(), name.into(), String::new()));
            answer.apply(AnswerChange::Cell(id, "tie".into(), tie.into()));
        }
        let [around, notes] = &module.exercises().collect::<Vec<_>>()[..] else { panic!("{module:?}") };
        assert_eq!(lines_of(around, &answer), ["Mara", "Cat"]);
        // A cell of that name in a table is somebody's own words.
        assert!(lines_of(notes, &answer).contains(&"Ex".to_owned()));
    }

    #[test]
    fn words_stay_in_the_plan_when_the_course_has_their_exercise_no_more() {
        let record_of = |value: &str| {
            let mut record = Record::default();
            let key = Key::parse("waymark.answer.m.gone").unwrap();
            let text =
                format!(r#"{{"form":1,"revision":1,"changed":"2026-01-01T10:00:00","value":{value}}}"#);
            record.take_in(&key, &text).unwrap();
            record
        };
        let section = SectionId::new("people").unwrap();
        let course = Course::read(&course::LanguageTag::english(), &course::Files::default());
        let record = record_of(
            r#"{"words":"Ask Mara","plan":"people","items":[{"id":"a","words":"Ex","cells":{"tie":"hurts"}}]}"#,
        );
        assert_eq!(earlier_lines(&section, &course, &record), ["Ask Mara"]);
        assert_eq!(gone(&course, &record), std::slice::from_ref(&section));
        let elsewhere = record_of(r#"{"words":"Ask Mara"}"#);
        assert!(earlier_lines(&section, &course, &elsewhere).is_empty(), "it never stood there");
        // What an older Waymark wrote does not say where it stood; the plan's file does.
        let mut files = course::Files::default();
        let plan = "## People {#people}\n\n# Earlier {#earlier}\n\n- m/gone people: Who?\n";
        files.insert("en/plan.md", course::File::Here(plan.as_bytes().to_vec()));
        let course = Course::read(&course::LanguageTag::english(), &files);
        assert_eq!(earlier_lines(&section, &course, &elsewhere), ["Ask Mara"]);
        // Taken off, they stay off.
        let mut off = Answer { words: "Ask Mara".into(), ..Answer::default() };
        off.apply(AnswerChange::OffPlan);
        let id = AnswerId::parse("m/gone").unwrap();
        assert_eq!(fed(&id, &off, &course), None);
        assert_eq!(course.plan.len(), 1);
        assert!(course.plan[0].blocks.is_empty(), "learners do not see the list");
    }
}
