//! The addresses of the site: the only place that knows them.
//!
//! All of them come after `#`, which no browser sends to a server.

use course::{AnswerId, Course, GoalId, ModuleId};
use std::fmt;

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// `#/`
    Home,
    /// `#/modules`
    Modules,
    /// `#/modules/<module>`
    Module(ModuleId),
    /// `#/modules/<module>/<step>`; steps from 1
    Step(ModuleId, usize),
    /// `#/modules/<module>/paper`: its exercises, to print
    ModulePaper(ModuleId),
    /// `#/goals`
    Goals,
    /// `#/goals/<goal>`
    Goal(GoalId),
    /// `#/goals/<goal>/paper`
    GoalPaper(GoalId),
    /// `#/plan`
    Plan,
    /// `#/plan/paper`
    PlanPaper,
    /// `#/plan/card`: the crisis card
    Card,
    /// `#/learning-plan`
    LearningPlan,
    /// `#/learning-plan/paper`
    LearningPaper,
    /// `#/sheet`: choosing what goes on a sheet to share
    Sheet,
    /// `#/journal`
    Journal,
    /// `#/about`: how the course was made
    About,
    /// `#/help`
    Help,
    /// `#/pause`
    Pause,
    /// `#/settings`
    Settings,
    /// `#/data`
    Data,
    /// `#/private`: leaving, the lock, a session that keeps nothing
    Private,
    /// `#/check`
    Check,
    /// `#/write`: trying a module before it is uploaded
    Write,
    /// `#/class`: live classes
    Class,
    /// `#/class/<module>`: the plan of a session
    ClassPlan(ModuleId),
    /// `#/class/<module>/<part>`: the screen of a class; parts of the session from 1
    ClassScreen(ModuleId, usize),
    /// `#/class/<module>/notes`: what only the facilitators see
    ClassNotes(ModuleId),
    /// `#/worksheets`: exercises of all modules to print; `#/worksheets/<module>`: of one
    Worksheets(Option<ModuleId>),
    /// `#/certificate`: one that a learner makes for themselves
    Certificate,
    /// `#/shared`: where a session that keeps nothing begins;
    /// `#/shared/<module>/<step>`: for that step
    Shared(Option<(ModuleId, usize)>),
    /// `#/looks`: every component, in a build for those who change how they look
    #[cfg(feature = "looks")]
    Looks,
    /// Any other address.
    Nowhere,
}

