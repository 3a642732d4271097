// What corresponds lights up together; a passage can be chosen, linked to and cited. The page reads well without this.
(function () {
  "use strict";
  const rows = document.querySelector(".ui-rows");
  if (!rows) return;
  const bar = document.querySelector(".ui-bar");
  const status = document.querySelector(".ui-status");
  const data = JSON.parse(document.getElementById("_citation").textContent);
  // Sentences where they are marked, else the smallest element that has a counterpart or can be pointed at.
  const pieces = [...rows.querySelectorAll(".s[id], .head[id], .item[id], .signed[id], .dateline[id], .salute[id], .p[id], .l[id]")]
    .filter((each) => !each.querySelector(".s[id], .item[id]"));
  let chosen = null;

  function partners(piece) {
    return piece.dataset.g ? [...rows.querySelectorAll('[data-g="' + piece.dataset.g + '"]')] : [piece];
  }
  function light(piece) {
    rows.querySelectorAll(".ui-lit").forEach((each) => each.classList.remove("ui-lit"));
    if (piece) partners(piece).forEach((each) => each.classList.add("ui-lit"));
  }
  function pieceAt(target) {
    for (let node = target; node && node !== rows; node = node.parentElement) if (pieces.includes(node)) return node;
    return null;
  }
  function address(piece) {
    return (data.url || location.href.split("#")[0].split("?")[0]) + "#" + encodeURIComponent(piece.id);
  }
  // The citation of a passage: the document's own, with the passage's address, and its name where there is no address.
  function cited(form, piece) {
    const text = data.forms[form], link = address(piece);
    if (data.url) return text.split(data.url).join(link);
    if (form === "text") return text.replace(/\.$/, ", " + piece.id + ", " + link + ".");
    if (form === "bibtex") return text.replace(/\}$/, "  url = {" + link + "},\n}");
    const items = JSON.parse(text);
    items[0].URL = link;
    return JSON.stringify(items, null, 2);
  }
  function choose(piece, focus) {
    if (chosen) { chosen.classList.remove("ui-chosen"); chosen.tabIndex = -1; chosen.removeAttribute("aria-current"); }
    chosen = piece;
    bar.hidden = !piece;
    const what = document.querySelector(".ui-what");
    what.hidden = !piece;
    light(piece);
    document.querySelectorAll(".ui-cite pre").forEach((pre) => {
      pre.textContent = piece ? cited(pre.dataset.form, piece) : data.forms[pre.dataset.form];
    });
    if (!piece) return;
    piece.classList.add("ui-chosen");
    piece.tabIndex = 0;
    piece.setAttribute("aria-current", "true");
    const link = bar.querySelector(".ui-permalink");
    link.href = "#" + encodeURIComponent(piece.id);
    link.textContent = piece.id;
    what.querySelector("a").href = link.href;
    what.querySelector("a").textContent = piece.id;
    if (focus) { piece.focus({ preventScroll: true }); piece.scrollIntoView({ block: "nearest" }); }
  }
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // a page opened from a disk may not use the clipboard directly
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) { status.textContent = "Copying is not allowed here; the citation stands below the text."; return; }
    }
    status.textContent = "Copied: " + text;
  }

  rows.addEventListener("pointerover", (event) => light(pieceAt(event.target) || chosen));
  rows.addEventListener("pointerleave", () => light(chosen));
  rows.addEventListener("focusin", (event) => light(pieceAt(event.target)));
  rows.addEventListener("click", (event) => {
    if (event.target.closest("a, button, input") || String(getSelection())) return;
    const piece = pieceAt(event.target);
    choose(piece === chosen ? null : piece);
  });
  rows.addEventListener("keydown", (event) => {
    const piece = pieceAt(event.target);
    if (!piece || event.altKey || event.ctrlKey || event.metaKey || event.target !== piece) return;
    const column = piece.closest(".ui-cell").className.match(/ui-v\d/)[0];
    const own = pieces.filter((each) => each.closest(".ui-cell").classList.contains(column) && each.offsetParent);
    const at = own.indexOf(piece);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    let next = null;
    if (step) next = own[at + step];
    else if (event.key === "Home") next = own[0];
    else if (event.key === "End") next = own[own.length - 1];
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const all = partners(piece).filter((each) => each.offsetParent);
      next = all[(all.indexOf(piece) + (event.key === "ArrowRight" ? 1 : all.length - 1)) % all.length];
    } else if (event.key === "Escape") { choose(null); event.preventDefault(); return; }
    else if (event.key === "Enter" || event.key === " ") next = piece;
    if (next) { event.preventDefault(); choose(next, true); }
  });
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.cite) copy(cited(button.dataset.cite, chosen));
    else { const back = chosen; choose(null); if (back) back.focus(); }
  });

  // One stop for the tabulator: the first passage, or the one chosen last; arrows go on from there.
  pieces.forEach((each) => { each.tabIndex = -1; });
  if (pieces.length) pieces[0].tabIndex = 0;
  document.querySelectorAll(".ui-switches input").forEach((input) => {
    const key = "tei:" + (input.type === "radio" ? input.name : input.value);
    try {
      const kept = localStorage.getItem(key);
      if (kept !== null) input.checked = input.type === "radio" ? kept === input.value : kept === "1";
      input.addEventListener("change", () => localStorage.setItem(key, input.type === "radio" ? input.value : input.checked ? "1" : "0"));
    } catch { /* nothing is kept where the browser does not allow it */ }
  });
  if (!document.querySelector("[name=view]:checked")) { const all = document.getElementById("_view-all"); if (all) all.checked = true; }
  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const piece = target && rows.contains(target) ? pieceAt(target) || target.querySelector("[id]") : null;
    if (!piece || !pieces.includes(piece)) return;
    if (!piece.offsetParent) { const all = document.getElementById("_view-all"); if (all) all.checked = true; }
    choose(piece);
    piece.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", arrive);
  if (location.hash.length > 1) arrive();
})();
