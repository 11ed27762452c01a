//! What the browser tests are written with: a [`Site`] on a real server, and
//! a [`Page`] of it in a real browser, used the way people do: by the words
//! they see.

/// Makes a test for each browser from functions that take a [`Kind`].
#[macro_export]
macro_rules! in_both_browsers {
    ($($test:ident,)*) => {
        mod chromium { $(#[tokio::test] async fn $test() { super::$test($crate::Kind::Chromium).await; })* }
        mod firefox { $(#[tokio::test] async fn $test() { super::$test($crate::Kind::Firefox).await; })* }
    };
}

mod addresses;
mod axe;
mod browser;
mod codes;
mod kinds;
mod lock;
mod page;
mod print;
mod scale;
pub mod shipped;
mod site;
pub mod sources;
pub mod tls;

pub use addresses::{ADDRESSES, CLASS_ADDRESSES};
pub use browser::{Kind, PLAIN_HOST, Wishes, free_port, wait_for_port};
pub use kinds::KINDS;
pub use page::Page;
pub use print::{A4, LETTER, PaperSize, Printed};
pub use site::{Folder, Site};
