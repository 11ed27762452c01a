//! A goal on paper, for the person or people beside one.

use super::{Paper, Picture, Piece};
use record::{Barrier, FollowUp, Goal, Next, Passed, SmallStep, Waymark};
use words::things::{area_word, state_word};
use words::{Word, Words};

/// A goal, with its follow-ups if they are wanted.
pub fn paper(goal: &Goal, with_talks: bool, words: &Words) -> Paper {
    let mut pieces = own(goal, words);
    if with_talks {
        pieces.extend(talks(goal, words));
        let path = goal.waymarks();
        pieces.push(Piece::Heading(words.say(Word::Path)));
        pieces.push(Piece::Picture(Picture::path(&path)));
        pieces.push(path_table(&path, words));
    }
    Paper::new(title(goal, words), pieces)
}

/// The words of a goal, or a sentence that there are none.
pub fn title(goal: &Goal, words: &Words) -> String {
    let own = goal.words.trim();
    if own.is_empty() { words.say(Word::GoalEmpty) } else { own.to_owned() }
}

/// What the goal is and why, small steps, and what surrounds it: no follow-ups.
pub fn own(goal: &Goal, words: &Words) -> Vec<Piece> {
    let state = words.say(state_word(goal.state));
    let about = match goal.area {
        Some(area) => format!("{} · {state}", words.say(area_word(area))),
        None => state,
    };
    let mut pieces = vec![Piece::Soft(about)];
    said(&mut pieces, words, Word::GoalWhy, &goal.why);
    let steps: Vec<String> = goal.steps.iter().filter_map(|step| step_line(step, words)).collect();
    if !steps.is_empty() {
        pieces.push(Piece::About(words.say(Word::SmallSteps)));
        let done = goal.steps.iter().filter(|step| !step.words.trim().is_empty()).map(|s| s.done.is_some());
        pieces.push(Piece::Boxes(done.zip(steps).collect()));
    }
    said(&mut pieces, words, Word::GoalBeside, &goal.beside);
    said(&mut pieces, words, Word::GoalInTheWay, &goal.in_the_way);
    pieces
}

/// The follow-ups, the last first.
pub fn talks(goal: &Goal, words: &Words) -> Vec<Piece> {
    goal.follow_ups.iter().rev().flat_map(|talk| self::talk(talk, words)).collect()
}

fn talk(talk: &FollowUp, words: &Words) -> Vec<Piece> {
    let title = words.fill(Word::FollowUpOn, &[("day", &words.day(talk.on))]);
    let mut pieces = vec![Piece::Heading(title)];
    said(&mut pieces, words, Word::FollowUpHappened, &talk.happened);
    said(&mut pieces, words, Word::FollowUpHelped, &talk.helped);
    let mut in_the_way = vec![talk.in_the_way.trim().to_owned()];
    for barrier in Barrier::ALL {
        if talk.has(*barrier) {
            in_the_way.push(words.say(barrier_word(*barrier)));
        }
    }
    said(&mut pieces, words, Word::FollowUpInTheWay, in_the_way.join("\n").trim());
    if let Some(next) = talk.next {
        said(&mut pieces, words, Word::FollowUpNext, &words.say(next_word(next)));
    }
    pieces
}

/// What the learner wrote about something, if they did.
fn said(pieces: &mut Vec<Piece>, words: &Words, about: Word, own: &str) {
    if !own.trim().is_empty() {
        pieces.push(Piece::About(words.say(about)));
        pieces.push(Piece::words(own));
    }
}

fn step_line(step: &SmallStep, words: &Words) -> Option<String> {
    let own = step.words.trim();
    if own.is_empty() {
        return None;
    }
    let done = step.done.map(|day| words.fill(Word::DoneOn, &[("day", &words.day(day))]));
    let by = step.by.map(|day| words.fill(Word::StepOn, &[("day", &words.day(day))]));
    let mut line = vec![own.to_owned()];
    line.extend(done.or(by));
    line.push(step.with.trim().to_owned());
    line.retain(|part| !part.is_empty());
    Some(line.join(" · "))
}

/// What happened on the path of a goal, one row for each sign.
pub fn path_table(path: &[Waymark], words: &Words) -> Piece {
    let row = |mark: &Waymark| vec![words.day(mark.on), passed(mark.passed, words)];
    let head = vec![words.say(Word::ScaleDay), words.say(Word::PathWhat)];
    Piece::Table(head, path.iter().map(row).collect())
}

/// What happened, in words.
pub fn passed(passed: Passed, words: &Words) -> String {
    match passed {
        Passed::Start => words.say(Word::PathStart),
        Passed::Step(own) => words.fill(Word::PathStep, &[("words", own)]),
        Passed::FollowUp(None) => words.say(Word::FollowUp),
        Passed::FollowUp(Some(next)) => words.fill(Word::PathTalk, &[("next", &words.say(next_word(next)))]),
        Passed::Turn(state) => words.fill(Word::PathTurn, &[("state", &words.say(state_word(state)))]),
    }
}

/// The word for what got in the way.
pub const fn barrier_word(barrier: Barrier) -> Word {
    match barrier {
        Barrier::Money => Word::BarrierMoney,
        Barrier::GettingThere => Word::BarrierGettingThere,
        Barrier::OthersIdeas => Word::BarrierOthersIdeas,
        Barrier::Service => Word::BarrierService,
        Barrier::SideEffects => Word::BarrierSideEffects,
        Barrier::Rules => Word::BarrierRules,
        Barrier::TiredOrUnwell => Word::BarrierTiredOrUnwell,
        Barrier::NotMine => Word::BarrierNotMine,
        Barrier::SomethingElse => Word::BarrierSomethingElse,
    }
}

/// The word for what comes next.
pub const fn next_word(next: Next) -> Word {
    match next {
        Next::CarryOn => Word::NextCarryOn,
        Next::ChangeStep => Word::NextChangeStep,
        Next::ChangeGoal => Word::NextChangeGoal,
        Next::Rest => Word::NextRest,
        Next::LetGo => Word::NextLetGo,
        Next::Reached => Word::NextReached,
    }
}
