//! A goal: the learner's words for it, small steps, and follow-ups.

use super::date::LocalDate;
use super::follow_up::{Barrier, FollowUp, Next};
use super::saved::{Fields, Form, Other, Read};
pub use super::small_step::SmallStep;
use course::named;
use course::{AnswerId, ItemId};

named! {
    /// The state of a goal. None is better than another.
    pub enum State {
        /// Going on.
        GoingOn = "going-on",
        /// Resting, for as long as the learner likes.
        Resting = "resting",
        /// Reached.
        Reached = "reached",
        /// Let go.
        LetGo = "let-go",
    }
}

impl State {
    /// The state a goal is in after a follow-up.
    pub fn after(next: Next) -> Self {
        match next {
            Next::CarryOn | Next::ChangeStep | Next::ChangeGoal => Self::GoingOn,
            Next::Rest => Self::Resting,
            Next::LetGo => Self::LetGo,
            Next::Reached => Self::Reached,
        }
    }
}

named! {
    /// The part of life a goal belongs to, if the learner wants to say.
    pub enum Area {
        /// Home and where I live.
        Home = "home",
        /// Money.
        Money = "money",
        /// Body and health.
        Body = "body",
        /// Mind and feelings.
        Mind = "mind",
        /// People close to me.
        People = "people",
        /// Learning.
        Learning = "learning",
        /// Work, paid or not.
        Work = "work",
        /// Rest and joy.
        Joy = "joy",
        /// Belonging and having a say.
        Belonging = "belonging",
        /// What gives meaning.
        Meaning = "meaning",
    }
}

/// A goal. Any of it may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// What I would like, in my words.
    pub words: String,
    /// Why it matters to me.
    pub why: String,
    /// Who could stand beside me.
    pub beside: String,
    /// What could get in the way.
    pub in_the_way: String,
    /// The part of life it belongs to, if that was said.
    pub area: Option<Area>,
    /// Its state.
    pub state: State,
    /// When the state was chosen directly, outside a follow-up; oldest first.
    pub turns: Vec<Turn>,
    /// The day it was started.
    pub started: LocalDate,
    /// The answer it grew from, if it did.
    pub from: Option<AnswerId>,
    /// After how many days a follow-up is offered, if the learner wants that.
    pub every: Option<u16>,
    /// Small steps, in the order they were added.
    pub steps: Vec<SmallStep>,
    /// Follow-ups, in the order they were begun.
    pub follow_ups: Vec<FollowUp>,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// A change of a goal's state on a day, at most one a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The day.
    pub on: LocalDate,
    /// Its state from then on.
    pub to: State,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

impl Goal {
    /// Whether to offer a follow-up today: the goal is going on, and
    /// as many days have passed as the learner asked for.
    pub fn offers_follow_up(&self, today: LocalDate) -> bool {
        let last = self.follow_ups.iter().map(|talk| talk.on).max().unwrap_or(self.started);
        let days = today.day_number().saturating_sub(last.day_number());
        self.state == State::GoingOn && self.every.is_some_and(|every| days >= u32::from(every))
    }

    /// The first small step that has words and is not done.
    pub fn next_step(&self) -> Option<&SmallStep> {
        self.steps.iter().find(|step| step.done.is_none() && !step.words.trim().is_empty())
    }
}

impl Form for Goal {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            words: fields.text("words")?,
            why: fields.text("why")?,
            beside: fields.text("beside")?,
            in_the_way: fields.text("in_the_way")?,
            area: fields.known("area", Area::from_name)?,
            state: fields.need("state", State::from_name)?,
            turns: fields.list("turns")?,
            started: fields.need("started", LocalDate::parse)?,
            from: fields.maybe("from", AnswerId::parse)?,
            every: fields.number("every")?.and_then(|days| days.try_into().ok()),
            steps: fields.list("steps")?,
            follow_ups: fields.list("follow_ups")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_text("words", &self.words);
        fields.put_text("why", &self.why);
        fields.put_text("beside", &self.beside);
        fields.put_text("in_the_way", &self.in_the_way);
        if let Some(area) = self.area {
            fields.put_text("area", area.name());
        }
        fields.put_text("state", self.state.name());
        fields.put_list("turns", &self.turns);
        fields.put_shown("started", Some(&self.started));
        fields.put_shown("from", self.from.as_ref().map(|id| id as _));
        if let Some(days) = self.every {
            fields.put_number("every", days.into());
        }
        fields.put_list("steps", &self.steps);
        fields.put_list("follow_ups", &self.follow_ups);
        fields
    }
}

impl Form for Turn {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            on: fields.need("on", LocalDate::parse)?,
            to: fields.need("to", State::from_name)?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("on", Some(&self.on));
        fields.put_text("to", self.to.name());
        fields
    }
}

