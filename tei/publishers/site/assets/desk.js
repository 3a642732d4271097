// On the editor's desk: findings beside the passages they concern, answers to choose from, and a reload after each build.
(function () {
  "use strict";
  const stem = decodeURIComponent(location.pathname.split("/").pop().replace(/\.html$/, ""));
  const status = document.querySelector(".ui-status");
  let generation = null;

  function make(tag, text, kind) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }
  async function decide(question, answer) {
    status.textContent = "Writing …";
    const sent = await fetch("/desk/decide", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ stem, question, answer }),
    });
    const said = await sent.json();
    status.textContent = said.written ? "Written to " + said.written + "; building again …" : said.message;
  }
  function show(asked, number) {
    const box = make("aside", "", "ui-finding ui-" + asked.severity);
    box.setAttribute("aria-label", "Finding");
    box.append(make("p", (asked.rule ? asked.rule + " " : "") + asked.message));
    if (asked.help) box.append(make("p", asked.help, "ui-help"));
    if (asked.line) {
      box.append(make("p", "Line " + asked.line + " of the source:", "ui-help"), make("pre", asked.source));
    }
    if (asked.answers.length) {
      const row = make("p", "", "ui-answers");
      asked.answers.forEach((label, answer) => {
        const button = make("button", label);
        button.type = "button";
        button.addEventListener("click", () => decide(number, answer));
        row.append(button);
      });
      box.append(row);
    }
    const place = asked.at && document.getElementById(asked.at);
    const cell = place && place.closest(".ui-cell");
    if (cell) cell.append(box); else document.querySelector(".ui-rows").before(box);
  }
  async function look() {
    try {
      const now = (await (await fetch("/desk/generation")).json()).generation;
      if (generation !== null && now !== generation) location.reload();
      generation = now;
    } catch { /* the desk has been closed: the page stays as it is */ }
    setTimeout(look, 1000);
  }
  fetch("/desk/questions/" + encodeURIComponent(stem)).then((found) => found.json()).then(({ questions }) => {
    questions.forEach(show);
    look();
  });
})();
