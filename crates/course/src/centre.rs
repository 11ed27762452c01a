//! `centre.md`: who offers this, in which languages, and where leaving leads.

use super::colour::{self, Colour};
use super::files::{File, Files};
use super::front_matter::FrontMatter;
use super::ids::{LanguageTag, SpaceId};
use super::problem::{Problem, Problems, Trouble};
use super::sections;
use super::text::Block;
use base64ct::{Base64, Encoding};

/// Where "leave this page" goes if the centre does not say: an ordinary page.
pub const LEAVE_OTHERWISE: &str = "https://www.google.com/";

/// What a centre says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Centre {
    /// The page that "leave this page" opens; begins with `https://`.
    pub leave: String,
    /// The file of its logo below `modules/`, if it has one.
    pub logo: Option<String>,
    /// Colours of its own, all of which can be read well enough.
    pub colours: Vec<Colour>,
    /// The part of a browser's storage that its learners' words are kept in.
    pub space: SpaceNamed,
    /// One for each language offered, in the order of the file; at least one.
    pub languages: Vec<Welcome>,
}

/// What a centre says about the space its learners' words are kept in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SpaceNamed {
    /// It has this one to itself.
    Own(SpaceId),
    /// None: it is the one that all sites without a space share.
    Shared,
    /// Its file did not come, or cannot be read.
    #[default]
    NotKnown,
}

/// A centre's name and greeting in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Welcome {
    /// The language; also the name of its folder.
    pub language: LanguageTag,
    /// The centre's name for the site.
    pub name: String,
    /// A short greeting.
    pub blocks: Vec<Block>,
}

impl Centre {
    /// The first language offered that fits one of `wanted`: the same tag, or
    /// the same language of another country. The first one where none fits.
    pub fn language_for<'a>(&self, wanted: impl IntoIterator<Item = &'a str>) -> LanguageTag {
        let offered = || self.languages.iter().map(|welcome| &welcome.language);
        let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        for tag in wanted {
            let tag = tag.to_ascii_lowercase();
            let same = offered().find(|language| language.as_str() == tag);
            let related = || offered().find(|language| base(language.as_str()) == base(&tag));
            if let Some(language) = same.or_else(related) {
                return language.clone();
            }
        }
        self.first().clone()
    }

    /// The language that is used where nothing else fits. Whatever another language
    /// lacks is shown in it.
    pub fn first(&self) -> &LanguageTag {
        &self.languages[0].language
    }

    /// The logo as an address that holds all of it, if it is there and fits.
    pub fn logo_address(&self, files: &Files) -> Option<String> {
        let name = self.logo.as_ref()?;
        match files.get(name)? {
            File::Here(bytes) if bytes.len() <= LONGEST_LOGO => {
                Some(format!("data:{};base64,{}", logo_type(name)?, Base64::encode_string(bytes)))
            }
            _ => None,
        }
    }

    /// The welcome in a language; the first one where it is not offered.
    pub fn welcome(&self, language: &LanguageTag) -> &Welcome {
        let own = self.languages.iter().find(|welcome| welcome.language == *language);
        own.unwrap_or(&self.languages[0])
    }
}

/// Reads `centre.md`. Each language has a level-1 heading: `# Our name {#en}`.
pub fn parse(file: &str, text: &str) -> (Centre, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let front = FrontMatter::read(text, &mut problems);
    let keys = ["leave", LOGO, SPACE].into_iter().chain(colour::KEYS.map(|(key, ..)| key));
    front.check_keys(&keys.collect::<Vec<_>>(), &mut problems);
    let (_, found) = sections::read(front.rest, front.rest_line, 1, &mut problems);
    let mut languages: Vec<Welcome> = Vec::new();
    for section in found {
        let seen: Vec<_> = languages.iter().map(|welcome| welcome.language.clone()).collect();
        if let Some(language) = sections::id_of(&section, LanguageTag::new, &seen, &mut problems) {
            languages.push(Welcome { language, name: section.title, blocks: section.blocks });
        }
    }
    if languages.is_empty() {
        problems.note(front.rest_line, Trouble::NoLanguage, "");
        let (language, name) = (LanguageTag::english(), "Waymark".to_owned());
        languages.push(Welcome { language, name, blocks: Vec::new() });
    }
    let centre = Centre {
        leave: leave(&front, &mut problems),
        logo: logo(&front, &mut problems),
        space: space(&front, &mut problems),
        colours: colour::read(&front, &mut problems),
        languages,
    };
    (centre, problems.into_vec())
}

fn leave(front: &FrontMatter, problems: &mut Problems) -> String {
    let leave = front.need("leave", problems);
    if leave.starts_with("https://") {
        return leave.to_owned();
    }
    if let Some((line, value)) = front.get("leave") {
        problems.note(line, Trouble::LinkRefused, value);
    }
    LEAVE_OTHERWISE.to_owned()
}

/// The key of the space.
const SPACE: &str = "space";

fn space(front: &FrontMatter, problems: &mut Problems) -> SpaceNamed {
    match front.get(SPACE) {
        None if front.is_whole => SpaceNamed::Shared,
        None => SpaceNamed::NotKnown,
        Some((line, name)) => SpaceId::new(name).map_or_else(
            || {
                problems.note(line, Trouble::SpaceRefused, name);
                SpaceNamed::NotKnown
            },
            SpaceNamed::Own,
        ),
    }
}

