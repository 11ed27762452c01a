// Runs once, when the first screen stands: fetches the app and starts it. The
// seal puts this at the end of the glue script, as one script with one hash;
// GLUE is its start, and WASM and HASH stand for the app's file and what it
// must be.

function show(name, shown) {
  for (const line of document.querySelectorAll(`[data-${name}]`)) line.hidden = !shown;
}

function fail(error) {
  console.error(error);
  document.documentElement.dataset.app = "failed";
  show("starting", false);
  show("failed", true);
}

// Someone left this page, and now chooses to go on.
document.querySelector(".cover button").addEventListener("click", () => {
  const { dataset } = document.documentElement;
  try {
    sessionStorage.removeItem("waymark.covered");
  } catch {
    // Without storage there is no such note.
  }
  delete dataset.covered;
  if (dataset.title) document.title = dataset.title;
  const icon = document.querySelector("link[rel=icon]");
  if (icon.dataset.usual && dataset.titles !== "discreet") {
    icon.href = icon.dataset.usual;
    delete icon.dataset.usual;
  }
});

async function fetchApp() {
  const answer = await fetch("WASM", { integrity: "HASH" });
  if (!answer.ok) throw new Error(`the app did not arrive: ${answer.status}`);
  return answer.arrayBuffer();
}

// Of a page that is one file with everything in it, the app is in the page.
const within = document.getElementById("app-within");
const decoded = () => Uint8Array.from(atob(within.textContent), (letter) => letter.charCodeAt(0));

show("starting", true);
try {
  await GLUE({ module_or_path: within ? decoded() : await fetchApp() });
} catch (error) {
  fail(error);
}
