import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { sourceFile } from '../site/source-file.ts';
import { script, style } from './html-parts.ts';
import { count, fileOf, listed, oneLine, summaryOf } from './text.ts';
import type { ReportOptions } from './types.ts';
import { escapeXml } from './xml.ts';

/** Characters of a source line shown on either side of a finding. */
const around = 120;
/** What pages without an owner are grouped under. */
const nobody = 'No owner';

/** The run as one HTML file for people: by rule, by owner or by page, with the source and the next step. Opens without a server. */
export function formatHtml(run: Run, { hints }: ReportOptions): string {
  const findings = listed(run, hints);
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)].sort(([, a], [, b]) => b.length - a.length);
  const unlisted = hints || run.hints.length === 0 ? '' : ` ${count(run.hints.length, 'hint')} not listed; <code>--hints</code> lists them.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Waymark report</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${html(summaryOf(run))}</h1>
<p class="quiet">Report of <code>waymark lint ${html(run.root)}</code>.${unlisted}</p>
</header>
<form hidden>
<label>Group by <select name="by"><option value="rule">Rule</option><option value="owner">Owner</option><option value="page">Page</option></select></label>
<label>Severity <select name="severity"><option value="">All</option>${[...new Set(findings.map(markOf))].map((mark) => `<option>${mark}</option>`).join('')}</select></label>
<label>Contains <input name="text" type="search" autocomplete="off"></label>
<output class="quiet">${count(findings.length, 'finding')}</output>
</form>
<main>
${byRule.map(([rule, found]) => `<section><h2>${html(rule)} (${found.length})</h2>\n${found.map((finding) => article(run, finding)).join('\n')}\n</section>`).join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`;
}

function article(run: Run, finding: Finding): string {
  const { path, line, column, rule, message, evidence, members, related, suggestions, fingerprint, topic, owner } = finding;
  const page = run.site.byPath.get(path);
  const owners = owner !== undefined ? [owner] : (page && run.site.owners.get(page)) ?? [nobody];
  const others = members.filter((member) => member.path !== path || member.line !== line);
  const mark = markOf(finding);
  const groups = JSON.stringify({ rule: [rule], owner: owners.map(oneLine), page: [oneLine(fileOf(run, path))] });
  return `<article class="${mark}" data-severity="${mark}" data-groups="${html(groups)}" id="${fingerprint}">
<h3><span class="mark">${mark}</span> ${html(message)}</h3>
<p class="place">${html(`${fileOf(run, path)}:${line}:${column}`)} · ${html(rule)}${topic === undefined ? '' : ` · ${topic}`}${page ? ` · ${html(page.facts.title)}` : ''}${owners[0] === nobody ? '' : ` · ${html(owners.join(', '))}`}</p>
${excerpt(sourceFile(run.site, path).source, finding)}
<ul>
${[
  ...evidence.map((each) => html(each.text)),
  ...(others.length > 0 ? [`Also at ${others.map((member) => html(`${fileOf(run, member.path)}:${member.line}`)).join(', ')}`] : []),
  ...related.map((place) => `${html(`${fileOf(run, place.path)}:${place.line}`)}: ${html(place.message)}`),
  ...suggestions.map((text) => `<strong>Next:</strong> ${html(text)}`),
]
  .map((item) => `<li>${item}</li>`)
  .join('\n')}
</ul>
</article>`;
}

function markOf({ certainty, severity }: Finding): string {
  return certainty === 'hint' ? 'hint' : severity;
}

/** The source line, the finding's part of it set off. */
function excerpt(source: string, { line, column, endLine, endColumn }: Finding): string {
  const text = oneLine((source.split('\n', line)[line - 1] ?? '').replace(/\r$/, ''));
  if (text.trim() === '') return '';
  const start = column - 1;
  const end = endLine === line ? endColumn - 1 : text.length;
  const before = text.slice(Math.max(0, start - around), start);
  const behind = text.slice(end, end + around);
  return `<pre>${start > around ? '…' : ''}${html(before)}<mark>${html(text.slice(start, end))}</mark>${html(behind)}${end + around < text.length ? '…' : ''}</pre>`;
}

function html(text: string): string {
  return escapeXml(oneLine(text));
}
