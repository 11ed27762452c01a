// Runs once, when the first screen is there: fetches the app and starts it. The
// seal puts this at the end of the glue script, as one script with one hash;
// GLUE is its start, and WASM and HASH stand for the app's file and what it
// must be.

function show(name, shown) {
  for (const line of document.querySelectorAll(`[data-${name}]`)) line.hidden = !shown;
}

function fail(error) {
  console.error(error);
  dataset.app = "failed";
  show("starting", false);
  show("failed", true);
}

const { dataset } = document.documentElement;

// Somebody left this page, and now chooses to continue.
document.querySelector(".cover button").addEventListener("click", () => {
  if ("framed" in dataset) return window.open(location.href, "_blank", "noopener");
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

// How long other tabs may take to answer, in milliseconds. That is mostly over before
// the app has arrived.
const ANSWER = 200;
let isStarted = false;

// Asks other tabs for a session that keeps nothing, before anything of what is kept is
// read: whoever is using such a tab may have opened this one.
function joinSession() {
  const noted = () => {
    try {
      return sessionStorage.getItem("waymark.session");
    } catch {
      return null;
    }
  };
  return new Promise((resolve) => {
    let channel;
    const listen = () => {
      channel = new BroadcastChannel("waymark-session");
      channel.onmessage = ({ data }) => {
        if (data === "?" && noted()) channel.postMessage(noted());
        if (isStarted || !["no-trace", "shared"].includes(data)) return;
        sessionStorage.setItem("waymark.session", data);
        resolve();
      };
    };
    listen();
    // A page in the back/forward cache needs none.
    addEventListener("pagehide", () => channel.close());
    addEventListener("pageshow", ({ persisted }) => persisted && listen());
    if (noted()) return resolve();
    channel.postMessage("?");
    setTimeout(resolve, ANSWER);
  });
}

async function fetchApp() {
  const answer = await fetch("WASM", { integrity: "HASH" });
  if (!answer.ok) throw new Error(`the app did not arrive: ${answer.status}`);
  return answer.arrayBuffer();
}

// In a page that is one file with everything in it, the app is in the page.
const within = document.getElementById("app-within");
const decoded = () => Uint8Array.from(atob(within.textContent), (letter) => letter.charCodeAt(0));

async function start() {
  show("starting", true);
  const joined = joinSession().catch(() => {});
  const app = within ? decoded() : await fetchApp();
  await joined;
  await GLUE({ module_or_path: app });
  isStarted = true;
}

if (!("framed" in dataset)) await start().catch(fail);
