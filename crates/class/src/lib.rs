//! Where a class is, which its windows keep telling each other.

use course::ModuleId;
use course::class::Classes;
use std::fmt;

/// Where a class is. It knows nothing of anyone in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassNow {
    /// The module the session is about.
    pub module: ModuleId,
    /// The part of the session, from 1.
    pub part: usize,
    /// What covers the screen.
    pub over: Over,
    /// When this part began: seconds since 1970.
    pub begun: usize,
}

/// What can cover the screen of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Nothing: the part itself shows.
    Nothing,
    /// A dark screen.
    Blank,
    /// The code to scan.
    Code,
    /// The code for tablets that several people use.
    Shared,
    /// A pause for everyone.
    Pause,
}

const OVERS: [(&str, Over); 5] = [
    ("open", Over::Nothing),
    ("blank", Over::Blank),
    ("code", Over::Code),
    ("shared", Over::Shared),
    ("pause", Over::Pause),
];

impl ClassNow {
    /// Reads a message from another window: `feeling-safer 2 open 1764000000`.
    /// Anything else gives `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let module = ModuleId::new(words.next()?)?;
        let part = words.next()?.parse().ok().filter(|part| (1..1000).contains(part))?;
        let over = words.next()?;
        let (_, over) = OVERS.into_iter().find(|(name, _)| *name == over)?;
        let begun = words.next()?.parse().ok()?;
        words.next().is_none().then_some(Self { module, part, over, begun })
    }

    /// Whether there is such a part: a message from another window may name any.
    pub fn is_in(&self, classes: &Classes) -> bool {
        classes.plan(&self.module).is_some_and(|(plan, _)| self.part <= plan.parts.len())
    }
}

impl fmt::Display for ClassNow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let over = OVERS.into_iter().find(|(_, over)| *over == self.over).map_or("open", |(name, _)| name);
        write!(f, "{} {} {over} {}", self.module, self.part, self.begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::LanguageTag;
    use course::class::parse;

    #[test]
    fn a_class_is_where_there_is_a_part() {
        let text = "---\ntitle: One\nminutes: 2\n---\n\n## A\n\nminutes: 1\n\n## B\n\nminutes: 1\n";
        let (plan, _) = parse(ModuleId::new("one").unwrap(), "", text);
        let language = LanguageTag::new("en").unwrap();
        let classes = Classes { plans: vec![(plan, language)], shared: Vec::new() };
        for (told, is_there) in
            [("one 1 open 1", true), ("one 2 open 1", true), ("one 3 open 1", false), ("two 1 open 1", false)]
        {
            assert_eq!(ClassNow::parse(told).unwrap().is_in(&classes), is_there, "{told}");
        }
    }

    #[test]
    fn what_is_told_is_heard_again_and_nothing_else() {
        for (_, over) in OVERS {
            let now = ClassNow { module: ModuleId::new("one").unwrap(), part: 3, over, begun: 1_764_000_000 };
            assert_eq!(ClassNow::parse(&now.to_string()), Some(now));
        }
        for text in [
            "",
            "?",
            "one",
            "one 0 open 1",
            "one 1 shut 1",
            "One 1 open 1",
            "one 1 open -1",
            "one 1 open 1 more",
        ] {
            assert_eq!(ClassNow::parse(text), None, "{text}");
        }
    }
}
