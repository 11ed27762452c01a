//! The learner: one handle on one signal of the record.
//!
//! Pages and components read slices of it as memos and send [`Change`]s in.
//! Each change is kept at once, under its one small key, so that there is
//! never a moment in which words on the screen wait to be kept.

mod locking;
mod spaces;

use crate::browser::storage::{self, Local};
use crate::browser::{clock, random};
use crate::course::centre::SpaceNamed;
use crate::course::{AnswerId, GoalId, LanguageTag, ModuleId};
use crate::keep::space::{Chosen, InSpace, Space};
use crate::keep::{Applied, Beside, Blocked, Cost, Keeper, Lost, NotKept, Restored, Shelf, Way};
use crate::record::backup::{Restore, Text};
use crate::record::{
    Answer, AnswerChange, Change, Goal, GoalChange, Key, LocalTime, Preference, Record, Saved, State,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A handle on one learner's record. Free to copy.
#[derive(Clone, Copy)]
pub struct Learner {
    record: RwSignal<Record>,
    /// Goes up whenever a goal changes: what looks through all goals waits for
    /// this, so that a keystroke elsewhere costs the same however many there are.
    goals: RwSignal<u32>,
    keeping: RwSignal<Keeping>,
    keeper: StoredValue<Keeper, LocalStorage>,
    space: StoredValue<Space>,
    /// Whether the words in the space before this one may be the learner's.
    asks_of_space: RwSignal<bool>,
}

/// What has to be shown about keeping.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Keeping {
    way: Way,
    /// Goes up when something could not be kept, or can be now.
    times: u32,
    /// How many things something else removed that this page still has.
    taken: usize,
    /// How many texts are set aside, and how many are behind a lock that is not open.
    asides: usize,
    more_closed: usize,
    has_unkept: bool,
    has_unremoved: bool,
    can_undo: bool,
}

/// Whether and where one thing is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Nothing was written yet.
    Nothing,
    /// In this browser, since that time.
    Here(LocalTime),
    /// Only in this page, because the browser does not allow keeping.
    InPage,
    /// Not kept.
    Not(NotKept),
    /// Something else removed it; it is only in this page.
    Taken,
    /// Another tab removed it. It comes back when somebody writes here.
    TakenElsewhere,
    /// What is there must not be overwritten.
    Held,
}

impl Learner {
    /// Opens what this browser keeps, in the space that the centre's file `named`. What
    /// cannot be read is set aside.
    pub fn open(named: SpaceNamed) -> Self {
        let chosen = storage::choose_space(named);
        let learner = Self::with(in_browser(&chosen.space));
        learner.follow_space(chosen);
        storage::watch_other_tabs(move || learner.hear());
        learner
    }

    fn with(keeper: Keeper) -> Self {
        let learner = Self {
            record: RwSignal::new(Record::default()),
            goals: RwSignal::new(0),
            keeping: RwSignal::new(Keeping::default()),
            keeper: StoredValue::new_local(keeper),
            space: StoredValue::new(None),
            asks_of_space: RwSignal::new(false),
        };
        learner.with_keeper(Keeper::look);
        learner
    }

    /// Lets the keeper do something that may affect the whole record.
    fn with_keeper<T: Default>(self, act: impl FnOnce(&mut Keeper, &mut Record, &LocalTime) -> T) -> T {
        let (mut act, mut done) = (Some(act), T::default());
        self.let_keep(&mut |keeper, record, now| {
            if let Some(act) = act.take() {
                done = act(keeper, record, now);
            }
        });
        done
    }

    /// The part of [`Learner::with_keeper`] that is the same for all, downloaded once.
    fn let_keep(self, act: &mut dyn FnMut(&mut Keeper, &mut Record, &LocalTime)) {
        let now = clock::now();
        self.record.update(|record| self.keeper.update_value(|keeper| act(keeper, record, &now)));
        self.goals.update(|times| *times += 1);
        self.say_anew();
    }

    /// Checks again what has to be shown about keeping.
    fn say_anew(self) {
        let times = self.keeping.with_untracked(|keeping| keeping.times) + 1;
        self.keeper.with_value(|keeper| {
            let (asides, more_closed) = (keeper.asides(), keeper.more_closed());
            self.keeping.set(Keeping { times, asides, more_closed, ..said_of(keeper) });
        });
    }

    /// Takes in what other tabs did. They may write thousands of things at once, so that
    /// looking at every name is done only when something there may have changed.
    fn hear(self) {
        let before = self.keeper.with_value(Keeper::others);
        let now = clock::now();
        self.record.update(|record| self.keeper.update_value(|keeper| _ = keeper.hear(record, &now)));
        self.goals.update(|times| *times += 1);
        match self.keeper.with_value(Keeper::others) == before {
            true => self.say_of_things(),
            false => self.say_anew(),
        }
    }

    /// The part of [`Learner::say_anew`] that does not look at storage.
    fn say_of_things(self) {
        self.keeper.with_value(|keeper| {
            self.keeping.update(|keeping| {
                let Keeping { asides, more_closed, times, .. } = *keeping;
                *keeping = Keeping { asides, more_closed, times: times + 1, ..said_of(keeper) };
            });
        });
    }

