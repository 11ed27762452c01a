//! A follow-up: a dated conversation with oneself about a goal.

use super::date::LocalDate;
use super::saved::{Fields, Form, Other, Read};
use course::ItemId;
use course::named;

named! {
    /// What the learner decides in a follow-up.
    pub enum Next {
        /// Carry on as it is.
        CarryOn = "carry-on",
        /// Change the small step.
        ChangeStep = "change-step",
        /// Change the goal.
        ChangeGoal = "change-goal",
        /// Let it rest.
        Rest = "rest",
        /// Let it go.
        LetGo = "let-go",
        /// It is reached.
        Reached = "reached",
    }
}

named! {
    /// What got in the way, as far as it is one of these.
    pub enum Barrier {
        /// Money.
        Money = "money",
        /// Getting there: distance, access, transport.
        GettingThere = "getting-there",
        /// Other people's ideas: stigma.
        OthersIdeas = "others-ideas",
        /// A service.
        Service = "service",
        /// Side-effects of medicines.
        SideEffects = "side-effects",
        /// Rules.
        Rules = "rules",
        /// Tired or unwell.
        TiredOrUnwell = "tired-or-unwell",
        /// It was not mine.
        NotMine = "not-mine",
        /// Something else.
        SomethingElse = "something-else",
    }
}

impl Barrier {
    /// Modules that may help more than trying harder, by the ids they have
    /// in the shipped course. A barrier outside the person leads to rights, an
    /// advocate, money, stigma and community.
    pub const fn modules(self) -> &'static [&'static str] {
        match self {
            Self::Money => &["money-home-security", "my-rights"],
            Self::GettingThere => &["money-home-security", "part-of-a-community"],
            Self::OthersIdeas => &["stigma-and-shame", "meeting-peers"],
            Self::Service => &["my-rights", "choosing-and-deciding"],
            Self::SideEffects => &["medicines-my-view", "choosing-and-deciding"],
            Self::Rules => &["my-rights", "stigma-and-shame"],
            Self::TiredOrUnwell => &["body-and-rest", "feeling-safer"],
            Self::NotMine => &["my-directions", "strengths-and-values"],
            Self::SomethingElse => &[],
        }
    }
}

/// A dated conversation with oneself about a goal.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// Its id, which is random.
    pub id: ItemId,
    /// The day.
    pub on: LocalDate,
    /// What happened.
    pub happened: String,
    /// What helped.
    pub helped: String,
    /// What got in the way, in the learner's words.
    pub in_the_way: String,
    /// What got in the way, by the name of the [`Barrier`].
    barriers: Other,
    /// What comes next, if that was chosen.
    pub next: Option<Next>,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

impl FollowUp {
    /// A follow-up of that day, with nothing in it yet.
    pub fn begin(id: ItemId, on: LocalDate) -> Self {
        Self {
            id,
            on,
            happened: String::new(),
            helped: String::new(),
            in_the_way: String::new(),
            barriers: Other::new(),
            next: None,
            other: Other::new(),
        }
    }

    /// Notes whether something of this kind got in the way.
    pub fn set(&mut self, barrier: Barrier, there: bool) {
        match there {
            true => drop(self.barriers.insert(barrier.name().to_owned(), true.into())),
            false => drop(self.barriers.remove(barrier.name())),
        }
    }

    /// Whether something of this kind got in the way.
    pub fn has(&self, barrier: Barrier) -> bool {
        self.barriers.contains_key(barrier.name())
    }
}

impl Form for FollowUp {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            id: fields.need("id", ItemId::new)?,
            on: fields.need("on", LocalDate::parse)?,
            happened: fields.text("happened")?,
            helped: fields.text("helped")?,
            in_the_way: fields.text("in_the_way")?,
            barriers: fields.object("barriers")?,
            next: fields.known("next", Next::from_name)?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("id", Some(&self.id));
        fields.put_shown("on", Some(&self.on));
        fields.put_text("happened", &self.happened);
        fields.put_text("helped", &self.helped);
        fields.put_text("in_the_way", &self.in_the_way);
        fields.put_filled("barriers", &self.barriers);
        fields.put_text("next", self.next.map(Next::name).unwrap_or_default());
        fields
    }
}
