//! The learning plan: the modules a learner is drawn to, in their own order.

use super::saved::{Fields, Form, Other, Read};
use course::ModuleId;

/// The modules a learner is drawn to. It does not record which were read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LearningPlan {
    /// The modules, in the learner's order.
    pub modules: Vec<Drawn>,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// A module that draws a learner.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Its id.
    pub id: ModuleId,
    /// Its title when it was chosen, in case the course drops it.
    pub title: String,
    /// Why, in the learner's words.
    pub why: String,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// One thing a learner does to their learning plan.
#[derive(Debug, Clone, PartialEq)]
pub enum LearningChange {
    /// Adds a module at the end, with its title; one that is already there stays.
    Add(ModuleId, String),
    /// Writes the reason.
    Why(ModuleId, String),
    /// Moves a module to a place, counted from 0; anything beyond the last means the end.
    Move(ModuleId, usize),
    /// Removes a module, with its reason.
    Forget(ModuleId),
}

impl LearningPlan {
    /// The place of a module, from 0.
    pub fn place(&self, id: &ModuleId) -> Option<usize> {
        self.modules.iter().position(|module| module.id == *id)
    }

    /// Makes a change. A reason brings back a module that was removed; any other
    /// change to it does nothing.
    pub fn apply(&mut self, change: LearningChange) {
        match change {
            LearningChange::Add(id, title) => {
                if self.place(&id).is_none() {
                    self.modules.push(Drawn { id, title, why: String::new(), other: Other::new() });
                }
            }
            LearningChange::Why(id, why) => {
                if self.place(&id).is_none() && !why.is_empty() {
                    self.apply(LearningChange::Add(id.clone(), id.to_string()));
                }
                if let Some(at) = self.place(&id) {
                    self.modules[at].why = why;
                }
            }
            LearningChange::Move(id, to) => {
                if let Some(at) = self.place(&id) {
                    let module = self.modules.remove(at);
                    self.modules.insert(to.min(self.modules.len()), module);
                }
            }
            LearningChange::Forget(id) => self.modules.retain(|module| module.id != id),
        }
    }
}

impl Form for LearningPlan {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self { modules: fields.list("modules")?, other: fields.rest() })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_list("modules", &self.modules);
        fields
    }
}

impl Form for Drawn {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            id: fields.need("id", ModuleId::new)?,
            title: fields.text("title")?,
            why: fields.text("why")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("id", Some(&self.id));
        fields.put_text("title", &self.title);
        fields.put_text("why", &self.why);
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_added_once_and_moved_and_taken_out() {
        let id = |name: &str| ModuleId::new(name).unwrap();
        let add = |name: &str| LearningChange::Add(id(name), name.to_uppercase());
        let three = [add("a"), add("b"), add("c")];
        for (change, order) in [
            (add("a"), "abc"),
            (LearningChange::Move(id("c"), 0), "cab"),
            (LearningChange::Move(id("a"), 1), "bac"),
            (LearningChange::Move(id("a"), 99), "bca"),
            (LearningChange::Move(id("x"), 0), "abc"),
            (LearningChange::Why(id("x"), "y".into()), "abcx"),
            (LearningChange::Why(id("x"), String::new()), "abc"),
            (LearningChange::Forget(id("b")), "ac"),
            (LearningChange::Forget(id("x")), "abc"),
        ] {
            let mut plan = LearningPlan::default();
            three.clone().into_iter().for_each(|change| plan.apply(change));
            plan.apply(change.clone());
            let found: String = plan.modules.iter().map(|module| module.id.as_str()).collect();
            assert_eq!(found, order, "{change:?}");
        }
    }
}
