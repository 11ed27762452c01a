//! Every kind of address there is, and a record so that none of them is empty.

use crate::Page;

/// An address of each page; a goal called `g` is there after
/// [`Page::put_a_little_of_everything`].
pub const ADDRESSES: [&str; 33] = [
    "#/",
    "#/modules",
    "#/modules/what-recovery-can-mean",
    "#/modules/what-recovery-can-mean/2",
    "#/modules/starting-here",
    "#/modules/starting-here/1",
    "#/modules/starting-here/4",
    "#/modules/feeling-safer/2",
    "#/modules/stigma-and-shame/3",
    "#/modules/what-recovery-can-mean/paper",
    "#/goals",
    "#/goals/g",
    "#/goals/g/paper",
    "#/plan",
    "#/plan/paper",
    "#/plan/card",
    "#/learning-plan",
    "#/learning-plan/paper",
    "#/sheet",
    "#/journal",
    "#/help",
    "#/pause",
    "#/settings",
    "#/data",
    "#/private",
    "#/check",
    "#/write",
    "#/about",
    "#/worksheets",
    "#/worksheets/strengths-and-values",
    "#/certificate",
    "#/nothing/here",
    // Last: from here on the page keeps nothing.
    "#/shared/feeling-safer/2",
];

/// An address of each page of a class, which reloads the page.
pub const CLASS_ADDRESSES: [&str; 8] = [
    "#/class",
    "#/class/feeling-safer",
    "#/class/feeling-safer/1",
    "#/class/feeling-safer/2",
    "#/class/feeling-safer/notes",
    "#/worksheets/feeling-safer",
    "#/certificate",
    "#/help",
];

const KEPT: [(&str, &str); 8] = [
    (
        "waymark.answer.starting-here.how-things-are",
        r#""marks":[{"on":"2026-01-01","number":2},
        {"on":"2026-01-09","number":6,"words":"a bit lighter"},{"on":"2026-02-02","number":4}]"#,
    ),
    (
        "waymark.answer.feeling-safer.what-settles-me",
        r#""items":[{"id":"a",
        "words":"Rain on the roof, and nobody asking how I am"},{"id":"b","words":"猫"}]"#,
    ),
    (
        "waymark.goal.g",
        r#""words":"Sit in the park on Sundays","why":"I miss trees.","state":"going-on",
        "started":"2026-01-01","steps":[{"id":"a","words":"Walk to the gate","done":"2026-01-03"},
        {"id":"b","words":"Find the bench"}],"follow_ups":[{"id":"c","on":"2026-01-09",
        "helped":"Going early","in_the_way":"The bus costs too much"}]"#,
    ),
    ("waymark.goal.h", r#""words":"Cook something with my sister","state":"resting","started":"2026-01-02""#),
    ("waymark.note.n", r#""on":"2026-01-08T10:00:00","words":"A quiet day, and soup.""#),
    ("waymark.plan.people", r#""words":"Mara from the choir""#),
    (
        "waymark.learning-plan",
        r#""modules":[{"id":"my-directions","title":"My directions","why":"A friend spoke of it"}]"#,
    ),
    ("waymark.place", r#""last":"what-recovery-can-mean","steps":{"what-recovery-can-mean":3}"#),
];

impl Page {
    /// Puts a little of everything into storage, and reloads the page.
    pub async fn put_a_little_of_everything(&self) {
        for (key, value) in KEPT {
            let text =
                format!(r#"{{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{{{value}}}}}"#);
            self.put(key, &text).await;
        }
        self.reload().await;
    }
}