/// One thing a learner does to a goal.
#[derive(Debug, Clone, PartialEq)]
pub enum GoalChange {
    /// Starts the goal.
    Start {
        /// What I would like.
        words: String,
        /// The answer it grew from, if it did.
        from: Option<AnswerId>,
    },
    /// Writes what I would like.
    Words(String),
    /// Writes why it matters.
    Why(String),
    /// Writes who could stand beside me.
    Beside(String),
    /// Writes what could get in the way.
    InTheWay(String),
    /// Chooses which part of life it belongs to, or none.
    Area(Option<Area>),
    /// Adds a small step.
    AddStep(ItemId, String),
    /// Rewrites a small step.
    StepWords(ItemId, String),
    /// Ticks a small step as done on a day, or removes the tick.
    StepDone(ItemId, Option<LocalDate>),
    /// Chooses the day a small step is meant for, or none.
    StepBy(ItemId, Option<LocalDate>),
    /// Writes who helps with a small step.
    StepWith(ItemId, String),
    /// Removes a small step.
    ForgetStep(ItemId),
    /// Begins a follow-up on a day.
    BeginFollowUp(ItemId, LocalDate),
    /// Corrects the day of a follow-up.
    FollowUpOn(ItemId, LocalDate),
    /// Chooses after how many days a follow-up is offered, or never.
    Every(Option<u16>),
    /// Writes what happened.
    Happened(ItemId, String),
    /// Notes whether something of this kind got in the way.
    Barrier(ItemId, Barrier, bool),
    /// Writes what helped.
    Helped(ItemId, String),
    /// Writes what got in the way this time.
    GotInTheWay(ItemId, String),
    /// Chooses what comes next; the goal's state follows the latest follow-up.
    Next(ItemId, Next),
    /// Removes a follow-up; the goal's state stays.
    ForgetFollowUp(ItemId),
    /// Chooses the goal's state, from a day on.
    State(State, LocalDate),
}

impl Goal {
    /// A goal that begins today.
    pub fn start(words: String, from: Option<AnswerId>, started: LocalDate) -> Self {
        Self {
            words,
            why: String::new(),
            beside: String::new(),
            in_the_way: String::new(),
            area: None,
            state: State::GoingOn,
            turns: Vec::new(),
            started,
            from,
            every: None,
            steps: Vec::new(),
            follow_ups: Vec::new(),
            other: Other::new(),
        }
    }

    /// Makes a change. Words for a small step or a follow-up that was removed bring it
    /// back, a follow-up with today's date; any other change to it does nothing, nor
    /// does starting a goal that exists.
    pub fn apply(&mut self, change: GoalChange, today: LocalDate) {
        match change {
            GoalChange::Start { .. } => {}
            GoalChange::Words(words) => self.words = words,
            GoalChange::Why(words) => self.why = words,
            GoalChange::Beside(words) => self.beside = words,
            GoalChange::InTheWay(words) => self.in_the_way = words,
            GoalChange::Area(area) => {
                self.area = area;
                // An area that only a newer Waymark knows stays until another is chosen.
                self.other.remove("area");
            }
            GoalChange::AddStep(id, words) => {
                self.steps.push(SmallStep::begin(id, words));
            }
            GoalChange::StepWords(id, words) => self.write_step(&id, words, |step| &mut step.words),
            GoalChange::StepDone(id, done) => self.with_step(&id, |step| step.done = done),
            GoalChange::StepBy(id, by) => self.with_step(&id, |step| step.by = by),
            GoalChange::StepWith(id, with) => self.write_step(&id, with, |step| &mut step.with),
            GoalChange::ForgetStep(id) => self.steps.retain(|step| step.id != id),
            GoalChange::BeginFollowUp(id, on) => self.follow_ups.push(FollowUp::begin(id, on)),
            GoalChange::FollowUpOn(id, on) => self.with_follow_up(&id, |talk| talk.on = on),
            GoalChange::Every(days) => self.every = days,
            GoalChange::Happened(id, words) => {
                self.write_follow_up(&id, words, today, |talk| &mut talk.happened);
            }
            GoalChange::Barrier(id, barrier, there) => {
                self.with_follow_up(&id, |talk| talk.set(barrier, there));
            }
            GoalChange::Helped(id, words) => {
                self.write_follow_up(&id, words, today, |talk| &mut talk.helped);
            }
            GoalChange::GotInTheWay(id, words) => {
                self.write_follow_up(&id, words, today, |talk| &mut talk.in_the_way);
            }
            GoalChange::Next(id, next) => {
                self.with_follow_up(&id, |talk| talk.next = Some(next));
                if self.follow_ups.last().is_some_and(|talk| talk.id == id) {
                    self.state = State::after(next);
                }
            }
            GoalChange::ForgetFollowUp(id) => self.follow_ups.retain(|talk| talk.id != id),
            GoalChange::State(state, on) => self.turn(state, on),
        }
    }

    /// A second turn on the same day replaces the first.
    fn turn(&mut self, to: State, on: LocalDate) {
        if self.state == to {
            return;
        }
        self.state = to;
        self.turns.retain(|turn| turn.on != on);
        self.turns.push(Turn { on, to, other: Other::new() });
    }

    fn write_step(&mut self, id: &ItemId, words: String, field: fn(&mut SmallStep) -> &mut String) {
        if !words.is_empty() && self.steps.iter().all(|step| step.id != *id) {
            self.steps.push(SmallStep::begin(id.clone(), String::new()));
        }
        self.with_step(id, |step| *field(step) = words);
    }

    fn write_follow_up(
        &mut self,
        id: &ItemId,
        words: String,
        today: LocalDate,
        field: fn(&mut FollowUp) -> &mut String,
    ) {
        if !words.is_empty() && self.follow_ups.iter().all(|talk| talk.id != *id) {
            self.follow_ups.push(FollowUp::begin(id.clone(), today));
        }
        self.with_follow_up(id, |talk| *field(talk) = words);
    }

    fn with_step(&mut self, id: &ItemId, change: impl FnOnce(&mut SmallStep)) {
        if let Some(step) = self.steps.iter_mut().find(|step| step.id == *id) {
            change(step);
        }
    }

    fn with_follow_up(&mut self, id: &ItemId, change: impl FnOnce(&mut FollowUp)) {
        if let Some(talk) = self.follow_ups.iter_mut().find(|talk| talk.id == *id) {
            change(talk);
        }
    }
}

#[cfg(test)]
mod tests;
