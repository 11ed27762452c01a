//! What the browser says about itself: whether it promised to keep what is
//! written, what the page requested, and what else this site left in it.

use super::window;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CacheStorage, PerformanceEntry, ServiceWorkerContainer, ServiceWorkerRegistration};

/// What the names of our own caches begin with; the address of the folder
/// follows, because other folders of the host can have a Waymark of their own.
const CACHE: &str = "waymark:";

/// Calls back with whether the browser promised not to clear by itself what is
/// kept; `None` where it does not say, as on plain http.
pub fn has_promised(found: impl FnOnce(Option<bool>) + 'static) {
    wasm_bindgen_futures::spawn_local(async {
        found(said(window().navigator().storage().persisted()).await);
    });
}

/// Asks the browser for that promise. Firefox asks the person.
pub fn ask_to_promise() {
    drop(window().navigator().storage().persist());
}

async fn said(asked: Result<js_sys::Promise, JsValue>) -> Option<bool> {
    JsFuture::from(asked.ok()?).await.ok()?.as_bool()
}

/// The addresses this page has requested, in order, by the browser's own record.
pub fn requests() -> Vec<String> {
    let Some(performance) = window().performance() else {
        return Vec::new();
    };
    let kinds = ["navigation", "resource"];
    let mut addresses = Vec::new();
    for entry in kinds.iter().flat_map(|kind| performance.get_entries_by_type(kind).to_vec()) {
        addresses.extend(entry.dyn_into::<PerformanceEntry>().map(|entry| entry.name()));
    }
    addresses
}

/// Removes what this site keeps besides what people wrote: its caches and its
/// offline worker. Those of other sites and folders stay.
pub fn forget_offline() {
    if window().is_secure_context() {
        wasm_bindgen_futures::spawn_local(async {
            let folder = folder();
            let _ = forget_caches(&folder).await;
            let _ = forget_workers(&folder).await;
        });
    }
}

async fn forget_caches(folder: &str) -> Result<(), JsValue> {
    let caches: CacheStorage = Reflect::get(&window(), &"caches".into())?.dyn_into()?;
    let names = JsFuture::from(caches.keys()).await?;
    for name in Array::from(&names).iter().filter_map(|name| name.as_string()) {
        // No address has a space: a folder below this one has caches of its own.
        if name.starts_with(&format!("{CACHE}{folder} ")) {
            JsFuture::from(caches.delete(&name)).await?;
        }
    }
    Ok(())
}

async fn forget_workers(folder: &str) -> Result<(), JsValue> {
    let workers = Reflect::get(&window().navigator(), &"serviceWorker".into())?;
    let workers: ServiceWorkerContainer = workers.dyn_into()?;
    let found = JsFuture::from(workers.get_registrations()).await?;
    for worker in Array::from(&found).iter() {
        let worker: ServiceWorkerRegistration = worker.dyn_into()?;
        if worker.scope() == folder {
            JsFuture::from(worker.unregister()?).await?;
        }
    }
    Ok(())
}

/// Whether other apps keep things in the same storage, as in other folders of this
/// host, and the address they share. (An address that is only this site's is its root.)
pub fn shared_host() -> Option<String> {
    let location = window().location();
    let is_root = location.pathname().is_ok_and(|path| path.matches('/').count() < 2);
    let is_host = location.protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    (is_host && !is_root).then(|| location.host().unwrap_or_default())
}

/// Whether the browser lets only what `before.js` allows become a script.
pub fn has_trusted_types() -> bool {
    Reflect::has(&window(), &"trustedTypes".into()).unwrap_or(false)
}

/// The address of the folder this page is in.
pub fn folder() -> String {
    let location = window().location();
    let (origin, path) = (location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{origin}{folder}/")
}
