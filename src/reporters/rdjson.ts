import type { Edit, Finding, Location } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { sourceFile } from '../site/source-file.ts';
import { fileOf, listed, oneLine, toJson } from './text.ts';
import type { ReportOptions } from './types.ts';

/** The Reviewdog Diagnostic Format, as one JSON object. */
export function formatRdjson(run: Run, { hints }: ReportOptions): string {
  return toJson({ source: { name: 'waymark' }, diagnostics: listed(run, hints).map((finding) => diagnostic(run, finding)) });
}

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

function diagnostic(run: Run, finding: Finding): object {
  const { path, rule, severity, message, members, related, suggestions, fix } = finding;
  const places = [
    ...members.filter((member) => member.path !== path || member.line !== finding.line).map((member) => ({ ...member, message: 'Also here.' })),
    ...related,
  ];
  const edits = fix.filter((edit) => edit.path === path);
  return {
    message: oneLine([message, ...suggestions].join(' ')),
    severity: severities[severity],
    code: { value: rule },
    location: { path: fileOf(run, path), range: rangeOf(run, path, finding) },
    ...(edits.length > 0 ? { suggestions: edits.map((edit) => suggestion(run, edit)) } : {}),
    ...(places.length > 0
      ? { related_locations: places.map((place) => ({ message: oneLine(place.message), location: { path: fileOf(run, place.path), range: { start: { line: place.line } } } })) }
      : {}),
  };
}

function suggestion(run: Run, edit: Edit): object {
  return { range: rangeOf(run, edit.path, edit), text: edit.text };
}

/** Columns of this format count bytes of UTF-8. */
function rangeOf({ site }: Run, page: string, { line, column, endLine, endColumn }: Location): object {
  const lines = sourceFile(site, page).source.split('\n', Math.max(line, endLine));
  const byte = (of: number, until: number): number => Buffer.byteLength((lines[of - 1] ?? '').slice(0, until - 1)) + 1;
  return { start: { line, column: byte(line, column) }, end: { line: endLine, column: byte(endLine, endColumn) } };
}
