//! Codes on the screen, read by another program.

use crate::Page;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use std::process::Command;

impl Page {
    /// What zbar reads from a picture of the window, in which everything is smaller
    /// by this factor, as it is for a phone's camera some distance away.
    pub async fn scan(&self, (width, height): (u32, u32), factor: f64) -> String {
        let tools = self.driver().cdp();
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": factor, "mobile": false });
        tools.send_raw("Emulation.setDeviceMetricsOverride", size).await.unwrap();
        let picture = tools.send_raw("Page.captureScreenshot", json!({ "format": "png" })).await.unwrap();
        let bytes = BASE64.decode(picture["data"].as_str().unwrap()).unwrap();
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("code.png");
        std::fs::write(&file, bytes).unwrap();
        let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output();
        let read = read.expect("zbar-tools are installed");
        String::from_utf8(read.stdout).unwrap().trim().to_owned()
    }
}
