// Runs once, before the app is there: shows the first screen in the right
// language, fetches the app, starts it. The seal puts this at the end of the
// glue script, as one script with one hash; GLUE is its start, and WASM and
// HASH stand for the app's file and what it must be.

const root = document.documentElement;

function languageWanted() {
  let chosen = null;
  try {
    chosen = JSON.parse(localStorage.getItem("waymark.settings")).value.language;
  } catch {
    // Nothing chosen, or storage is blocked: the browser's languages serve.
  }
  return [chosen, ...navigator.languages].filter(Boolean).map((tag) => tag.toLowerCase());
}

function showOneLanguage() {
  const parts = [...document.querySelectorAll("[data-first-language]")];
  const offered = [...new Set(parts.map((part) => part.lang))];
  const base = (tag) => tag.split("-")[0];
  let language = offered[0];
  for (const wanted of languageWanted()) {
    const found = offered.find((tag) => tag === wanted) ?? offered.find((tag) => base(tag) === base(wanted));
    if (found) {
      language = found;
      break;
    }
  }
  root.lang = language;
  for (const part of parts) part.hidden = part.lang !== language;
  for (const line of document.querySelectorAll("[data-starting]")) line.hidden = false;
}

function fail(error) {
  console.error(error);
  root.dataset.app = "failed";
  for (const line of document.querySelectorAll("[data-starting]")) line.hidden = true;
  for (const sentence of document.querySelectorAll("[data-failed]")) sentence.hidden = false;
}

showOneLanguage();
try {
  const answer = await fetch("WASM", { integrity: "HASH" });
  if (!answer.ok) throw new Error(`the app did not arrive: ${answer.status}`);
  await GLUE({ module_or_path: await answer.arrayBuffer() });
} catch (error) {
  fail(error);
}
