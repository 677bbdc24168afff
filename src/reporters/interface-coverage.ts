import type { Label, Screen } from '../product/types.ts';
import type { Coverage } from '../site/coverage.ts';
import { oneLine, toJson } from './text.ts';

/** The screens and actions that no page names, by their place in the interface. */
export function formatCoverage(coverage: Coverage, format: 'text' | 'json'): string {
  if (format === 'json') return toJson(coverage);
  const { screens, actions, hasRoles } = coverage;
  const lists = [
    ...(screens.unnamed.length === 0 ? [] : ['Screens that no page names\n', ...screens.unnamed.map((screen) => `  ${pathOf(screen)}  ${oneLine(screen.route)}\n`), '\n']),
    ...(actions.unnamed.length === 0 ? [] : [hasRoles ? 'Actions that no page names\n' : 'Labels that no page names\n', ...actions.unnamed.map((label) => `  ${labelOf(label)}\n`), '\n']),
  ];
  const named = (part: { all: number; unnamed: unknown[] }) => `${part.all - part.unnamed.length} of ${part.all}`;
  const counts = [...(screens.all === 0 ? [] : [`${named(screens)} screens`]), `${named(actions)} ${hasRoles ? 'actions' : 'short labels'}`].join(' and ');
  return `${lists.join('')}Pages name ${counts}.${hasRoles ? '' : ' A crawl tells which labels are actions: waymark ui crawl URL.'}\n`;
}

function pathOf({ path, title }: Screen): string {
  return path.length === 0 ? oneLine(title) : path.map(oneLine).join(' > ');
}

function labelOf({ text, role, places, key, catalogue }: Label): string {
  const place = places?.[0];
  const where = place ? place.path.map(oneLine).join(' > ') : `${oneLine(catalogue)}${key === text ? '' : `, ${oneLine(key)}`}`;
  return `${role ?? 'label'} “${oneLine(text)}”${where === '' ? '' : `  ${where}`}`;
}
