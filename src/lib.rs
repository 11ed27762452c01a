//! Waymark: recovery education in the browser.
//!
//! ```text
//! main · app · pages · components · learner · browser · check · route · paper · words · record · course
//! ```
//!
//! A module imports only what stands to its right. From `check` on it is
//! plain Rust, compiled and tested natively; from `browser` back it is
//! compiled for the browser alone. ARCHITECTURE.md tells the rest.

#[macro_use]
mod named;

pub mod check;
pub mod course;
pub mod paper;
pub mod record;
pub mod route;
pub mod words;

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
