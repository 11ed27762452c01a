//! What goes on paper, and above all what does not.

use super::sheet::{Audience, Of, Part};
use super::*;
use course::{
    AnswerId, ChoiceId, Course, File, Files, GoalId, ItemId, LanguageTag, ModuleId, NoteId, SectionId,
};
use proptest::prelude::*;
use record::{
    AnswerChange, Change, GoalChange, LearningChange, LocalDate, LocalTime, Next, PlanChange, Record,
};
use words::{Locale, Words};

/// An exercise of every kind, most of them in the plan.
const MODULE: &str = "---\ntitle: Kinds\nsummary: All.\n---\n## One\n
```{reflection} reflection\n:plan: well\nWhat do you think?\n```\n
```{list} list\n:plan: well\nWhat is on it?\n```\n
```{choices} choices\nWhich?\n\n- {tea} Tea\n- {rain} Rain\n```\n
```{order} order\nFirst?\n\n- {kind} Kind\n- {free} Free\n```\n
```{scale} scale\n:low: heavy\n:high: light\nToday?\n```\n
## Two\n
```{wheel} wheel\nThese?\n\n- {home} Home\n- {money} Money\n```\n
```{compare} compare\nEach?\n\n- {stay} Staying\n- {go} Going\n```\n
```{table} table\n:plan: signs\nRows?\n\n- {sign} Sign\n- {helps} Helps\n```\n
```{people} people\nWho?\n```\n
```{goal} goal\nWish?\n```\n
```{practice} practice\nTry.\n```\n
```{pause} pause\nRest.\n```\n";

const KINDS: [&str; 11] = [
    "reflection",
    "list",
    "choices",
    "order",
    "scale",
    "wheel",
    "compare",
    "table",
    "people",
    "goal",
    "practice",
];

fn course() -> Course {
    let mut files = Files::default();
    for (name, text) in [
        ("centre.md", "# Here {#en}\n\nWelcome.\n"),
        ("en/course.md", "# Stage {#stage}\n\n- [Kinds](kinds.md)\n"),
        ("en/help.md", "---\ntitle: Help\n---\n## Here\n\n[1](tel:1)\n"),
        ("en/plan.md", "## Well {#well}\n\nGood.\n\n## Signs {#signs}\n\nEarly.\n"),
        ("en/kinds.md", MODULE),
    ] {
        files.insert(name, File::Here(text.into()));
    }
    Course::read(&LanguageTag::new("en").unwrap(), &files)
}

fn words() -> Words {
    Words::shipped(Locale { plural: |_, _| "other".to_owned(), day: |_, day| day.to_string() })
}

fn now() -> LocalTime {
    LocalTime::parse("2026-11-22T21:04:05").unwrap()
}

fn day() -> LocalDate {
    LocalDate::parse("2026-11-20").unwrap()
}

fn answer(exercise: &str) -> AnswerId {
    AnswerId::parse(&format!("kinds/{exercise}")).unwrap()
}

/// A record in which no words appear twice, with the part each belongs to.
#[derive(Debug, Default)]
struct Filled {
    record: Record,
    words: Vec<(String, Vec<Part>)>,
}

impl Filled {
    fn token(&mut self, parts: &[Part]) -> String {
        let token = format!("secret{}secret", self.words.len());
        self.words.push((token.clone(), parts.to_vec()));
        token
    }

    fn put(&mut self, change: Change) {
        self.record.apply(change, &now());
    }

    fn answer(&mut self, exercise: &str) {
        let id = answer(exercise);
        let section = match exercise {
            "reflection" | "list" => Some("well"),
            "table" => Some("signs"),
            _ => None,
        };
        let section = section.map(|id| Part::Plan(SectionId::new(id).unwrap()));
        let parts: Vec<Part> = [Part::Answer(id.clone())].into_iter().chain(section).collect();
        let token = self.token(&parts);
        let item = ItemId::new(&format!("i{}", self.words.len())).unwrap();
        let change = match exercise {
            "list" | "people" => AnswerChange::AddItem(item, token, String::new()),
            "compare" => AnswerChange::AddItem(item, token, "go".into()),
            "table" => AnswerChange::Cell(item, "helps".into(), token),
            "choices" => AnswerChange::Tick(ChoiceId::new("gone").unwrap(), token),
            "order" => AnswerChange::Order(vec![(ChoiceId::new("gone").unwrap(), token)]),
            "scale" | "wheel" | "practice" => AnswerChange::MarkWords(day(), token),
            _ => AnswerChange::Words(token),
        };
        let language = LanguageTag::new("en").unwrap();
        self.put(Change::Answer { id, question: "Then?".into(), language, plan: None, change });
    }

