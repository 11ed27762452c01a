//! The path of a goal: what happened on it, day by day. Days on which nothing
//! happened are left out.

use super::date::LocalDate;
use super::follow_up::Next;
use super::goal::{Goal, State};

/// Something that happened on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waymark<'a> {
    /// The day.
    pub on: LocalDate,
    /// What happened.
    pub passed: Passed<'a>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed<'a> {
    /// The goal was started.
    Start,
    /// A small step was done: its words.
    Step(&'a str),
    /// A follow-up: what came next, if that was chosen.
    FollowUp(Option<Next>),
    /// The goal's state was chosen directly.
    Turn(State),
}

impl Passed<'_> {
    /// Whether it changed the direction of the goal.
    pub fn is_turn(self) -> bool {
        match self {
            Self::Turn(_) => true,
            Self::FollowUp(next) => next.is_some_and(|next| next != Next::CarryOn),
            Self::Start | Self::Step(_) => false,
        }
    }
}

impl Goal {
    /// Everything that happened, oldest first; within one day in the order start,
    /// steps, follow-ups, turns.
    pub fn waymarks(&self) -> Vec<Waymark<'_>> {
        let mut path = vec![Waymark { on: self.started, passed: Passed::Start }];
        let steps = self.steps.iter().filter_map(|step| Some((step.done?, Passed::Step(&step.words))));
        let talks = self.follow_ups.iter().map(|talk| (talk.on, Passed::FollowUp(talk.next)));
        let turns = self.turns.iter().map(|turn| (turn.on, Passed::Turn(turn.to)));
        for (on, passed) in steps.chain(talks).chain(turns) {
            let at = path.partition_point(|known| known.on <= on);
            path.insert(at, Waymark { on, passed });
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::super::GoalChange;
    use super::*;
    use course::ItemId;

    fn id(text: &str) -> ItemId {
        ItemId::new(text).unwrap()
    }

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    #[test]
    fn the_path_has_what_there_was_by_the_day_and_nothing_else() {
        let mut goal = Goal::start("Walk".into(), None, day("2026-01-01"));
        for change in [
            GoalChange::AddStep(id("gate"), "gate".into()),
            GoalChange::AddStep(id("bench"), "bench".into()),
            GoalChange::StepDone(id("gate"), Some(day("2026-01-05"))),
            GoalChange::BeginFollowUp(id("one"), day("2026-01-05")),
            GoalChange::Next(id("one"), Next::Rest),
            GoalChange::State(State::GoingOn, day("2026-03-01")),
            GoalChange::BeginFollowUp(id("two"), day("2026-02-01")),
        ] {
            goal.apply(change, day("2026-11-22"));
        }
        let found: Vec<_> = goal.waymarks().iter().map(|mark| (mark.on.to_string(), mark.passed)).collect();
        let expected = [
            ("2026-01-01", Passed::Start),
            ("2026-01-05", Passed::Step("gate")),
            ("2026-01-05", Passed::FollowUp(Some(Next::Rest))),
            ("2026-02-01", Passed::FollowUp(None)),
            ("2026-03-01", Passed::Turn(State::GoingOn)),
        ];
        assert_eq!(found, expected.map(|(on, passed)| (on.to_owned(), passed)));
        let turns: Vec<bool> = goal.waymarks().iter().map(|mark| mark.passed.is_turn()).collect();
        assert_eq!(turns, [false, false, true, false, true]);
    }
}
