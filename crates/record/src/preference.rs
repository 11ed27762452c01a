//! How a learner likes to read, apart from the language.

use course::named;

named! {
    /// One thing a learner can choose about reading.
    pub enum Preference {
        /// Light or dark colours.
        Theme = "theme",
        /// The size of the text.
        Size = "size",
        /// The room between lines and paragraphs.
        Spacing = "spacing",
        /// Whether anything moves.
        Motion = "motion",
        /// A band that follows the line being read.
        Ruler = "ruler",
        /// How fast the page is read aloud.
        Speed = "speed",
        /// Whether the browser checks the spelling of what is written.
        Spelling = "spelling",
        /// What the tab and the browser's history call a page.
        Titles = "titles",
        /// Whether Shift, three times, leaves the page.
        Shift = "shift",
    }
}

impl Preference {
    /// The choices there are. The first applies until one is made.
    pub const fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Theme => &["device", "light", "dark"],
            Self::Size => &["usual", "large", "larger", "projector"],
            Self::Spacing => &["usual", "wide"],
            Self::Motion => &["device", "still"],
            Self::Ruler | Self::Spelling => &["off", "on"],
            Self::Titles => &["usual", "discreet"],
            Self::Shift => &["on", "off"],
            Self::Speed => &["usual", "slow", "fast"],
        }
    }

    /// The choice with that name; the first where there is no such choice, as
    /// when a newer Waymark offers more.
    pub fn choice(self, name: &str) -> &'static str {
        let choices = self.choices();
        choices.iter().find(|choice| **choice == name).unwrap_or(&choices[0])
    }
}
