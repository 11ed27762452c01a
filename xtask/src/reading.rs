//! How hard English is to read: the Flesch–Kincaid grade level.
//!
//! 0.39 × words per sentence + 11.8 × syllables per word − 15.59, from Kincaid,
//! Fishburne, Rogers and Chissom, “Derivation of New Readability Formulas for Navy
//! Enlisted Personnel” (1975). Syllables are counted by groups of vowels, so that a
//! grade is a hint, good to within about one.

/// What is counted in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Words: whatever begins with a letter or digit, up to a space or dash.
    pub words: usize,
    /// Sentences: up to `.`, `!`, `?` or `:`, or the end of a line.
    pub sentences: usize,
    /// Syllables.
    pub syllables: usize,
}

impl Count {
    /// Counts a text. Each line counts by itself, like a heading or an item.
    pub fn of(text: &str) -> Self {
        let mut count = Self::default();
        for sentence in text.lines().flat_map(sentences) {
            let before = count.words;
            for word in words(sentence) {
                count.words += 1;
                count.syllables += syllables(word);
            }
            count.sentences += usize::from(count.words > before);
        }
        count
    }

    /// The grade; `None` where there are no words.
    #[allow(clippy::cast_precision_loss)]
    pub fn grade(self) -> Option<f64> {
        let (words, sentences) = (self.words as f64, self.sentences as f64);
        (self.words > 0).then(|| 0.39 * words / sentences + 11.8 * self.syllables as f64 / words - 15.59)
    }
}

/// The parts of a line that end with a punctuation mark and a space, or with the line.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    let ends = |(at, c): (usize, char)| {
        let rest = &line[at + c.len_utf8()..];
        let rest = rest.trim_start_matches(['"', '\'', '”', '’', ')', '*', '_']);
        (".!?:".contains(c) && rest.chars().next().is_none_or(char::is_whitespace)).then_some(at)
    };
    let mut cuts: Vec<usize> = line.char_indices().filter_map(ends).collect();
    cuts.push(line.len());
    let mut from = 0;
    cuts.into_iter().map(move |to| {
        let sentence = &line[from..to];
        from = to;
        sentence
    })
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '\'' || c == '’' || c == '-';
    sentence.split(move |c| !is_of_word(c)).filter(|word| word.starts_with(char::is_alphanumeric))
}

/// Groups of vowels, without a silent `e` at the end; at least one.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let silent = |end: &str, but: &[&str]| {
        word.len() > 3
            && word.strip_suffix(end).is_some_and(|stem| !but.iter().any(|last| stem.ends_with(last)))
    };
    let vowels = ["a", "e", "i", "o", "u", "y"];
    let is_silent = silent("e", &["l", "a", "e", "i", "o", "u", "y"])
        || silent("es", &["l", "s", "x", "z", "ch", "sh", "c", "g", "a", "e", "i", "o", "u", "y"])
        || silent("ed", &["t", "d", "a", "e", "i", "o", "u", "y"]);
    let mut groups = 0;
    let mut was_vowel = false;
    for c in word.chars() {
        let is_vowel = vowels.iter().any(|vowel| vowel.starts_with(c));
        groups += usize::from(is_vowel && !was_vowel);
        was_vowel = is_vowel;
    }
    groups.saturating_sub(usize::from(is_silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_as_they_are_spoken() {
        for (word, spoken) in [
            ("the", 1),
            ("make", 1),
            ("table", 2),
            ("asked", 1),
            ("wanted", 2),
            ("notes", 1),
            ("changes", 2),
            ("kettle", 2),
            ("recovery", 4),
            ("people", 2),
            ("don't", 1),
            ("1976", 1),
            ("agree", 2),
        ] {
            assert_eq!(syllables(word), spoken, "{word}");
        }
    }

    #[test]
    fn sentences_and_words() {
        let count = |text: &str| {
            let count = Count::of(text);
            (count.words, count.sentences)
        };
        assert_eq!(count("The cat sat on the mat."), (6, 1));
        assert_eq!(count("\"Come in!\" she said. It was miles away."), (8, 3));
        assert_eq!(count("A heading\nTwo words\n\n"), (4, 2));
        assert_eq!(count("well-known, isn’t it?"), (3, 1));
        assert_eq!(count("— … —"), (0, 0));
    }

    #[test]
    fn the_grade_is_that_of_the_formula() {
        // 6 words, 1 sentence, 6 syllables: 2.34 + 11.8 − 15.59.
        let grade = Count::of("The cat sat on the mat.").grade().unwrap();
        assert!((grade + 1.45).abs() < 1e-9, "{grade}");
        assert_eq!(Count::of("").grade(), None);
    }
}
