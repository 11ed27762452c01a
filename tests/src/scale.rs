//! A record as large as a browser keeps, for what has to be right and quick
//! after years of writing.

use crate::Page;

/// How many UTF-16 units are in storage then, keys and texts. A browser keeps
/// 5,242,880 for a site; the rest is left for what a test writes.
const LARGE: std::ops::Range<u64> = 4_600_000..4_900_000;

/// Real modules with what their exercises keep: w for words, l for lines,
/// t for ticks, m for marks.
const REAL: &str = "const REAL = {
    'starting-here': { 'what-brought-me': 'w', 'how-i-like-to-go': 't', 'how-things-are': 'm',
        'around-me': 'w', 'my-learning-plan': 'l', 'what-i-would-like': 'w' },
    'what-recovery-can-mean': { 'words-that-fit': 't', 'my-own-words': 'w', 'what-has-kept-me-going': 'l',
        'hope-over-time': 'm', 'something-together': 'w', 'what-i-take': 'w' },
    'feeling-safer': { 'how-at-ease': 'm', 'what-settles-me': 'l', 'people-and-places': 'w',
        'how-i-want-to-be-treated': 't', 'what-would-need-to-change': 'w', 'first-thing-to-try': 'w' },
    'stigma-and-shame': { 'weight-today': 'm', 'sorting-barriers': 't', 'answer-back': 'w',
        'telling-or-not': 'w', 'together': 't', 'for-a-hard-day': 'w' },
    'my-directions': { 'how-goals-have-been': 'w', 'what-pulls-me': 't', 'my-goal': 'w', 'small-step': 'l',
        'who-to-tell': 'w', 'what-i-take': 'w' },
};";

/// Words of any length that differ by their number, at times about five hours apart.
const WORDS: &str = "const SENTENCES = ['Rain on the roof again, and I slept until it was light.',
    'My sister rang and we laughed about the bus.', 'I said no, and nothing bad came of it.',
    'The form wanted the same answers as in spring, and I do not see what for.',
    'Half an hour in the park, on the bench by the water.', 'Bad night. Tea, the radio, and then it was six.',
    'They asked what I wanted, for once, and wrote it down in my words.',
    'I cooked enough for two days, which is one day less to think about it.'];
const words = (n, length) => {
    let text = `Entry ${n}.`;
    for (let at = n; text.length < length; at += 3) text += ' ' + SENTENCES[at % SENTENCES.length];
    return text;
};
const time = (n) => new Date(Date.UTC(2023, 0, 1) + n * 5 * 3600e3).toISOString().slice(0, 19);
const day = (n) => time(n).slice(0, 10);
const put = (key, n, value) => localStorage.setItem(`waymark.${key}`,
    JSON.stringify({ form: 1, revision: 1 + n % 9, changed: time(n), value }));
const several = (number, make) => Array.from({ length: number }, (_, at) => make(at));";

/// 25 modules, six answers in each.
const ANSWERS: &str = "const KINDS = {
    w: (n) => ({ words: words(n, 400) }),
    l: (n) => ({ items: several(6, (at) => ({ id: `i${at}`, words: words(n + at, 60) })) }),
    t: (n) => ({ ticked: several(5, (at) => ({ id: `c${at}`, words: words(n + at, 40) })) }),
    m: (n) => ({ marks: several(20, (at) => ({ on: day(n + at * 5), number: (n + at) % 11, words: words(at, 30) })) }),
};
const made = several(20, (at) => [`made-up-${at}`, { one: 'w', two: 'l', three: 't', four: 'm', five: 'w', six: 'w' }]);
let answers = 0;
for (const [module, exercises] of [...Object.entries(REAL), ...made]) {
    for (const [exercise, kind] of Object.entries(exercises)) {
        const asked = { question: `What do you think of ${exercise}?`, language: 'en' };
        put(`answer.${module}.${exercise}`, ++answers, { ...asked, ...KINDS[kind](answers) });
    }
}";

/// 200 goals, `g0` and on, each with small steps and follow-ups.
const GOALS: &str = "const STATES = ['going-on', 'resting', 'reached', 'let-go'];
for (let n = 0; n < 200; n++) {
    put(`goal.g${n}`, n * 20, { words: words(n, 60), why: words(n + 1, 80), state: STATES[n % 4], started: day(n * 20),
        ...(n % 10 ? {} : { from: 'my-directions/my-goal' }),
        steps: several(3, (at) => ({ id: `s${at}`, words: words(at, 30), ...(at ? {} : { done: day(n * 20 + 9) }) })),
        follow_ups: several(2, (at) => ({ id: `f${at}`, on: day(n * 20 + 9 + at), helped: words(at, 40) })) });
}";

/// 5,000 free entries of about 800 letters: `Entry 0.` to `Entry 4999.`
const NOTES: &str = "for (let n = 0; n < 5000; n++)
    put(`note.n${n}`, n, { on: time(n), words: words(n, 620 + n % 5 * 60) });";

/// How many UTF-16 units are kept, counting keys and texts.
const UNITS: &str =
    "return Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)";

impl Page {
    /// Puts a record into storage that nearly fills it, and loads the page
    /// again: answers in 25 modules (five of them real), 200 goals and 5,000
    /// free entries of the journal, on days from 2023 to 2025. The number of a
    /// free entry is the first of its words, so that a search can find just
    /// one: `Entry 4321.` What a test kept earlier stays, unless it has the
    /// same key.
    pub async fn put_a_large_record(&self) {
        for part in [ANSWERS, GOALS, NOTES] {
            self.run(&format!("{REAL}\n{WORDS}\n{part}")).await;
        }
        let units = self.units().await;
        assert!(LARGE.contains(&units), "the large record has {units} units");
        self.reload().await;
    }

    /// How many UTF-16 units are in local storage, counting keys and texts.
    pub async fn units(&self) -> u64 {
        self.run(UNITS).await.as_u64().unwrap_or_default()
    }
}
