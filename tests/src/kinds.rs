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

impl Page {
    /// Chooses in a list that opens.
    pub async fn select(&self, name: &str, words: &str) {
        let list = self.find("list", name).await;
        list.scroll_into_view().await.unwrap();
        list.send_keys(words).await.unwrap();
    }

    /// The words chosen in a list that opens.
    pub async fn selected(&self, name: &str) -> String {
        let list = self.find("list", name).await;
        let index: usize = list.prop("selectedIndex").await.unwrap().unwrap_or_default().parse().unwrap();
        let options = list.find_all(thirtyfour::By::Tag("option")).await.unwrap();
        options[index].text().await.unwrap()
    }
}
