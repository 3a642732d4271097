"""The look of the reference page, and the filter of its list of names: nothing is loaded from elsewhere.

Without JavaScript the page is whole; the field to filter by appears only where it works.
"""

STYLE = """
:root { color-scheme: light dark; --text: #222; --back: #fff; --soft: #f4f4f0; --line: #ddd; --faint: #666; --link: #0b57a4 }
@media (prefers-color-scheme: dark) {
:root { --text: #ddd; --back: #181818; --soft: #262626; --line: #3a3a3a; --faint: #a0a0a0; --link: #7ab4f5 } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { font: 16px/1.55 system-ui, sans-serif; margin: 0; color: var(--text); background: var(--back) }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem; top: 1rem; background: var(--back); padding: .5rem }
nav { padding: 1rem; border-bottom: 1px solid var(--line) }
nav summary { font-weight: 600; cursor: pointer } nav p { font: 600 .85rem system-ui, sans-serif; margin: 1rem 0 .2rem; color: var(--faint) }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 .5rem }
nav input { width: 100%; font: inherit; padding: .35rem .6rem; margin-top: .6rem; color: inherit; background: var(--soft);
border: 1px solid var(--line); border-radius: 4px }
main { max-width: 56rem; padding: 0 1rem 4rem }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line) } section { margin-top: 2.5rem } section:target { outline: 2px solid
var(--link); outline-offset: .6rem; border-radius: 2px } h3 { margin: 0 0 .3rem; font-size: 1.25rem } h3 code { font-size: inherit }
h3 a { color: inherit } h3 small { font-weight: normal; color: var(--faint) }
code, pre { font: .88em/1.5 ui-monospace, monospace; background: var(--soft); border-radius: 3px }
code { padding: 0 .2em; overflow-wrap: break-word } code code { font-size: inherit; padding: 0 } pre { padding: .6rem .8rem; overflow-x: auto; white-space: pre-wrap }
.table { overflow-x: auto } table { border-collapse: collapse; width: 100%; min-width: 34rem }
td, th { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line) }
td:first-child { white-space: nowrap } td:last-child { min-width: 9rem } .must { color: var(--faint); font-size: .85em }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: .2rem 1rem } dt { font-weight: 600 } dd { margin: 0 }
a { color: var(--link); text-decoration: none } a:hover, a:focus { text-decoration: underline }
@media (min-width: 60rem) { body { display: grid; grid-template-columns: 17rem minmax(0, 1fr) }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border-bottom: 0; border-right: 1px solid var(--line) }
main { padding: 0 3rem 4rem } }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .4rem }
table { min-width: 0 } table, tbody, tr, td { display: block } thead { display: none } td { border: 0; padding: 0 }
tr { border-bottom: 1px solid var(--line); padding: .4rem 0 } .must { margin-left: .5rem } td br:has(+ .must) { display: none } }
@media print { nav { display: none } }
"""

# The field is made by the script, so that it is there only where it does something. On a narrow screen the list is closed
# first; a name that is followed closes it again.
SCRIPT = """
const list = document.querySelector("nav details"), wide = matchMedia("(min-width: 60rem)");
const field = Object.assign(document.createElement("input"), { type: "search", placeholder: "Filter names" });
field.setAttribute("aria-label", "Filter the names of elements, classes and values");
list.querySelector("summary").after(field);
const fold = () => { list.open = wide.matches };
wide.addEventListener("change", fold); fold();
field.addEventListener("input", () => {
  const sought = field.value.trim().toLowerCase();
  for (const group of list.querySelectorAll("div")) {
    let some = false;
    for (const item of group.querySelectorAll("li")) {
      const hit = item.textContent.toLowerCase().includes(sought);
      item.hidden = !hit; some = some || hit;
    }
    group.hidden = !some;
  }
});
field.addEventListener("keydown", event => {
  const first = event.key === "Enter" && list.querySelector("li:not([hidden]) a");
  if (first) first.click();
});
list.addEventListener("click", event => { if (event.target.closest("a") && !wide.matches) list.open = false });
"""
