// What stands in local storage, by the names of the things. The page never writes a
// name twice: each write has a name of its own, "<thing>~<writer>-<number>".
const isGone = (text) => {
  try { return JSON.parse(text).gone === true; } catch { return false; }
};
// The names under which a thing stands, in all its versions and marks.
const namesOf = (thing) =>
  Object.keys(localStorage).filter((name) => name === thing || name.startsWith(thing + "~")).sort();
// Its texts, but for the marks that it was taken away.
const textsOf = (thing) => namesOf(thing).map((name) => localStorage[name]).filter((text) => !isGone(text));
const kept = (thing) => localStorage.getItem(thing) ?? textsOf(thing)[0] ?? null;
const things = () => {
  const names = Object.keys(localStorage).filter((name) => !name.startsWith("waymark.lock."));
  const there = names.filter((name) => !isGone(localStorage[name]));
  return [...new Set(there.map((name) => (name.startsWith("waymark.") ? name.split("~")[0] : name)))].sort();
};
// Everything that is kept, by thing: the saved form without what a version knows of
// others, or the text where it is none.
const everything = () =>
  Object.fromEntries(things().map((thing) => {
    const texts = textsOf(thing).map((text) => {
      try {
        const { by, at, since, ...form } = JSON.parse(text);
        return form;
      } catch { return text; }
    });
    return [thing, texts];
  }));