    /// Makes a change and keeps it.
    pub fn change(self, change: Change) {
        self.change_at(change, clock::now());
    }

    /// Takes the words of an answer off the plan. They stay where they were written.
    pub fn take_off_plan(self, id: AnswerId) {
        let was = untrack(|| self.read(|record| record.answer(&id).cloned().unwrap_or_default()));
        let language = was.language.unwrap_or_else(LanguageTag::english);
        let change = AnswerChange::OffPlan;
        self.change(Change::Answer { id, question: was.question, language, plan: None, change });
    }

    /// Removes several things together, so that Undo brings them back together.
    pub fn forget_all(self, keys: Vec<Key>) {
        let now = clock::now();
        for key in keys {
            self.change_at(Change::Forget(key), now.clone());
        }
    }

    fn change_at(self, change: Change, now: LocalTime) {
        let key = change.key();
        let is_so = |keeper: &Keeper| (keeper.lost(&key), keeper.can_undo());
        let before = self.keeper.with_value(is_so);
        let mut applied = Applied::Unchanged;
        self.record.maybe_update(|record| {
            self.keeper.update_value(|keeper| applied = keeper.apply(record, change, &now));
            matches!(applied, Applied::Kept | Applied::BroughtBack | Applied::NotKept(_))
        });
        if applied == Applied::Unchanged {
            return;
        }
        if matches!(key, Key::Goal(_)) {
            self.goals.update(|times| *times += 1);
        }
        if before != self.keeper.with_value(is_so) || applied != Applied::Kept {
            self.say_of_things();
        }
    }

    /// Starts a goal and returns its id.
    pub fn start_goal(self, words: String, from: Option<AnswerId>) -> GoalId {
        let id = random::goal_id();
        self.change(Change::Goal(id.clone(), GoalChange::Start { words, from }));
        id
    }

    /// The answer to an exercise; an empty one where nothing was written.
    pub fn answer(self, id: AnswerId) -> Memo<Answer> {
        Memo::new(move |_| self.record.with(|record| record.answer(&id).cloned().unwrap_or_default()))
    }

    /// A goal, while it exists.
    pub fn goal(self, id: GoalId) -> Memo<Option<Goal>> {
        Memo::new(move |_| {
            let there = self.record.with(|record| record.goal(&id).cloned());
            // One that another tab removed stays on the page that shows it.
            there.or_else(|| {
                let former = self.keeper.with_value(|keeper| keeper.former(&Key::Goal(id.clone())).cloned());
                former.and_then(|former| Saved::from_fields(former).ok()).map(|saved| saved.value)
            })
        })
    }

    /// The goals in a state, the most recently started first: id and words.
    pub fn goals_in(self, state: State) -> Memo<Vec<(GoalId, String)>> {
        self.goals_where(Arc::new(move |goal| goal.state == state))
    }

    /// The goals that grew from an answer: id and words.
    pub fn goals_from(self, answer: AnswerId) -> Memo<Vec<(GoalId, String)>> {
        self.goals_where(Arc::new(move |goal| goal.from.as_ref() == Some(&answer)))
    }

    fn goals_where(self, fits: Arc<dyn Fn(&Goal) -> bool + Send + Sync>) -> Memo<Vec<(GoalId, String)>> {
        Memo::new(move |_| {
            self.goals.track();
            self.record.with_untracked(|record| {
                let goals = record.goals().into_iter().filter(|(_, goal)| fits(goal));
                goals.map(|(id, goal)| (id.clone(), goal.words.clone())).collect()
            })
        })
    }

    /// Something derived from the record as it is now. Whatever has to follow it should use
    /// a memo of an existing type: each type is more code to download.
    pub fn read<T>(self, read: impl FnOnce(&Record) -> T) -> T {
        self.record.with(read)
    }

    /// The language the learner chose.
    pub fn language(self) -> Option<LanguageTag> {
        self.record.with(|record| record.language().cloned())
    }

