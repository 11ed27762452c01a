// Runs in the head, before anything is painted: the page as this person likes
// to read it, in a language that was written for the first screen.
{
  // Where the browser knows Trusted Types, text becomes part of the page only as
  // one of the app's own drawings, and no script is fetched but the offline
  // worker.
  const drawn = /^(?:<\/?(?:svg|g|path|line|polyline|polygon|circle|text|use)(?: (?!on)[a-z0-9-]+="[^"<>]*")*\/?>|[^<>])*$/i;
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML(text) {
      if (drawn.test(text) && !/href="(?!#)/i.test(text)) return text;
      throw new TypeError("This is not one of the app's drawings.");
    },
    createScriptURL(address) {
      if (address === "worker.js") return address;
      throw new TypeError("This is not the offline worker.");
    },
  });
  // Whoever opened this window has no hold on it, and a name it was given means nothing.
  window.name = "";
  window.opener = null;
  // The page of what is kept lists every request; a course may have a thousand files.
  performance.setResourceTimingBufferSize(10000);
  const root = document.documentElement;
  let kept = {};
  try {
    // A centre may have a space of its own in this host's storage.
    const folder = location.origin + location.pathname.replace(/[^/]*$/, "");
    const space = localStorage.getItem(`waymark-space:${folder}`)?.split("<")[0];
    const name = space ? `waymark-${space}.settings` : "waymark.settings";
    kept = JSON.parse(localStorage.getItem(name))?.value ?? {};
  } catch {
    // Nothing chosen, or storage is blocked: follow the device.
  }
  // Somebody left this page in this tab: nothing is shown until they continue.
  try {
    if (sessionStorage.getItem("waymark.covered")) root.dataset.covered = "";
  } catch {
    // Without storage there is no such note.
  }
  // In a frame nothing is shown either: somebody else could steer what is pressed.
  if (window.top !== window.self) root.dataset.covered = root.dataset.framed = "";
  if (kept.titles === "discreet" || "covered" in root.dataset) {
    document.title = "…";
    const icon = document.querySelector("link[rel=icon]");
    icon.dataset.usual = icon.href;
    icon.href = "data:,";
  }
  for (const name of ["theme", "size", "spacing", "motion", "ruler"]) {
    if (typeof kept[name] === "string") root.dataset[name] = kept[name];
  }
  const base = (tag) => tag.split("-")[0];
  const offered = root.dataset.offered.split(" ");
  const wanted = [kept.language, ...navigator.languages].filter((tag) => typeof tag === "string");
  const found = wanted.flatMap((tag) => [
    ...offered.filter((offer) => offer.toLowerCase() === tag.toLowerCase()),
    ...offered.filter((offer) => base(offer) === base(tag)),
  ]);
  root.lang = found[0] ?? offered[0];
  // Until here all languages are shown, as without scripts.
  root.dataset.first = "one";
}
