//! A module with an exercise of every kind.

use crate::{Page, Site};

/// The address of its first step.
pub const KINDS: &str = "#/modules/kinds/1";

const MODULE: &str = "---
title: Every kind
summary: One exercise of each kind.
---
## Writing

```{reflection} reflection
What do you think?
```

```{list} list
:plan: people
What is on your list?
```

```{table} table
:plan: early-signs
What do you notice, and what helps?

- {sign} What I notice
- {helps} What helps
- {who} Who can help
```

```{compare} compare
What speaks for each?

- {stay} Staying
- {go} Going
```

## Choosing

```{choices} choices
Which of these?

- {tea} Tea
- {rain} Rain
```

```{order} order
What comes first?

- {kind} Being kind
- {free} Being free
- {calm} Being calm
```

```{scale} scale
:low: heavy
:high: light
How is today?
```

```{wheel} wheel
:to: 5
:low: hard
:high: good
How are these?

- {home} Home
- {money} Money
- {people} People
- {body} Body
```

## Around

```{people} people
Who is around you?
```

```{goal} goal
What would you like?
```

```{practice} practice
Try it on an ordinary day.
```

```{pause} pause
Rest.
```
";

impl Site {
    /// The site with a module that has every kind of exercise.
    pub fn with_every_kind() -> Self {
        Self::changed(|folder| {
            for language in ["en", "ja"] {
                folder.write(&format!("modules/{language}/kinds.md"), MODULE);
                let contents = format!("modules/{language}/course.md");
                let text = folder.read(&contents);
                folder.write(&contents, format!("{text}\n- [Every kind](kinds.md)\n"));
            }
        })
    }
}

/// An answer for every kind of exercise, by its id, with words that appear nowhere else.
const ANSWERS: [(&str, &str); 11] = [
    ("reflection", r#""words":"Thought of the sea.\nAnd of rain.""#),
    ("list", r#""items":[{"id":"a","words":"Listed tea"},{"id":"b","words":"Listed 猫"}]"#),
    (
        "table",
        r#""items":[{"id":"a","cells":{"sign":"Short sleep","helps":"Early walk","gone":"Older cell"}}]"#,
    ),
    (
        "compare",
        r#""items":[{"id":"a","words":"The garden","cells":{"column":"stay"}},
        {"id":"b","words":"The harbour","cells":{"column":"go"}}]"#,
    ),
    (
        "choices",
        r#""ticked":[{"id":"tea","words":"Tea"},{"id":"gone","words":"Gone choice"}],
        "items":[{"id":"a","words":"Own choice"}]"#,
    ),
    (
        "order",
        r#""ticked":[{"id":"calm","words":"Being calm"},{"id":"kind","words":"Being kind"},
        {"id":"free","words":"Being free"}]"#,
    ),
    (
        "scale",
        r#""marks":[{"on":"2026-01-02","number":3,"words":"Heavy rain"},
        {"on":"2026-02-03","number":7,"words":"Lighter now"}]"#,
    ),
    (
        "wheel",
        r#""marks":[{"on":"2026-01-02","areas":{"home":1,"money":2}},
        {"on":"2026-02-03","areas":{"home":4,"body":3}}]"#,
    ),
    (
        "people",
        r#""items":[{"id":"a","words":"My sister","cells":{"tie":"both","near":"close"}},
        {"id":"b","words":"The library","cells":{"tie":"helps"}},{"id":"c","words":"An office"}]"#,
    ),
    ("goal", r#""words":"Wish for a garden""#),
    ("practice", r#""marks":[{"on":"2026-01-02","words":"Tried it once"}]"#),
];

impl Page {
    /// Puts an answer to every kind of exercise into storage, and reloads the page.
    pub async fn put_an_answer_of_every_kind(&self) {
        for (exercise, value) in ANSWERS {
            let text =
                format!(r#"{{"form":1,"revision":2,"changed":"2026-02-03T10:00:00","value":{{{value}}}}}"#);
            self.put(&format!("waymark.answer.kinds.{exercise}"), &text).await;
        }
        self.reload().await;
    }

    /// Chooses an option of a select list.
    pub async fn select(&self, name: &str, words: &str) {
        let list = self.find("list", name).await;
        list.scroll_into_view().await.unwrap();
        list.send_keys(words).await.unwrap();
    }

    /// The words chosen in a select list.
    pub async fn selected(&self, name: &str) -> String {
        let list = self.find("list", name).await;
        let index: usize = list.prop("selectedIndex").await.unwrap().unwrap_or_default().parse().unwrap();
        let options = list.find_all(thirtyfour::By::Tag("option")).await.unwrap();
        options[index].text().await.unwrap()
    }
}
