// Finds what a person would: by what it is and what it is called.
const [what, name] = arguments;
const kinds = {
  link: "a[href]",
  button: "button",
  field: "textarea, input:not([type=checkbox]):not([type=radio])",
  box: "input[type=checkbox], input[type=radio]",
  list: "select",
  summary: "summary",
  heading: "h1, h2, h3",
};
const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
const called = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return by.split(" ").map((id) => text(document.getElementById(id))).join(" ");
  if (element.ariaLabel) return element.ariaLabel;
  if (element.labels?.length) return [...element.labels].map(text).join(" ");
  return text(element);
};
const seen = (element) => element.checkVisibility() && !element.closest("[hidden]");
const all = [...document.querySelectorAll(kinds[what])].filter(seen);
return all.find((element) => called(element) === name) ?? all.find((element) => called(element).includes(name)) ?? null;
