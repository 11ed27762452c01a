//! What a first visit costs, in brotli bytes.

use crate::{Outcome, seal, setup::root};
use std::path::Path;

/// The most that the page with its styles and glue, and the wasm, may weigh
/// together: every kilobyte is paid by someone on a slow phone.
pub const BUDGET: usize = 399_000;

/// Prints what each file of the built site weighs.
pub fn tell() -> Outcome {
    let dist = root().join("dist");
    let mut course = 0;
    let mut app = 0;
    for file in files(&dist).map_err(|error| format!("dist/ cannot be read: {error}."))? {
        let name = file.strip_prefix(&dist).unwrap_or(&file).display().to_string();
        let bytes = std::fs::read(&file).map_err(|error| format!("{name} cannot be read: {error}."))?;
        let size = brotli_size(&bytes);
        if is_app(&name) {
            app += size;
        } else if name.starts_with("modules") {
            course += size;
        }
        println!("{:>9} B  {:>8} B brotli  {name}", bytes.len(), size);
    }
    println!("App: {app} B brotli; the budget is {BUDGET}. Course, all languages: {course} B brotli.");
    Ok(())
}

/// What the page, styles, glue and wasm weigh together.
pub fn app() -> usize {
    let dist = root().join("dist");
    let files = files(&dist).unwrap_or_default();
    let is_app =
        |file: &&std::path::PathBuf| is_app(&file.strip_prefix(&dist).unwrap_or(file).display().to_string());
    let bytes = files.iter().filter(is_app).filter_map(|file| std::fs::read(file).ok());
    bytes.map(|bytes| brotli_size(&bytes)).sum()
}

/// Whether a file is part of a first visit. Pictures are fetched only by those who install the site.
fn is_app(name: &str) -> bool {
    !name.starts_with("modules") && !seal::is_picture(name)
}

fn files(folder: &Path) -> std::io::Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn brotli_size(bytes: &[u8]) -> usize {
    packed(bytes).len()
}

/// Bytes packed as small as brotli can. (Writing into memory does not fail; if it did,
/// there would be too few bytes, and no page would open.)
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params);
    packed
}