    fn goal(&mut self, at: usize, with_talk: bool) {
        let id = GoalId::new(&format!("g{at}")).unwrap();
        let own = [Part::Goal(id.clone())];
        let step = ItemId::new("s").unwrap();
        let start = GoalChange::Start { words: self.token(&own), from: None };
        let mut changes =
            vec![start, GoalChange::Why(self.token(&own)), GoalChange::Beside(self.token(&own))];
        changes.push(GoalChange::InTheWay(self.token(&own)));
        changes.push(GoalChange::AddStep(step.clone(), self.token(&own)));
        changes.push(GoalChange::StepWith(step, self.token(&own)));
        if with_talk {
            let talk = ItemId::new("t").unwrap();
            let part = [Part::Talks(id.clone())];
            changes.push(GoalChange::BeginFollowUp(talk.clone(), day()));
            changes.push(GoalChange::Happened(talk.clone(), self.token(&part)));
            changes.push(GoalChange::Helped(talk.clone(), self.token(&part)));
            changes.push(GoalChange::GotInTheWay(talk.clone(), self.token(&part)));
            changes.push(GoalChange::Next(talk, Next::Rest));
        }
        for change in changes {
            self.put(Change::Goal(id.clone(), change));
        }
    }

    fn rest(&mut self, notes: usize, in_plan: bool, learning: bool) {
        for at in 0..notes {
            let id = NoteId::new(&format!("n{at}")).unwrap();
            let token = self.token(&[Part::Note(id.clone())]);
            self.put(Change::Note(id, token));
        }
        if in_plan {
            let id = SectionId::new("signs").unwrap();
            let token = self.token(&[Part::Plan(id.clone())]);
            self.put(Change::Plan(id, PlanChange::Words(token)));
        }
        if learning {
            let id = ModuleId::new("kinds").unwrap();
            let token = self.token(&[Part::LearningPlan]);
            self.put(Change::LearningPlan(LearningChange::Add(id.clone(), "Kinds".into())));
            self.put(Change::LearningPlan(LearningChange::Why(id, token)));
        }
    }
}