impl Route {
    /// Reads the address bar from `#` on. An empty hash is
    /// home; a hash without a leading `/` is an anchor in a page, not a page.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        if path.is_empty() {
            return Some(Self::Home);
        }
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        let parts: Vec<&str> = path.split('/').collect();
        let found = match parts[..] {
            [""] => Some(Self::Home),
            ["modules"] => Some(Self::Modules),
            ["modules", module] => ModuleId::new(module).map(Self::Module),
            ["modules", module, "paper"] => ModuleId::new(module).map(Self::ModulePaper),
            ["modules", module, step] => {
                ModuleId::new(module).zip(step_number(step)).map(|(module, step)| Self::Step(module, step))
            }
            ["goals"] => Some(Self::Goals),
            ["goals", goal] => GoalId::new(goal).map(Self::Goal),
            ["goals", goal, "paper"] => GoalId::new(goal).map(Self::GoalPaper),
            ["plan"] => Some(Self::Plan),
            ["plan", "paper"] => Some(Self::PlanPaper),
            ["plan", "card"] => Some(Self::Card),
            ["learning-plan"] => Some(Self::LearningPlan),
            ["learning-plan", "paper"] => Some(Self::LearningPaper),
            ["sheet"] => Some(Self::Sheet),
            ["journal"] => Some(Self::Journal),
            ["about"] => Some(Self::About),
            ["help"] => Some(Self::Help),
            ["pause"] => Some(Self::Pause),
            ["settings"] => Some(Self::Settings),
            ["data"] => Some(Self::Data),
            ["private"] => Some(Self::Private),
            ["check"] => Some(Self::Check),
            ["write"] => Some(Self::Write),
            ["class"] => Some(Self::Class),
            ["class", module] => ModuleId::new(module).map(Self::ClassPlan),
            ["class", module, "notes"] => ModuleId::new(module).map(Self::ClassNotes),
            ["class", module, part] => ModuleId::new(module)
                .zip(step_number(part))
                .map(|(module, part)| Self::ClassScreen(module, part)),
            ["worksheets"] => Some(Self::Worksheets(None)),
            ["worksheets", module] => ModuleId::new(module).map(|module| Self::Worksheets(Some(module))),
            ["certificate"] => Some(Self::Certificate),
            ["shared"] => Some(Self::Shared(None)),
            ["shared", module, step] => {
                ModuleId::new(module).zip(step_number(step)).map(|step| Self::Shared(Some(step)))
            }
            #[cfg(feature = "looks")]
            ["looks"] => Some(Self::Looks),
            _ => None,
        };
        Some(found.unwrap_or(Self::Nowhere))
    }

    /// The address, from `#` on.
    pub fn href(&self) -> String {
        self.to_string()
    }

    /// Whether the page shows nothing of what a learner wrote, and is open while
    /// a lock is on.
    pub fn is_for_anyone(&self) -> bool {
        matches!(self, Self::About | Self::Help | Self::Pause | Self::Worksheets(_) | Self::Certificate)
    }

    /// Whether the page is of class mode, which never opens a learner's record.
    pub fn is_of_class(&self) -> bool {
        matches!(self, Self::Class | Self::ClassPlan(_) | Self::ClassScreen(..) | Self::ClassNotes(_))
    }

    /// The page in the navigation that this page belongs to.
    pub fn section(&self) -> Self {
        match self {
            Self::Module(_)
            | Self::Step(..)
            | Self::ModulePaper(_)
            | Self::LearningPlan
            | Self::LearningPaper
            | Self::Worksheets(_)
            | Self::Certificate => Self::Modules,
            Self::Goal(_) | Self::GoalPaper(_) => Self::Goals,
            Self::PlanPaper | Self::Card => Self::Plan,
            other => other.clone(),
        }
    }

    /// The step an answer is written in, or its module where the exercise is gone.
    pub fn of_answer(id: &AnswerId, course: &Course) -> Self {
        let step = course.module(&id.module).and_then(|module| module.step_of(&id.exercise));
        match step {
            Some(step) => Self::Step(id.module.clone(), step),
            None => Self::Module(id.module.clone()),
        }
    }

    /// Whether there is something at this address in this course.
    pub fn leads_somewhere(&self, course: &Course) -> bool {
        match self {
            Self::Nowhere => false,
            Self::Module(module)
            | Self::ModulePaper(module)
            | Self::Worksheets(Some(module))
            | Self::ClassPlan(module)
            | Self::ClassScreen(module, _)
            | Self::ClassNotes(module) => course.module(module).is_some(),
            Self::Step(module, step) | Self::Shared(Some((module, step))) => {
                course.module(module).is_some_and(|module| *step <= module.steps.len())
            }
            _ => true,
        }
    }
}

