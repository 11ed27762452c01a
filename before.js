// Runs in the head, before anything is painted: the page as this person likes
// to read it, in a language that was written for the first screen.
{
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("waymark.settings"))?.value ?? {};
  } catch {
    // Nothing chosen, or storage is blocked: as the device has it.
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
  // Until here all languages are shown, as they are without scripts.
  root.dataset.first = "one";
}
