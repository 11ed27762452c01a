//! Asks axe-core what is wrong with a page.

use crate::Page;
use serde_json::Value;

const AXE: &str = include_str!("../vendor/axe.min.js");

/// All of axe's rules, best practices included.
const ASK: &str = "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.html).join(' | ')}`))";

impl Page {
    /// What axe finds wrong with the page as it is now.
    pub async fn ask_axe(&self) -> Value {
        if self.run("return typeof axe").await == "undefined" {
            self.run(AXE).await;
        }
        self.run(ASK).await
    }
}
