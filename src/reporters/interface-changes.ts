import type { SourceChange } from '../product/state.ts';
import type { Impact, NamedPlace } from '../site/impact.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { count, oneLine, toJson } from './text.ts';

/** How a list of changes is printed. */
export type ChangesFormat = 'text' | 'json' | 'markdown';

const kinds = ['renamed', 'removed', 'added'] as const;

/** What changed in an interface: renamed, removed and added texts; keys that moved with their text are in the JSON only. */
export function formatChanges(changes: SourceChange[], format: ChangesFormat): string {
  if (format === 'json') return toJson({ changes });
  const seen = kinds.map((kind) => ({ kind, found: changes.filter((change) => change.kind === kind) }));
  const summary = seen.map(({ kind, found }) => `${found.length} ${kind}`).join(', ');
  if (format === 'markdown') {
    const parts = seen.filter(({ found }) => found.length > 0).map(({ kind, found }) => `\n#### ${kind.charAt(0).toUpperCase()}${kind.slice(1)}\n\n${found.map((change) => `- ${markdownOf(change)}\n`).join('')}`);
    return `### Interface: ${summary}\n${parts.join('')}`;
  }
  return `${seen.flatMap(({ kind, found }) => found.map((change) => `${kind.padEnd(8)} ${textOf(change)}\n`)).join('')}${changes.length === 0 ? '' : '\n'}${summary}.\n`;
}

function textOf({ kind, text, to, by, key, source }: SourceChange): string {
  const now = to === null ? '' : kind === 'renamed' ? ` → “${oneLine(to)}”` : ` (perhaps “${oneLine(to)}” now)`;
  return `“${oneLine(text)}”${now}${by === null ? '' : `  ${evidence[by]}`}  ${oneLine(source)}${key === text ? '' : `  ${keyOf(key)}`}`;
}

function markdownOf({ kind, text, to, by, key }: SourceChange): string {
  const now = to === null ? '' : kind === 'renamed' ? ` is now **${escapeMarkdown(to)}**` : ` (perhaps **${escapeMarkdown(to)}** now)`;
  return `**${escapeMarkdown(text)}**${now}${by === null ? '' : `, ${evidence[by]}`}${key === text ? '' : ` ${code(keyOf(key))}`}`;
}

/** In gettext a key is a context and a text, with a control character between. */
function keyOf(key: string): string {
  return oneLine(key.replace('\u0004', ': '));
}

/** How a new text is known, in words. */
const evidence = {
  key: 'by its key',
  place: 'by its place',
  neighbours: 'by its neighbours',
  likeness: 'by its likeness',
};

/** Where pages name what changed, for the pull request that changes it and for the people who answer customers. */
export function formatImpact(impacts: Impact[], changes: SourceChange[], format: ChangesFormat): string {
  if (format === 'json') return toJson({ impacts, changes });
  const places = impacts.flatMap((impact) => impact.places);
  const pages = new Set(places.map(({ path }) => path)).size;
  const gone = changes.filter(({ kind }) => kind === 'renamed' || kind === 'removed').length;
  const summary = gone === 0 ? 'No label went or was renamed.' : impacts.length === 0 ? `No page names any of the ${count(gone, 'label')} that changed.` : `${count(pages, 'page')} ${pages === 1 ? 'names' : 'name'} ${count(impacts.length, 'label')} of ${gone} that changed.`;
  if (format === 'markdown') return `### ${summary}\n${impacts.map(impactInMarkdown).join('')}`;
  return `${impacts.map(impactInText).join('')}${summary}\n`;
}

function impactInText({ text, kind, renamedTo, key, source, places }: Impact): string {
  const head = kind === 'renamed' ? `“${oneLine(text)}” is now “${oneLine(renamedTo ?? '')}”` : `“${oneLine(text)}” is gone${renamedTo === null ? '' : `; perhaps it is “${oneLine(renamedTo)}” now`}`;
  return `${head}  (${oneLine(source)}${key === text ? '' : `, ${keyOf(key)}`})\n${places.map((place) => `  ${placeOf(place)}  ${oneLine(place.text)}\n`).join('')}\n`;
}

function impactInMarkdown({ text, kind, renamedTo, places }: Impact): string {
  const head = kind === 'renamed' ? `**${escapeMarkdown(text)}** is now **${escapeMarkdown(renamedTo ?? '')}**` : `**${escapeMarkdown(text)}** is gone${renamedTo === null ? '' : `; perhaps it is **${escapeMarkdown(renamedTo)}** now`}`;
  return `\n${head}\n\n${places.map((place) => `- ${code(placeOf(place))} ${code(place.text)}\n`).join('')}`;
}

function placeOf({ path, line, locale, isLabel }: NamedPlace): string {
  return `${path}:${line}${locale === '' ? '' : ` [${locale}]`}${isLabel ? '' : ' (if it is a label there)'}`;
}
