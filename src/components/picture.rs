//! The pictures: a footpath and its waymarks. They are drawn in
//! `style/pictures.svg`, which is part of the page; here they are used. None of
//! them shows anything that words beside it do not say.

use super::parts::drawing;
use crate::course::StageId;
use leptos::prelude::*;

/// The stages that have a picture of their own.
const DRAWN: [&str; 5] = ["start", "safety", "choices", "belonging", "alongside"];

/// The mark of the app.
pub fn mark() -> AnyView {
    picture("mark", "0 0 32 32", 32, "mark")
}

/// A padlock, in the colour of the words around it.
pub fn padlock() -> AnyView {
    drawing(
        "<svg viewBox=\"0 0 24 24\" width=\"24\" aria-hidden=\"true\"><path fill=\"none\" stroke=\"currentColor\" \
         stroke-width=\"2.5\" d=\"M7.5 11V8a4.5 4.5 0 0 1 9 0v3M5 11h14v9H5z\"/></svg>"
            .to_owned(),
    )
}

/// A landscape, by its name in the drawings.
pub fn scene(name: &'static str) -> AnyView {
    picture("scene", "0 0 640 200", 96, &format!("scene-{name}"))
}

/// The landscape of a stage; one for all that a centre adds.
pub fn stage_scene(stage: &StageId) -> AnyView {
    let drawn = DRAWN.into_iter().find(|drawn| *drawn == stage.as_str());
    scene(drawn.unwrap_or("path"))
}

/// `width` applies where styles do not arrive, so that a picture stays small.
fn picture(class: &'static str, shape: &'static str, width: u8, drawn: &str) -> AnyView {
    drawing(format!(
        "<svg class=\"{class}\" viewBox=\"{shape}\" width=\"{width}\" aria-hidden=\"true\"><use href=\"#{drawn}\"/></svg>"
    ))
}

/// How wide the part of the path is that one step has, in the path's own units.
const STRIDE: usize = 44;

/// The path through a module's steps, with the sign at the one that is open.
/// It shows where one is; read and unread steps look the same.
pub fn trail(steps: usize, current: usize) -> AnyView {
    let bends = " t 44 0".repeat(steps.saturating_sub(1));
    let post = |step: usize| {
        let along = STRIDE * step - STRIDE / 2;
        // The path is highest at odd steps and lowest at even ones.
        let down = if step % 2 == 1 { 35 } else { 53 };
        let drawn = if step == current { "post-here" } else { "post" };
        format!("<use href=\"#{drawn}\" x=\"{along}\" y=\"{down}\"/>")
    };
    let posts: String = (1..=steps).map(post).collect();
    let width = STRIDE * steps;
    drawing(format!(
        "<svg class=\"trail\" viewBox=\"0 0 {width} 64\" height=\"64\" aria-hidden=\"true\">\
         <path class=\"track\" fill=\"none\" d=\"M 0 44 q 22 -18 44 0{bends}\"/>{posts}</svg>"
    ))
}
