//! Pictures of every page, to be looked at: `cargo xtask pictures` puts them
//! into `shots/`.
//!
//! `WAYMARK_PICTURES` leaves those whose name has that in it, such as
//! `phone-dark`, so that one look need not wait for all.

use waymark_tests::{ADDRESSES, Page, Site, Wishes};
use xtask::setup::root;

const SCREENS: [(&str, (u32, u32)); 3] =
    [("phone", (390, 844)), ("laptop", (1280, 800)), ("projector", (1920, 1080))];

#[tokio::test]
#[ignore = "makes pictures, proves nothing"]
async fn pictures() {
    let folder = root().join("shots");
    std::fs::create_dir_all(&folder).unwrap();
    let wanted = std::env::var("WAYMARK_PICTURES").unwrap_or_default();
    let site = Site::built();
    for (screen, size) in SCREENS {
        for (colours, dark, forced_colours) in
            [("light", false, false), ("dark", true, false), ("forced", true, true)]
        {
            for language in ["en", "ja"] {
                let sort = format!("{screen}-{colours}-{language}");
                // One size tells enough about forced colours.
                if !sort.contains(&wanted) || forced_colours && screen != "phone" {
                    continue;
                }
                let wishes = Wishes { size, dark, forced_colours, language, ..Wishes::default() };
                let page = Page::open_as(&site, "", wishes).await;
                page.picture(&folder.join(format!("{sort}-empty.png"))).await;
                page.put_a_little_of_everything().await;
                for address in ADDRESSES {
                    page.go(address).await;
                    page.wait_for("return document.querySelector('#app h1') !== null").await;
                    let name = address.trim_start_matches("#/").replace('/', "_");
                    let name = if name.is_empty() { "home" } else { &name };
                    page.picture(&folder.join(format!("{sort}-{name}.png"))).await;
                }
            }
        }
    }
}
