//! How a learner likes to read, and where they were.

use super::saved::Other;
use crate::course::{LanguageTag, ModuleId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a learner likes to read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language they chose; none while they have not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    /// Fields a newer Waymark wrote.
    #[serde(flatten)]
    pub other: Other,
}

/// Where a learner was, so that they can carry on there.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The module they opened last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<ModuleId>,
    /// The step, from 1, they opened last in each module.
    pub steps: BTreeMap<ModuleId, usize>,
    /// Fields a newer Waymark wrote.
    #[serde(flatten)]
    pub other: Other,
}
