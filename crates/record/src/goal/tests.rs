//! Every state a goal can be in, and every way there.

use super::*;

fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn goal() -> Goal {
    Goal::start("Sit in the park".into(), None, day("2026-11-01"))
}

#[test]
fn what_comes_next_says_where_the_goal_stands() {
    for (next, state) in [
        (Next::CarryOn, State::GoingOn),
        (Next::ChangeStep, State::GoingOn),
        (Next::ChangeGoal, State::GoingOn),
        (Next::Rest, State::Resting),
        (Next::LetGo, State::LetGo),
        (Next::Reached, State::Reached),
    ] {
        for before in State::ALL {
            let mut goal = goal();
            goal.state = *before;
            goal.apply(GoalChange::BeginFollowUp(id("f"), day("2026-11-22")), day("2026-11-22"));
            assert_eq!(goal.state, *before, "beginning a talk decides nothing");
            goal.apply(GoalChange::Next(id("f"), next), day("2026-11-22"));
            assert_eq!(goal.state, state, "{before:?} {next:?}");
        }
    }
}

/// Every state, and every way to leave it: chosen directly, or by what
/// comes next after the latest follow-up.
#[test]
fn every_state_can_be_left_for_every_other() {
    let on = day("2026-11-22");
    for from in State::ALL {
        for to in State::ALL {
            let mut goal = goal();
            goal.state = *from;
            goal.apply(GoalChange::State(*to, on), day("2026-11-22"));
            assert_eq!(goal.state, *to);
            let turns: Vec<_> = goal.turns.iter().map(|turn| (turn.on, turn.to)).collect();
            assert_eq!(turns, if from == to { vec![] } else { vec![(on, *to)] }, "{from:?} {to:?}");
            // Again on the same day: the last one counts.
            goal.apply(GoalChange::State(*from, on), day("2026-11-22"));
            assert_eq!(goal.state, *from);
            assert!(goal.turns.len() <= 1);
        }
    }
}

#[test]
fn a_follow_up_is_offered_when_the_learner_wished_and_never_else() {
    for (every, state, talk, today, offered) in [
        (None, State::GoingOn, None, "2027-11-01", false),
        (Some(7), State::GoingOn, None, "2026-11-07", false),
        (Some(7), State::GoingOn, None, "2026-11-08", true),
        (Some(7), State::GoingOn, Some("2026-11-08"), "2026-11-14", false),
        (Some(7), State::GoingOn, Some("2026-11-08"), "2026-11-15", true),
        (Some(7), State::Resting, None, "2026-12-01", false),
        (Some(7), State::LetGo, None, "2026-12-01", false),
        (Some(7), State::Reached, None, "2026-12-01", false),
        // The clock was set back.
        (Some(7), State::GoingOn, None, "2026-10-01", false),
    ] {
        let mut goal = goal();
        goal.apply(GoalChange::Every(every), day("2026-11-22"));
        if let Some(on) = talk {
            goal.apply(GoalChange::BeginFollowUp(id("f"), day(on)), day("2026-11-22"));
        }
        goal.apply(GoalChange::State(state, day("2026-11-01")), day("2026-11-22"));
        assert_eq!(goal.offers_follow_up(day(today)), offered, "{every:?} {state:?} {talk:?} {today}");
    }
}

#[test]
fn an_older_follow_up_does_not_change_where_the_goal_stands() {
    let mut goal = goal();
    goal.apply(GoalChange::BeginFollowUp(id("one"), day("2026-11-02")), day("2026-11-22"));
    goal.apply(GoalChange::BeginFollowUp(id("two"), day("2026-11-09")), day("2026-11-22"));
    goal.apply(GoalChange::Next(id("two"), Next::Rest), day("2026-11-22"));
    goal.apply(GoalChange::Next(id("one"), Next::Reached), day("2026-11-22"));
    assert_eq!(goal.state, State::Resting);
}

#[test]
fn changes_to_what_is_gone_do_nothing() {
    let before = goal();
    let mut after = before.clone();
    for change in [
        GoalChange::Start { words: "other".into(), from: None },
        GoalChange::StepWords(id("x"), String::new()),
        GoalChange::StepDone(id("x"), Some(day("2026-11-22"))),
        GoalChange::StepBy(id("x"), Some(day("2026-11-22"))),
        GoalChange::StepWith(id("x"), String::new()),
        GoalChange::ForgetStep(id("x")),
        GoalChange::Helped(id("x"), String::new()),
        GoalChange::FollowUpOn(id("x"), day("2026-11-22")),
        GoalChange::Happened(id("x"), String::new()),
        GoalChange::Barrier(id("x"), Barrier::Money, true),
        GoalChange::GotInTheWay(id("x"), String::new()),
        GoalChange::Next(id("x"), Next::Reached),
        GoalChange::ForgetFollowUp(id("x")),
    ] {
        after.apply(change, day("2026-11-22"));
    }
    assert_eq!(after, before);
}

#[test]
fn words_bring_back_what_is_gone() {
    let today = day("2026-11-22");
    for change in [
        GoalChange::StepWords(id("x"), "w".into()),
        GoalChange::StepWith(id("x"), "w".into()),
        GoalChange::Helped(id("x"), "w".into()),
        GoalChange::Happened(id("x"), "w".into()),
        GoalChange::GotInTheWay(id("x"), "w".into()),
    ] {
        let mut after = goal();
        after.apply(change.clone(), today);
        let steps = after.steps.iter().map(|step| (&step.id, format!("{}{}", step.words, step.with)));
        let talks = after.follow_ups.iter().map(|talk| {
            assert_eq!(talk.on, today);
            (&talk.id, format!("{}{}{}", talk.happened, talk.helped, talk.in_the_way))
        });
        assert_eq!(steps.chain(talks).collect::<Vec<_>>(), [(&id("x"), "w".to_owned())], "{change:?}");
    }
}

#[test]
fn an_area_a_newer_waymark_knows_stays_until_another_is_chosen() {
    let text = r#"{"form":1,"revision":1,"changed":"2026-11-22T21:04:05","value":{"state":"going-on","started":"2026-11-01","area":"sky"}}"#;
    for (chosen, kept) in [(None, ""), (Some(Area::Home), "home")] {
        let mut saved = crate::Saved::<Goal>::read(text).unwrap();
        assert_eq!(saved.value.area, None);
        assert!(saved.write().contains(r#""area":"sky""#));
        saved.value.apply(GoalChange::Area(chosen), day("2026-11-22"));
        assert!(!saved.write().contains("sky"));
        assert!(saved.write().contains(kept));
    }
}
