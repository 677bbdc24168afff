import type { Edit, Finding, Location } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import type { Silenced } from '../engine/suppressions.ts';
import { rules } from '../rules/index.ts';
import type { RuleMeta } from '../rules/types.ts';
import { fileOf, listed, oneLine, toJson } from './text.ts';
import type { ReportOptions } from './types.ts';

/** SARIF 2.1.0 (OASIS standard), as GitHub’s code scanning and most editors read it. */
export function formatSarif(run: Run, { hints }: ReportOptions): string {
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Waymark', rules: rules.map(({ meta }) => descriptor(meta)) } },
        columnKind: 'utf16CodeUnits',
        results: [...listed(run, hints).map((finding) => result(run, finding)), ...run.silenced.map((silenced) => suppressed(run, silenced))],
      },
    ],
  });
}

const levels = { error: 'error', warning: 'warning', info: 'note' };
/** What the certainties promise, of 100; see `content/concepts/certainty.md`. */
const ranks = { certain: 95, likely: 80, hint: 50 };

/** A rule; a code scanner shows the help beside each of its results. */
function descriptor({ id, summary, severity }: RuleMeta): object {
  const help = `What it finds, what to do about it and how sure it is: waymark explain ${id}`;
  return { id, shortDescription: { text: summary }, help: { text: help, markdown: help.replace(/waymark .*/, '`$&`') }, defaultConfiguration: { level: levels[severity] } };
}

function result(run: Run, finding: Finding): object {
  const { rule, severity, certainty, message, evidence, suggestions, members, related, fix, fingerprint, decisions, path, line } = finding;
  const places = [
    ...members.filter((member) => member.path !== path || member.line !== line).map((member) => ({ ...member, message: 'Also here.' })),
    ...related,
  ];
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ meta }) => meta.id === rule),
    // A hint waits for a person’s judgement; such a result has no level.
    ...(certainty === 'hint' ? { kind: 'review', level: 'none' } : { kind: 'fail', level: levels[severity] }),
    rank: ranks[certainty],
    message: { text: plain([message, ...evidence.map((each) => each.text), ...suggestions].join('\n')) },
    locations: [{ physicalLocation: { ...artifact(run, path), region: region(finding) } }],
    ...(places.length > 0
      ? { relatedLocations: places.map((place, id) => ({ id, message: { text: plain(place.message) }, physicalLocation: { ...artifact(run, place.path), region: { startLine: place.line } } })) }
      : {}),
    partialFingerprints: { 'waymark/v1': fingerprint },
    ...(fix.length > 0 ? { fixes: [{ description: { text: plain(suggestions[0] ?? message) }, artifactChanges: changes(run, fix) }] } : {}),
    properties: { certainty, ...(decisions && { decisions }) },
  };
}

/** What does not count is told with the reason, so that a code scanner shows it as closed and not as mended. */
function suppressed(run: Run, { finding, by, reason }: Silenced): object {
  return { ...result(run, finding), suppressions: [{ kind: by === 'suppression' ? 'inSource' : 'external', status: 'accepted', justification: plain(reason) }] };
}

function changes(run: Run, fix: Edit[]): object[] {
  return [...Map.groupBy(fix, ({ path }) => path)].map(([path, edits]) => ({
    ...artifact(run, path),
    replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
  }));
}

function artifact(run: Run, path: string): { artifactLocation: object } {
  const uri = fileOf(run, path).toWellFormed().split('/').map(encodeURIComponent).join('/');
  return { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } };
}

function region({ line, column, endLine, endColumn }: Location): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Brackets make links in messages of SARIF (section 3.11.6) unless they are escaped. */
function plain(text: string): string {
  return text.split('\n').map(oneLine).join('\n').replace(/[\\[\]]/g, '\\$&');
}
