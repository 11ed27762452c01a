//! The mark: a painted sign beside a footpath.

use leptos::prelude::*;

/// The mark of the app. It says nothing that the words beside it do not.
pub fn mark() -> AnyView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
            <path class="mark-path" d="M7 31c0-7 9-7 9-13s-6-6-6-11 5-6 9-6" />
            <path class="mark-sign" d="M19 6h9v14h-9z" />
            <path class="mark-stripe" d="M19 11h9v4h-9z" />
        </svg>
    }
    .into_any()
}
