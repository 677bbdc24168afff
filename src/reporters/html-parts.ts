// Style and script of the HTML report, which is one file that opens without a server.

export const style = `
:root { color-scheme: light dark; --line: light-dark(#d8dbe0, #3a3f47); --quiet: light-dark(#565d68, #a3abb6); --soft: light-dark(#f4f5f7, #1e2227);
  --error: light-dark(#b3261e, #ff8a80); --warning: light-dark(#855300, #f5b84d); --hint: light-dark(#0b6478, #6cc5d9); --link: light-dark(#1a56b0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 62rem; font: 1rem/1.55 system-ui, sans-serif; background: light-dark(#fff, #15181c); color: light-dark(#1b1f24, #e6e9ed); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1rem; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
p, ul, pre { margin: .35rem 0; }
ul { padding-left: 1.2rem; }
li { overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
form { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; margin: 1.25rem 0; padding: .75rem 1rem; background: var(--soft); border-radius: .5rem; }
label { display: grid; gap: .2rem; font-size: .875rem; color: var(--quiet); }
select, input { font: inherit; color: inherit; background: light-dark(#fff, #15181c); border: 1px solid var(--quiet); border-radius: .35rem; padding: .3rem .5rem; min-width: 0; max-width: 100%; }
select:focus-visible, input:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
article { padding: .85rem 0 .85rem .9rem; border-left: 3px solid var(--line); margin-bottom: .9rem; }
article.error { border-color: var(--error); } article.warning { border-color: var(--warning); } article.hint { border-color: var(--hint); }
.mark { font-weight: 700; } .error .mark { color: var(--error); } .warning .mark { color: var(--warning); } .hint .mark, .info .mark { color: var(--hint); }
.place { font-size: .875rem; color: var(--quiet); overflow-wrap: anywhere; }
pre { background: var(--soft); border-radius: .35rem; padding: .5rem .75rem; font: .85rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: light-dark(#ffe08a, #6b5200); color: inherit; border-radius: .15rem; }
code { font: .9em ui-monospace, monospace; }
output { align-self: end; }
[hidden] { display: none; }
@media print { form { display: none; } article { break-inside: avoid; } }
`;

/** Groups and filters what is on the page already; without it the report stands grouped by rule. */
export const script = `
const form = document.querySelector('form');
const list = document.querySelector('main');
const findings = [...document.querySelectorAll('article')];
const shown = document.querySelector('output');
form.hidden = false;
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
function show() {
  const { by, severity, text } = Object.fromEntries(new FormData(form));
  const groups = new Map();
  for (const finding of findings) {
    if (severity && finding.dataset.severity !== severity) continue;
    if (text && !finding.textContent.toLowerCase().includes(text.toLowerCase())) continue;
    for (const name of JSON.parse(finding.dataset.groups)[by]) groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  const sections = [...groups].sort(([, a], [, b]) => b.length - a.length).map(([name, members]) => {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = name + ' (' + members.length + ')';
    section.append(heading, ...members.map((member) => member.cloneNode(true)));
    return section;
  });
  list.replaceChildren(...sections);
  const count = new Set([...groups.values()].flat()).size;
  shown.textContent = count + (count === 1 ? ' finding' : ' findings');
}
`;
