//! Waymark: recovery education in the browser.
//!
//! ```text
//! main · app · pages · components · learner · browser
//! crates: check · paper · words · class · route · keep · record · course
//! ```
//!
//! A module imports only what is to its right, and any crate. All of it is compiled for
//! the browser alone; the crates are plain Rust, compiled and tested natively.
//! ARCHITECTURE.md has the rest.

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