fn step_number(text: &str) -> Option<usize> {
    let plain = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Nowhere => f.write_str("#/"),
            Self::Modules => f.write_str("#/modules"),
            Self::Module(module) => write!(f, "#/modules/{module}"),
            Self::Step(module, step) => write!(f, "#/modules/{module}/{step}"),
            Self::ModulePaper(module) => write!(f, "#/modules/{module}/paper"),
            Self::Goals => f.write_str("#/goals"),
            Self::Goal(goal) => write!(f, "#/goals/{goal}"),
            Self::GoalPaper(goal) => write!(f, "#/goals/{goal}/paper"),
            Self::Plan => f.write_str("#/plan"),
            Self::PlanPaper => f.write_str("#/plan/paper"),
            Self::Card => f.write_str("#/plan/card"),
            Self::LearningPlan => f.write_str("#/learning-plan"),
            Self::LearningPaper => f.write_str("#/learning-plan/paper"),
            Self::Sheet => f.write_str("#/sheet"),
            Self::Journal => f.write_str("#/journal"),
            Self::About => f.write_str("#/about"),
            Self::Help => f.write_str("#/help"),
            Self::Pause => f.write_str("#/pause"),
            Self::Settings => f.write_str("#/settings"),
            Self::Data => f.write_str("#/data"),
            Self::Private => f.write_str("#/private"),
            Self::Check => f.write_str("#/check"),
            Self::Write => f.write_str("#/write"),
            Self::Class => f.write_str("#/class"),
            Self::ClassPlan(module) => write!(f, "#/class/{module}"),
            Self::ClassScreen(module, part) => write!(f, "#/class/{module}/{part}"),
            Self::ClassNotes(module) => write!(f, "#/class/{module}/notes"),
            Self::Worksheets(None) => f.write_str("#/worksheets"),
            Self::Worksheets(Some(module)) => write!(f, "#/worksheets/{module}"),
            Self::Certificate => f.write_str("#/certificate"),
            Self::Shared(None) => f.write_str("#/shared"),
            Self::Shared(Some((module, step))) => write!(f, "#/shared/{module}/{step}"),
            #[cfg(feature = "looks")]
            Self::Looks => f.write_str("#/looks"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_page_has_an_address() {
        for address in [
            "#/",
            "#/modules",
            "#/modules/feeling-safer",
            "#/modules/feeling-safer/2",
            "#/modules/feeling-safer/paper",
            "#/goals",
            "#/goals/k3j2",
            "#/goals/k3j2/paper",
            "#/plan",
            "#/plan/paper",
            "#/plan/card",
            "#/learning-plan",
            "#/learning-plan/paper",
            "#/sheet",
            "#/journal",
            "#/about",
            "#/help",
            "#/pause",
            "#/settings",
            "#/data",
            "#/private",
            "#/check",
            "#/write",
            "#/class",
            "#/class/feeling-safer",
            "#/class/feeling-safer/2",
            "#/class/feeling-safer/notes",
            "#/worksheets",
            "#/worksheets/feeling-safer",
            "#/certificate",
            "#/shared",
            "#/shared/feeling-safer/2",
        ] {
            assert_eq!(Route::parse(address).unwrap().href(), address);
        }
    }

    #[test]
    fn other_addresses() {
        for (hash, route) in [
            ("", Some(Route::Home)),
            ("#", Some(Route::Home)),
            ("#/goals/", Some(Route::Goals)),
            ("#main", None),
            ("#modules", None),
            ("#/nothing", Some(Route::Nowhere)),
            ("#/modules/UPPER", Some(Route::Nowhere)),
            ("#/modules/a/0", Some(Route::Nowhere)),
            ("#/modules/a/01", Some(Route::Nowhere)),
            ("#/modules/a/-1", Some(Route::Nowhere)),
            ("#/modules/a/1000", Some(Route::Nowhere)),
            ("#/modules/a/1/2", Some(Route::Nowhere)),
            ("#//", Some(Route::Home)),
            ("#/goals/../..", Some(Route::Nowhere)),
        ] {
            assert_eq!(Route::parse(hash), route, "{hash}");
        }
    }

    proptest! {
        #[test]
        fn any_hash_is_a_page_or_an_anchor(hash in "\\PC*") {
            if let Some(route) = Route::parse(&hash).filter(|route| *route != Route::Nowhere) {
                prop_assert_eq!(Route::parse(&route.href()), Some(route));
            }
        }

        #[test]
        fn steps_keep_their_number(step in 1usize..1000) {
            let route = Route::Step(ModuleId::new("a").unwrap(), step);
            prop_assert_eq!(Route::parse(&route.href()), Some(route));
        }
    }
}