/// The key of the logo's file.
const LOGO: &str = "logo";

/// What a logo may be, by the end of its name, and the type it is shown as.
const LOGOS: [(&str, &str); 5] = [
    (".svg", "image/svg+xml"),
    (".png", "image/png"),
    (".jpg", "image/jpeg"),
    (".jpeg", "image/jpeg"),
    (".webp", "image/webp"),
];

/// The longest logo that is fetched with every visit, in bytes.
pub const LONGEST_LOGO: usize = 100_000;

/// The type of a logo, by the end of its name.
pub fn logo_type(name: &str) -> Option<&'static str> {
    LOGOS.iter().find(|(end, _)| name.ends_with(end)).map(|(_, kind)| *kind)
}

fn logo(front: &FrontMatter, problems: &mut Problems) -> Option<String> {
    let (line, name) = front.get(LOGO)?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let fits = name.len() <= 80 && name.chars().all(plain) && logo_type(name).is_some();
    if !fits {
        problems.note(line, Trouble::LogoRefused, name);
    }
    fits.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_fits_best() {
        let (centre, problems) =
            parse("centre.md", "---\nleave: https://example.org\n---\n# A {#en}\n# B {#pt-br}\n# C {#ja}\n");
        assert_eq!(problems, []);
        for (wanted, found) in [
            (vec!["ja"], "ja"),
            (vec!["ja-JP"], "ja"),
            (vec!["pt-BR"], "pt-br"),
            (vec!["pt-PT"], "pt-br"),
            (vec!["de", "ja"], "ja"),
            (vec!["de"], "en"),
            (vec![], "en"),
            (vec!["", "x"], "en"),
        ] {
            assert_eq!(centre.language_for(wanted.iter().copied()).as_str(), found, "{wanted:?}");
        }
    }

    #[test]
    fn an_empty_file_still_gives_a_language_and_a_way_out() {
        let (centre, problems) = parse("centre.md", "");
        assert_eq!(centre.languages.len(), 1);
        assert_eq!(centre.leave, LEAVE_OTHERWISE);
        assert!(problems.len() >= 3);
    }

    #[test]
    fn a_logo_is_a_small_picture_beside_the_file() {
        let centre = |logo: &str| {
            parse("centre.md", &format!("---\nleave: https://a.org\nlogo: {logo}\n---\n# A {{#en}}\n"))
        };
        for refused in ["../logo.svg", "logo.html", "Logo.png", "https://a.org/l.png", "a/b.svg", "logo"] {
            let (centre, problems) = centre(refused);
            assert_eq!((centre.logo, problems[0].trouble), (None, Trouble::LogoRefused), "{refused}");
        }
        let (centre, problems) = centre("our-logo.svg");
        assert_eq!(problems, []);
        let mut files = Files::default();
        assert_eq!(centre.logo_address(&files), None);
        files.insert("our-logo.svg", File::Here(b"<svg/>".to_vec()));
        assert_eq!(centre.logo_address(&files).unwrap(), "data:image/svg+xml;base64,PHN2Zy8+");
        files.insert("our-logo.svg", File::Here(vec![0; LONGEST_LOGO + 1]));
        assert_eq!(centre.logo_address(&files), None);
    }

    #[test]
    fn a_space_is_named_left_out_or_not_known() {
        let space = |front: &str| parse("centre.md", &format!("{front}# A {{#en}}\n")).0.space;
        let named = |name: &str| SpaceNamed::Own(SpaceId::new(name).unwrap());
        for (front, expected) in [
            ("---\nleave: https://a.org\nspace: college-a\n---\n", named("college-a")),
            ("---\nleave: https://a.org\n Space: \"b\"\n---\n", named("b")),
            ("---\nleave: https://a.org\n---\n", SpaceNamed::Shared),
            ("---\nleave: https://a.org\nspace:\n---\n", SpaceNamed::Shared),
            ("---\nspace: College A\n---\n", SpaceNamed::NotKnown),
            ("---\nspace: a.b\n---\n", SpaceNamed::NotKnown),
            // A line that was lost is not one that was left out.
            ("leave: https://a.org\n", SpaceNamed::NotKnown),
            ("---\nleave: https://a.org\n", SpaceNamed::NotKnown),
            ("", SpaceNamed::NotKnown),
        ] {
            assert_eq!(space(front), expected, "{front}");
        }
        let (_, problems) = parse("centre.md", "---\nleave: https://a.org\nspace: A b\n---\n# A {#en}\n");
        assert_eq!((problems[0].trouble, problems[0].line), (Trouble::SpaceRefused, 3));
    }

    #[test]
    fn leaving_never_leads_to_a_script() {
        let (centre, problems) = parse("centre.md", "---\nleave: javascript:alert(1)\n---\n# A {#en}\n");
        assert_eq!(centre.leave, LEAVE_OTHERWISE);
        assert_eq!(problems[0].trouble, Trouble::LinkRefused);
    }
}