fn any_filled() -> impl Strategy<Value = Filled> {
    let kinds = proptest::sample::subsequence(KINDS.to_vec(), 0..=KINDS.len());
    let goals = proptest::collection::vec(any::<bool>(), 0..3);
    (kinds, goals, 0usize..3, any::<bool>(), any::<bool>()).prop_map(
        |(kinds, goals, notes, plan, learning)| {
            let mut filled = Filled::default();
            for kind in kinds {
                filled.answer(kind);
            }
            for (at, talk) in goals.into_iter().enumerate() {
                filled.goal(at, talk);
            }
            filled.rest(notes, plan, learning);
            filled
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// The promise of the sheet: what was ticked, complete, and nothing else.
    #[test]
    fn a_sheet_has_what_was_ticked_and_nothing_else(
        filled in any_filled(),
        picks in any::<u64>(),
        whom in proptest::option::of(proptest::sample::select(Audience::ALL)),
    ) {
        let (course, words) = (course(), words());
        let of = Of { course: &course, record: &filled.record, words: &words };
        let offered = sheet::offered(&course, &filled.record);
        let ticked: Vec<Part> = offered.iter().enumerate()
            .filter(|(at, _)| picks >> (at % 64) & 1 == 1).map(|(_, part)| part.clone()).collect();
        let paper = sheet::paper(&ticked, whom, "today", of);
        let (seen, file) = (format!("{paper:?}"), markdown::write(&paper));
        for (token, parts) in &filled.words {
            let is_ticked = parts.iter().any(|part| ticked.contains(part));
            prop_assert_eq!(seen.contains(token), is_ticked, "{} of {:?}", token, parts);
            prop_assert_eq!(file.contains(token), is_ticked, "{} of {:?} in the file", token, parts);
            prop_assert!(parts.iter().all(|part| offered.contains(part)), "{:?} is not offered", parts);
        }
    }

    #[test]
    fn a_worksheet_and_a_plan_lose_nothing_and_invent_nothing(filled in any_filled()) {
        let (course, words) = (course(), words());
        let module = course.modules().next().unwrap();
        let worksheet = format!("{:?}", answers::module(module, Some(&filled.record), &words));
        let empty = format!("{:?}", answers::module(module, None, &words));
        let plan = format!("{:?}", plan::paper(&course, &filled.record, &words));
        for (token, parts) in &filled.words {
            let in_module = parts.iter().any(|part| matches!(part, Part::Answer(_)));
            prop_assert_eq!(worksheet.contains(token), in_module);
            prop_assert!(!empty.contains(token));
            let in_plan = parts.iter().any(|part| matches!(part, Part::Plan(_)));
            prop_assert_eq!(plan.contains(token), in_plan);
        }
    }

    /// In any Markdown reader the file shows the words that were written.
    #[test]
    fn words_in_the_file_mean_themselves(
        line in prop_oneof!["[^\\p{C}\\p{Z}][^\\p{C}]{0,40}", "[-+*#>|~=_`\\[\\]()<&!:1-3.a\\\\][-+*#>|~=_`\\[\\]()<&!:1-3.a \\\\]{0,12}"],
    ) {
        let paper = Paper::new("T".into(), vec![Piece::Words(vec!["Soup".into(), line.clone()])]);
        let mut read = String::new();
        for event in pulldown_cmark::Parser::new(&markdown::write(&paper)).skip(3) {
            match event {
                pulldown_cmark::Event::Text(text) => read.push_str(&text),
                pulldown_cmark::Event::HardBreak => read.push('\n'),
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Paragraph)
                | pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                other => prop_assert!(false, "{:?} in {:?}", other, markdown::write(&paper)),
            }
        }
        prop_assert_eq!(read.trim(), format!("Soup\n{}", line.trim()));
    }
}

#[test]
fn every_kind_has_room_to_write_on_paper() {
    let (course, words) = (course(), words());
    let module = course.modules().next().unwrap();
    for exercise in module.exercises() {
        let pieces = answers::exercise(exercise, None, &words);
        let says_how = exercise.id.as_str() == "pause" && pieces.len() > 1;
        let has_room = says_how
            || pieces.iter().any(|piece| {
                matches!(piece, Piece::Room(_) | Piece::Boxes(_) | Piece::Numbers { .. } | Piece::Table(..))
            });
        assert!(has_room, "{}", exercise.id);
    }
}

/// What was written stays on paper whatever the exercise is by now.
#[test]
fn an_exercise_that_changed_its_kind_loses_nothing_on_paper() {
    let changes = [
        AnswerChange::Words("long text".into()),
        AnswerChange::AddItem(ItemId::new("a").unwrap(), "an item".into(), String::new()),
        AnswerChange::AddItem(ItemId::new("b").unwrap(), "a line".into(), "gone".into()),
        AnswerChange::Cell(ItemId::new("c").unwrap(), "gone".into(), "a cell".into()),
        AnswerChange::Tick(ChoiceId::new("gone").unwrap(), "a choice".into()),
        AnswerChange::MarkWords(day(), "a day".into()),
        AnswerChange::MarkNumber(day(), 7),
    ];
    let mut answer = record::Answer::default();
    for change in changes {
        answer.apply(change);
    }
    let (course, words) = (course(), words());
    for exercise in course.modules().next().unwrap().exercises() {
        let paper = format!("{:?}", answers::exercise(exercise, Some(&answer), &words));
        for own in ["long text", "an item", "a line", "a cell", "a choice", "a day", "7"] {
            assert!(paper.contains(own), "{own} is not on the paper of {}: {paper}", exercise.id);
        }
    }
}

#[test]
fn choices_that_were_not_ticked_are_not_on_a_sheet() {
    let mut filled = Filled::default();
    filled.answer("choices");
    let (course, words) = (course(), words());
    let of = Of { course: &course, record: &filled.record, words: &words };
    let paper = sheet::paper(&[Part::Answer(answer("choices"))], None, "today", of);
    assert!(!format!("{paper:?}").contains("Rain"));
}

#[test]
fn a_hidden_section_is_not_on_paper_and_a_card_has_what_was_chosen() {
    let mut filled = Filled::default();
    filled.answer("reflection");
    filled.rest(0, true, false);
    let (course, words) = (course(), words());
    let section = |id| SectionId::new(id).unwrap();
    filled.put(Change::Plan(section("well"), PlanChange::Hidden(true)));
    let plan = format!("{:?}", plan::paper(&course, &filled.record, &words));
    assert!(!plan.contains("secret0secret") && plan.contains("secret1secret"), "{plan}");
    assert_eq!(plan::card(&course, &filled.record, &words), []);
    filled.put(Change::Plan(section("signs"), PlanChange::OnCard(true)));
    let card = plan::card(&course, &filled.record, &words);
    assert_eq!(card, [("Signs".to_owned(), vec!["secret1secret".to_owned()])]);
}

#[test]
fn an_answer_to_another_question_is_printed_with_it() {
    let mut filled = Filled::default();
    filled.answer("goal");
    let (course, words) = (course(), words());
    let of = Of { course: &course, record: &filled.record, words: &words };
    let paper = format!("{:?}", sheet::paper(&[Part::Answer(answer("goal"))], None, "today", of));
    assert!(paper.contains("Wish?") && paper.contains("Then?"), "{paper}");
}

#[test]
fn a_sheet_keeps_a_goal_and_its_follow_ups_together_and_the_order_of_the_course() {
    let mut filled = Filled::default();
    filled.answer("table");
    filled.answer("reflection");
    filled.goal(0, true);
    filled.goal(1, true);
    filled.rest(0, true, false);
    filled.put(Change::Plan(SectionId::new("gone").unwrap(), PlanChange::Words("Still here".into())));
    let offered = sheet::offered(&course(), &filled.record);
    let goal = |id| GoalId::new(id).unwrap();
    let section = |id| Part::Plan(SectionId::new(id).unwrap());
    let (first, second) = match &offered[3] {
        Part::Goal(id) if *id == goal("g0") => (goal("g0"), goal("g1")),
        _ => (goal("g1"), goal("g0")),
    };
    let expected = [
        section("well"),
        section("signs"),
        section("gone"),
        Part::Goal(first.clone()),
        Part::Talks(first),
        Part::Goal(second.clone()),
        Part::Talks(second),
        Part::Answer(answer("reflection")),
        Part::Answer(answer("table")),
    ];
    assert_eq!(offered, expected);
}
