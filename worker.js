// Keeps the site for use without a connection. The seal writes VERSION and APP;
// everything else follows from the files of the centre.
//
// What it promises: the page and the app are of one version, always; a course
// file is the server's newest where the server can be reached; a newer version
// waits until the person wants it or all pages are closed; nothing outside this
// folder is answered, kept or removed; no message from a page can make it
// ask for anything.

const VERSION = "VERSION";
// The files of the app and what they must be, beside the page itself.
const APP = [];

const folder = new URL("./", location.href).href;
// No address has a space, so that a folder below this one has other names.
const ours = `waymark:${folder} `;
const appCache = ours + VERSION;
const courseCache = `${ours}course`;

// How long nothing at all may arrive before older course files are good enough, in milliseconds.
const PATIENCE = 3000;
// A language without contents of its own may have any module. Of a course with more modules
// than this, nobody asks for each; they are kept when somebody reads that language.
const MOST_UNLISTED = 100;
// How many course files are asked for at once.
const AT_ONCE = 20;
// The statuses for a file that no longer exists. Any other means trouble.
const GONE = [404, 410];
// How a page begins, whatever its server calls it.
const PAGE = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)\b/i;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "use") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(folder)) return;
  const name = url.slice(folder.length).split(/[?#]/)[0];
  if (mode === "navigate") {
    if (name === "" || name === "index.html") event.respondWith(page(event));
  } else if (APP.some(([file]) => file === name)) {
    event.respondWith(app(event.request, name));
  } else if (/^modules\/(?:[a-z0-9-]+\/(?:class\/)?)?[a-z0-9._-]+$/.test(name)) {
    event.respondWith(course(event, name));
  }
});

async function install() {
  const cache = await caches.open(appCache);
  await cache.put("./", await fetchPage());
  await Promise.all(APP.map(async ([name, integrity]) => {
    const answer = await fetch(name, { cache: "no-cache", integrity });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    await cache.put(name, answer);
  }));
  await fetchCourse();
}

// The page of this version. Some servers serve it under one name only.
async function fetchPage() {
  for (const name of ["./", "index.html"]) {
    const answer = await fetch(name, { cache: "no-cache" });
    const text = await answer.text();
    if (answer.ok && text.includes(`data-version="${VERSION}"`)) {
      // A new answer: one that was redirected cannot stand for a page.
      return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    }
  }
  throw new Error("The page is of another version.");
}

// All languages, as the app would fetch each of them.
async function fetchCourse() {
  const cache = await caches.open(courseCache);
  const get = async (name) => {
    const answer = await take(await fetch(`modules/${name}`, { cache: "no-cache" }));
    if (!answer.ok) return "";
    await cache.put(`modules/${name}`, answer.clone());
    return answer.text();
  };
  const centre = await get("centre.md");
  const logo = centre.match(/^logo:\s*([a-z0-9._-]+)\s*$/m);
  if (logo) await get(logo[1]);
  const languages = [...centre.matchAll(/^#\s.*\{#([a-z0-9-]+)\}\s*$/gm)].map(([, language]) => language);
  const [first] = languages;
  let listedFirst = [];
  for (const language of languages) {
    const own = ["course.md", "help.md", "plan.md", "words.json", "about.md"].map((name) => get(`${language}/${name}`));
    const [contents] = await Promise.all(own);
    const listed = [...contents.matchAll(/\(([a-z0-9-]+)\.md\)/g)].map(([, module]) => module);
    if (language === first) listedFirst = listed;
    const modules = contents ? listed : listedFirst.length > MOST_UNLISTED ? [] : listedFirst;
    for (let at = 0; at < modules.length; at += AT_ONCE) {
      await Promise.all(modules.slice(at, at + AT_ONCE).map((module) => get(`${language}/${module}.md`)));
    }
  }
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== appCache && name !== courseCache) await caches.delete(name);
  }
  await clients.claim();
}

// The page that is kept. The server's, of the same version, is kept for next time: a
// centre may have changed the helplines in it.
async function page(event) {
  const { cache, kept } = await find(appCache, "./");
  if (!kept) return fetch(event.request);
  event.waitUntil(fetchPage().then((answer) => cache.put("./", answer)).catch(() => {}));
  return kept;
}

async function app(request, name) {
  const { kept } = await find(appCache, name);
  return kept ?? fetch(request);
}

// What is kept under a name, or nothing where the cache cannot be read.
async function find(name, file) {
  try {
    const cache = await caches.open(name);
    return { cache, kept: await cache.match(file) };
  } catch {
    return {};
  }
}

// When something last arrived, by the page that asks. A page asks for its files in
// rounds, and a line on which nothing arrives is waited for once, not in each of them.
const heard = new Map();

// The server's file, or the one that is kept where there is no answer.
async function course(event, name) {
  const { clientId } = event;
  const hear = () => heard.set(clientId, performance.now());
  if (!heard.has(clientId)) hear();
  const { cache, kept } = await find(courseCache, name);
  const asked = fetch(event.request).then(async (response) => {
    hear();
    const answer = await take(response, hear);
    // What arrived is handed on, even where there is no room to keep it.
    if (answer.ok) await cache?.put(name, answer.clone()).catch(() => {});
    // Trouble at the server is no reason to do without a file that is here.
    return answer.ok || GONE.includes(response.status) ? answer : kept ?? answer;
  });
  if (!kept) return asked;
  event.waitUntil(asked.catch(() => {}));
  return Promise.race([asked.catch(() => kept), quiet(clientId).then(() => kept)]);
}

// Waits until nothing has arrived for too long.
async function quiet(clientId) {
  for (;;) {
    const left = heard.get(clientId) + PATIENCE - performance.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

// The whole of an answer. Of its headers only the type stays: with some of the others
// (`Vary: *`) no cache would accept it. A page where a file was asked for, as in
// maintenance or from a filter, is not that file.
async function take(answer, hear = () => {}) {
  if (!answer.ok) return answer;
  const parts = [];
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hear();
    parts.push(part.value);
  }
  const body = new Blob(parts);
  if (PAGE.test(await body.slice(0, 500).text())) return new Response("", { status: 404 });
  return new Response(body, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } });
}
