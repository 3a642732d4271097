// Finds words as they stand, in every language, also within words: see search.py for what the files hold.
const teiSearch = (function () {
  "use strict";
  const CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff";
  const SPACE = new RegExp("(?<=[" + CJK + "])\\s+|\\s+(?=[" + CJK + "])", "g");
  const STEP = 50;
  const packs = new Map(), filters = new Map(), waiting = new Map();
  let manifest = null, hits = [], shown = 0, run = 0;
  const list = document.querySelector(".ui-hits"), status = document.querySelector(".ui-status");
  const more = document.querySelector(".ui-more"), input = document.getElementById("_q");

  function bare(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }
  function fold(text) { return bare(text).split(/\s+/u).filter(Boolean).join(" ").replace(SPACE, ""); }
  // The folded text, and for each of its characters the place in `text` that it came from.
  function mapped(text) {
    let out = "", from = [];
    for (let at = 0; at < text.length;) {
      const char = String.fromCodePoint(text.codePointAt(at));
      const folded = bare(char);
      for (const each of folded) {
        const blank = /\s/u.test(each);
        if (blank && (!out || out.endsWith(" "))) continue;
        out += blank ? " " : each;
        for (let i = 0; i < (blank ? 1 : each.length); i++) from.push(at);
      }
      at += char.length;
    }
    let kept = "", places = [];
    const cjk = new RegExp("[" + CJK + "]");
    for (let i = 0; i < out.length; i++) {
      if (out[i] === " " && (cjk.test(out[i - 1] || "") || cjk.test(out[i + 1] || "") || i === out.length - 1)) continue;
      kept += out[i];
      places.push(from[i]);
    }
    return { folded: kept, places };
  }
  function load(file) {
    if (!waiting.has(file)) {
      waiting.set(file, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = "search/" + file;
        script.onload = done;
        script.onerror = () => fail(new Error(file));
        document.head.append(script);
      }));
    }
    return waiting.get(file);
  }
  async function candidates(query) {
    let found = new Set(manifest.packs);
    if (!manifest.shards) return [...found];
    const pairs = new Set();
    const characters = [...query];
    for (let i = 0; i + 1 < characters.length; i++) pairs.add(characters[i] + characters[i + 1]);
    for (const pair of pairs) {
      const shard = pair.codePointAt(0) % manifest.shards;
      await load("filter-" + shard + ".js");
      const ranges = filters.get(shard)[pair] || "";
      const here = new Set();
      for (const range of ranges ? ranges.split(",") : []) {
        const [first, last] = range.split("-").map(Number);
        for (let n = first; n <= (last === undefined ? first : last); n++) here.add(n);
      }
      found = new Set([...found].filter((each) => here.has(each)));
    }
    return [...found].sort((a, b) => a - b);
  }
  function searchPack(number, query) {
    for (const [stem, title, date, segments] of packs.get(number)) {
      for (const [id, lang, printed, regular] of segments) {
        const text = fold(printed).includes(query) ? printed : regular && fold(regular).includes(query) ? regular : null;
        if (text !== null) hits.push({ stem, title, date, id, lang, text });
      }
    }
  }
  function item(hit, query) {
    const li = document.createElement("li");
    const link = document.createElement("a");
    link.href = "editions/" + encodeURIComponent(hit.stem) + ".html" + (hit.id ? "#" + encodeURIComponent(hit.id) : "");
    link.textContent = hit.title + (hit.date ? " (" + hit.date + ")" : "") + (hit.id ? ", " + hit.id : "");
    const context = document.createElement("p");
    context.lang = hit.lang;
    const { folded, places } = mapped(hit.text);
    const at = folded.indexOf(query);
    const start = at < 0 ? 0 : places[at], end = at < 0 ? 0 : places[at + query.length] ?? hit.text.length;
    const mark = document.createElement("mark");
    mark.textContent = hit.text.slice(start, end);
    const before = hit.text.slice(Math.max(0, start - 60), start), after = hit.text.slice(end, end + 100);
    context.append((start > 60 ? "…" : "") + before, mark, after + (end + 100 < hit.text.length ? "…" : ""));
    li.append(link, context);
    return li;
  }
  function show(query) {
    for (; shown < hits.length && shown < limit; shown++) list.append(item(hits[shown], query));
    more.hidden = shown >= hits.length;
  }
  let limit = STEP;
  async function search(words) {
    const own = ++run, query = fold(words);
    list.replaceChildren();
    hits = []; shown = 0; limit = STEP; more.hidden = true;
    if (!query) { status.textContent = ""; return; }
    status.textContent = "Searching …";
    let numbers = [];
    try {
      numbers = await candidates(query);
      for (const number of numbers) {
        await load(number + ".js");
        if (own !== run) return;
        searchPack(number, query);
        show(query);
      }
    } catch (fault) {
      status.textContent = "A part of the index cannot be read: " + fault.message;
      return;
    }
    status.textContent = hits.length ? hits.length + (hits.length === 1 ? " passage" : " passages") : "Nothing found.";
    more.onclick = () => { limit += STEP; show(query); };
  }
  document.querySelector(".ui-search").addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", "?q=" + encodeURIComponent(input.value));
    search(input.value);
  });
  return {
    start(given) {
      manifest = given;
      const asked = new URLSearchParams(location.search).get("q");
      if (asked) { input.value = asked; search(asked); }
    },
    pack(number, content) { packs.set(number, content); },
    filter(number, content) { filters.set(number, content); },
  };
})();
