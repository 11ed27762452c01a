//! A code to scan: an address and nothing else.

use super::parts::{drawing, nothing};
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The light margin around a code, in its own dots, as ISO/IEC 18004 requires.
const EDGE: i32 = 4;

/// An address as a QR code; nothing where it is too long for one.
pub fn code(address: &str) -> AnyView {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else {
        return nothing();
    };
    let mut dots = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(dots, "M{} {}h1v1h-1z", x + EDGE, y + EDGE);
        }
    }
    let size = code.size() + 2 * EDGE;
    drawing(format!(
        "<svg class=\"code\" viewBox=\"0 0 {size} {size}\" aria-hidden=\"true\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path fill=\"#000\" d=\"{dots}\"/></svg>"
    ))
}
