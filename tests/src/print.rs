//! Pages as they print, read by another program.

use crate::Page;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A size of paper, in inches.
#[derive(Debug, Clone, Copy)]
pub struct PaperSize(f64, f64);

/// ISO A4.
pub const A4: PaperSize = PaperSize(8.27, 11.69);
/// US Letter.
pub const LETTER: PaperSize = PaperSize(8.5, 11.0);

/// A page as it prints: a PDF file.
pub struct Printed {
    folder: TempDir,
}

impl Page {
    /// Prints the page to a file, as the browser's own printing does, without
    /// the browser's own headers and footers.
    pub async fn print(&self, size: PaperSize) -> Printed {
        let wish = json!({ "paperWidth": size.0, "paperHeight": size.1, "preferCSSPageSize": false });
        let printed = self.driver().cdp().send_raw("Page.printToPDF", wish).await.unwrap();
        let bytes = BASE64.decode(printed["data"].as_str().unwrap()).unwrap();
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("page.pdf"), bytes).unwrap();
        Printed { folder }
    }
}

impl Printed {
    /// The words on it, with single spaces.
    pub fn words(&self) -> String {
        let text = run("pdftotext", &["-raw", &self.file(), "-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        let about = run("pdfinfo", &[&self.file()]);
        let pages = about.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        pages.trim().parse().unwrap()
    }

    /// The size of the smallest letters, in points.
    pub fn smallest_letters(&self) -> f64 {
        let boxes = run("pdftotext", &["-bbox-layout", &self.file(), "-"]);
        let value = |line: &str, name: &str| -> Option<f64> {
            line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok()
        };
        let height = |line: &str| Some(value(line, "yMax")? - value(line, "yMin")?);
        let words = boxes.lines().filter(|line| line.trim_start().starts_with("<word"));
        words.filter_map(height).fold(f64::INFINITY, f64::min)
    }

    /// Puts a picture of each page into a folder.
    pub fn pictures(&self, folder: &Path, name: &str) {
        let to = folder.join(name).display().to_string();
        run("pdftoppm", &["-r", "60", "-png", &self.file(), &to]);
    }

    fn file(&self) -> String {
        self.folder.path().join("page.pdf").display().to_string()
    }
}

fn run(command: &str, words: &[&str]) -> String {
    let done = Command::new(command).args(words).output().expect("poppler-utils are installed");
    assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}
