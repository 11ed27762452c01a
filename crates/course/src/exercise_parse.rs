//! A fenced block into an [`Exercise`].

use super::choices::choices;
use super::exercise::{Exercise, Kind, KindName, Wheel};
use super::exercise_options::Options;
use super::ids::ExerciseId;
use super::markdown::{self, Fence};
use super::problem::{Problems, Trouble};
use super::text::Block;

/// What became of a fenced block.
pub enum Found {
    /// An exercise that works.
    Exercise(Exercise),
    /// Text to read, because the exercise could not be made.
    Text(Vec<Block>),
}

/// Reads a fenced block. `line` is the line of its fence.
pub fn parse(fence: &Fence, line: usize, problems: &mut Problems) -> Found {
    let (options, body) = Options::read(fence, problems);
    let mut question = markdown::read_blocks(&body, fence.body_line, problems);
    let Some((name, id)) = head(&fence.info, line, problems) else {
        return Found::Text(question);
    };
    let kind = kind(name, &options, &mut question, line, problems);
    options.check_known(name, problems);
    if question.is_empty() {
        problems.note(line, Trouble::QuestionMissing, id.as_str());
    }
    Found::Exercise(Exercise {
        id,
        line,
        plan: options.plan(problems),
        earlier: options.earlier(problems),
        outward: options.get("outward").is_some(),
        question,
        kind,
    })
}

/// `{kind} id`. The braces may be missing, and the kind may have capital letters.
fn head(info: &str, line: usize, problems: &mut Problems) -> Option<(KindName, ExerciseId)> {
    let mut words =
        info.split(|c: char| c.is_whitespace() || "{}#".contains(c)).filter(|word| !word.is_empty());
    let name = words.next().unwrap_or(info);
    let id = words.collect::<Vec<_>>().join(" ");
    let kind = KindName::from_name(&name.to_ascii_lowercase());
    if kind.is_none() {
        problems.note(line, Trouble::KindUnknown, name);
    }
    let exercise = ExerciseId::new(&id);
    if id.is_empty() {
        problems.note(line, Trouble::ExerciseWithoutId, &format!("{{{name}}}"));
    } else if exercise.is_none() {
        problems.note(line, Trouble::IdWrong, &id);
    }
    kind.zip(exercise)
}

fn kind(
    name: KindName,
    options: &Options,
    question: &mut Vec<Block>,
    line: usize,
    problems: &mut Problems,
) -> Kind {
    match name {
        KindName::Reflection => Kind::Reflection,
        KindName::List => Kind::List,
        KindName::Goal => Kind::Goal,
        KindName::People => Kind::People,
        KindName::Practice => Kind::Practice,
        KindName::Choices => Kind::Choices(choices(question, line, problems)),
        KindName::Order => Kind::Order(choices(question, line, problems)),
        KindName::Compare => Kind::Compare(choices(question, line, problems)),
        KindName::Table => Kind::Table(choices(question, line, problems)),
        KindName::Wheel => {
            let areas = choices(question, line, problems);
            Kind::Wheel(Wheel { areas, scale: options.scale(problems) })
        }
        KindName::Scale => Kind::Scale(options.scale(problems)),
        KindName::Pause => Kind::Pause(options.way(problems)),
    }
}