    /// What the learner prefers about reading.
    pub fn prefers(self, about: Preference) -> &'static str {
        self.record.with(|record| record.preference(about))
    }

    /// Notes where the learner is.
    pub fn opened(self, module: &ModuleId, step: usize) {
        self.change(Change::Place(module.clone(), step));
    }

    /// Whether and where the thing under a key is kept.
    pub fn kept(self, key: Key) -> Memo<Kept> {
        Memo::new(move |_| {
            let changed = self.record.with(|record| match record.is_held(&key) {
                true => Err(()),
                false => Ok(record.changed(&key).cloned()),
            });
            let way = self.keeping.with(|keeping| keeping.way);
            let (lost, was_there) =
                self.keeper.with_value(|keeper| (keeper.lost(&key), keeper.former(&key).is_some()));
            match (changed, lost) {
                (Err(()), _) => Kept::Held,
                (Ok(None), _) if was_there => Kept::TakenElsewhere,
                (Ok(None), _) => Kept::Nothing,
                (Ok(Some(_)), _) if matches!(way, Way::Blocked | Way::Page) => Kept::InPage,
                (Ok(Some(_)), Some(Lost::NotKept(why))) => Kept::Not(why),
                (Ok(Some(_)), Some(Lost::Taken)) => Kept::Taken,
                (Ok(Some(changed)), None) => Kept::Here(changed),
            }
        })
    }

    /// What another tab wrote at the same time into a field of the thing under a key,
    /// with the place of the field.
    pub fn beside(self, key: &Key) -> Vec<(String, Beside)> {
        self.record.with(|record| self.keeper.with_value(|keeper| keeper.beside(record, key)))
    }

    /// Puts a text beside a field into its place, or discards it.
    pub fn settle_beside(self, key: &Key, at: &str, id: &str, into_place: bool) {
        self.with_keeper(|keeper, record, now| {
            keeper.settle_beside(record, key, (at, id), into_place, now);
        });
    }

    /// Where words are kept, and whether they can be.
    pub fn way(self) -> Way {
        self.keeping.with(|keeping| keeping.way)
    }

    /// How many things something else removed that are only in this page.
    pub fn taken(self) -> usize {
        self.keeping.with(|keeping| keeping.taken)
    }

    /// Keeps again what is only in this page.
    pub fn keep_again(self) {
        self.with_keeper(|keeper, record, now| keeper.keep_again(record, now));
    }

    /// Whether something was removed that can be put back.
    pub fn can_undo(self) -> bool {
        self.keeping.with(|keeping| keeping.can_undo)
    }

    /// Puts back what was removed last.
    pub fn undo(self) {
        self.with_keeper(|keeper, record, now| _ = keeper.undo(record, now));
    }

    /// Notes that another page is opened: what was removed before the last one is forgotten.
    pub fn age_undo(self) {
        self.keeper.update_value(Keeper::age_undo);
        let can_undo = self.keeper.with_value(Keeper::can_undo);
        if self.keeping.with_untracked(|keeping| keeping.can_undo != can_undo) {
            self.keeping.update(|keeping| keeping.can_undo = can_undo);
        }
    }

    /// Whether the browser refused to remove something.
    pub fn has_unremoved(self) -> bool {
        self.keeping.with(|keeping| keeping.has_unremoved)
    }

    /// How many texts were set aside.
    pub fn asides(self) -> usize {
        self.keeping.with(|keeping| keeping.asides)
    }

    /// How many texts are behind an earlier lock.
    pub fn more_closed(self) -> usize {
        self.keeping.with(|keeping| keeping.more_closed)
    }

    /// What is kept outside the record: set aside, written by a newer
    /// Waymark, or of an unknown kind. Name and text.
    pub fn other_texts(self) -> Vec<Text> {
        self.keeping.track();
        self.record.with_untracked(|record| self.keeper.with_value(|keeper| keeper.other_texts(record)))
    }

    /// Everything that is kept or on the screen: name and text.
    pub fn texts(self) -> Vec<Text> {
        self.with_keeper(Keeper::look);
        self.record.with_untracked(|record| self.keeper.with_value(|keeper| keeper.texts(record)))
    }

    /// Restores what a backup has; what is here stays. All of it or nothing.
    /// Returns what was written, or `None` if it failed.
    pub fn restore(self, restore: &Restore) -> Option<Restored> {
        self.with_keeper(|keeper, record, now| keeper.restore(record, restore, now).ok())
    }

    /// Undoes what [`Learner::restore`] wrote, except what was changed since.
    pub fn undo_restore(self, restored: &Restored) {
        self.with_keeper(|keeper, record, now| keeper.undo_restore(record, restored, now));
    }

    /// Removes everything of this site from this browser, and returns whether nothing is left.
    pub fn erase(self) -> bool {
        let is_gone = self.with_keeper(Keeper::erase);
        if is_gone {
            storage::note_space(&Chosen::default());
        }
        self.keeping.update(|keeping| keeping.has_unremoved = !is_gone);
        is_gone
    }

    /// Removes one text outside the record, such as one set aside.
    pub fn forget_text(self, text: &Text) {
        let is_gone = self.with_keeper(|keeper, _, _| keeper.forget_text(text));
        self.keeping.update(|keeping| keeping.has_unremoved |= !is_gone);
    }
}

fn said_of(keeper: &Keeper) -> Keeping {
    Keeping {
        way: keeper.way(),
        taken: keeper.taken(),
        has_unkept: keeper.has_unkept(),
        has_unremoved: keeper.has_unremoved(),
        can_undo: keeper.can_undo(),
        ..Keeping::default()
    }
}

/// A keeper for this browser, as far as it allows keeping.
fn in_browser(space: &Space) -> Keeper {
    match Local::open() {
        Some(local) => keeper(Box::new(InSpace::new(local, space)), Way::Open),
        None => keeper(Box::new(Blocked), Way::Blocked),
    }
}

fn keeper(shelf: Box<dyn Shelf>, way: Way) -> Keeper {
    Keeper::open(shelf, random::fill, Cost::USUAL, way)
}
