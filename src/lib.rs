//! Waymark: recovery education in the browser.
//!
//! ```text
//! main · app · pages · components · learner · browser · check · route · paper · words
//! crates: keep · record · course
//! ```
//!
//! A module imports only what is to its right. From `check` on it is
//! plain Rust, compiled and tested natively; from `browser` back it is
//! compiled for the browser alone. ARCHITECTURE.md has the rest.

pub use {check, class, course, keep, paper, record, route, words};

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
mod learner;
#[cfg(target_arch = "wasm32")]
mod pages;
