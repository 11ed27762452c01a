//! Compares the first screen, which a build wrote into the page, with the centre's files.

use super::{line_of, links_of};
use course::files::{self, CENTRE, Files};
use course::{Centre, Course, Problem, Problems, Target, Trouble};

/// The first screen in one language.
#[derive(Debug, Clone, Default)]
pub struct Screen {
    /// Its language.
    pub language: String,
    /// The name of the site, each time it appears, and where leaving leads.
    pub head: Vec<String>,
    /// Where its helplines lead.
    pub links: Vec<String>,
}

impl Screen {
    /// The one in that language; a new one if there was none.
    pub fn of<'a>(language: &str, screens: &'a mut Vec<Self>) -> Option<&'a mut Self> {
        if screens.iter().all(|screen| screen.language != language) {
            screens.push(Self { language: language.to_owned(), ..Self::default() });
        }
        screens.iter_mut().find(|screen| screen.language == language)
    }
}

/// Languages of the first screen that the centre does not offer any more, and another
/// name or way to leave than the centre's.
pub(super) fn heads(centre: &Centre, files: &Files, screens: &[Screen]) -> Vec<Problem> {
    let mut problems = Problems::of(CENTRE);
    let (text, _) = files::text_of(CENTRE, files);
    for screen in screens {
        let mut offered = centre.languages.iter();
        let Some(welcome) = offered.find(|welcome| welcome.language.as_str() == screen.language) else {
            problems.note(1, Trouble::ScreenLanguage, &screen.language);
            continue;
        };
        for there in &screen.head {
            let here = if there.contains("://") { &centre.leave } else { &welcome.name };
            if here != there {
                let what = format!("{here} ≠ {there}");
                let line = line_of(&text, &format!("# {here}")).or_else(|| line_of(&text, here));
                problems.note(line.unwrap_or(1), Trouble::ScreenDiffers, &what);
            }
        }
    }
    problems.into_vec()
}

/// Compares the helplines of the first screen with those of the file. Which of the two
/// is right, people have to decide: a number that is wrong here may be right there.
pub(super) fn compare(course: &Course, text: &str, screens: &[Screen], problems: &mut Problems) {
    // A language that was added since has the first screen of another.
    let Some(screen) = screens.iter().find(|screen| screen.language == course.language.as_str()) else {
        return;
    };
    let plain = |link: &String| match Target::parse(link) {
        Some(Target::Out(address)) => address,
        _ => link.clone(),
    };
    let shown: Vec<String> = screen.links.iter().map(plain).collect();
    let links = links_of(&course.help);
    let lacks: Vec<_> = links.iter().filter(|link| !shown.contains(link)).collect();
    let has: Vec<_> = shown.iter().filter(|link| !links.contains(link)).collect();
    let line = |link: &str| line_of(text, link).unwrap_or(1);
    if lacks.len() == has.len() {
        for (here, there) in lacks.iter().zip(&has) {
            problems.note(line(here), Trouble::ScreenDiffers, &format!("{here} ≠ {there}"));
        }
        return;
    }
    for link in lacks {
        problems.note(line(link), Trouble::ScreenLacks, link);
    }
    for link in has {
        problems.note(1, Trouble::ScreenHas, link);
    }
}
