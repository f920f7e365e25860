// What the pages do with the keyboard and the mouse. Everything works without it, by links and forms.
"use strict";

(() => {
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

  /** Make a row the current one, and show it. */
  const go = (row) => {
    document.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
    row.classList.add("here");
    row.scrollIntoView({ block: "nearest" });
    const link = row.querySelector("a.kind, a.to, a");
    (row.hasAttribute("tabindex") ? row : link)?.focus({ preventScroll: true });
  };

  /** The current row moves by so many. */
  const move = (by) => {
    const all = rows();
    const at = all.findIndex((row) => row.classList.contains("here"));
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) go(next);
  };

  /** The button of a key: that of the current row, else the first on the page. */
  const press = (key) => {
    const here = document.querySelector(".here") ?? document;
    const named = `[data-key="${CSS.escape(key)}"]`;
    const button = here.querySelector(named) ?? (key === "u" ? document.querySelector(named) : null);
    button?.click();
    return Boolean(button);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const doing = {
      "/": () => document.querySelector("[data-search]")?.focus(),
      j: () => move(1),
      k: () => move(-1),
      o: () => document.querySelector(".here a.to, .here a")?.click(),
    }[event.key];
    if (doing) doing();
    else if (!/^[a-z]$/.test(event.key) || !press(event.key)) return;
    event.preventDefault();
  });

  // an article: claims and their words, both ways
  const mark = (ids, on) => {
    const wanted = new Set(ids);
    document.querySelectorAll("[data-record]").forEach((row) =>
      row.classList.toggle("on", on && wanted.has(row.dataset.record)));
    document.querySelectorAll("[data-records]").forEach((words) =>
      words.classList.toggle("on", on && words.dataset.records.split(" ").some((id) => wanted.has(id))));
  };
  const ids = (target) => {
    const found = target.closest?.("[data-records], [data-record]");
    return found ? (found.dataset.records ?? found.dataset.record).split(" ") : [];
  };
  for (const [type, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
    document.addEventListener(type, (event) => {
      if (document.querySelector("[data-reading]")) mark(ids(event.target), on);
    });
  }
  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-record]");
    if (row && !event.target.closest("a")) row.querySelector("a.words")?.click();
  });
  const toTarget = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches("a, [tabindex]")) target.focus({ preventScroll: true });
    mark(ids(target), true);
  };
  addEventListener("hashchange", toTarget);
  addEventListener("DOMContentLoaded", toTarget);

  // the first doubt is the current one, also after a judgement
  const begin = () => {
    const first = document.querySelector("[data-review] [data-row]");
    if (first) go(first);
  };
  addEventListener("DOMContentLoaded", begin);
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.closest("[data-review]") || event.target.querySelector?.("[data-review]")) begin();
  });
})();
