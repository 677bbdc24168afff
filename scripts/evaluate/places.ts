import type { Finding, Run } from '../../src/index.ts';

/** Number of the paragraph that each line of a page belongs to; the first line has index 0. */
export type Paragraphs = (path: string) => number[];

/** A line of a page. */
export interface Line {
  path: string;
  line: number;
}

// What begins a paragraph without a blank line before it: list items, headings, table rows, fences, tags.
const opener = /^\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|\||```|~~~|<|:::)/;

/** Paragraphs of a text, line by line: sentences wrap, so their places are compared by paragraph. */
export function paragraphsOf(source: string): number[] {
  let paragraph = 0;
  let previousBlank = true;
  return source.split('\n').map((line) => {
    const blank = line.trim() === '' || line.trim() === '>';
    if (blank || previousBlank || opener.test(line)) paragraph++;
    previousBlank = blank;
    return paragraph;
  });
}

/** Paragraphs of a run's pages, each page cut up once. */
export function paragraphsIn({ site }: Pick<Run, 'site'>): Paragraphs {
  const known = new Map<string, number[]>();
  return (path) => {
    let paragraphs = known.get(path);
    if (!paragraphs) known.set(path, (paragraphs = paragraphsOf(site.byPath.get(path)?.source ?? '')));
    return paragraphs;
  };
}

/** Every line that a finding names: its own, to its end, and those of its members. */
function linesOf(finding: Finding): Line[] {
  const own = Array.from({ length: finding.endLine - finding.line + 1 }, (_, index) => ({ path: finding.path, line: finding.line + index }));
  const members = finding.members.map(({ path, line }) => ({ path, line }));
  return [...own, ...members];
}

/**
 * The rows that a place stands for: those of its paragraph, and of these the nearest.
 * @returns several rows only where they stand on one line
 */
export function nearestRows<Row extends Line>(place: Line, rows: Row[], paragraphs: Paragraphs): Row[] {
  const numbers = paragraphs(place.path);
  const paragraph = numbers[place.line - 1];
  const close = rows.filter((row) => row.path === place.path && (row.line === place.line || (paragraph !== undefined && numbers[row.line - 1] === paragraph)));
  const distance = Math.min(...close.map((row) => Math.abs(row.line - place.line)));
  return close.filter((row) => Math.abs(row.line - place.line) === distance);
}

/** The findings that stand at each row, strongest certainty first. */
export function findingsAt<Row extends Line>(
  rows: Row[],
  findings: Finding[],
  paragraphs: Paragraphs,
  concerns: (row: Row, finding: Finding) => boolean = () => true,
): Map<Row, Finding[]> {
  const found = new Map<Row, Finding[]>(rows.map((row) => [row, []]));
  for (const finding of findings) {
    const candidates = rows.filter((row) => concerns(row, finding));
    const hit = new Set(linesOf(finding).flatMap((place) => nearestRows(place, candidates, paragraphs)));
    for (const row of hit) found.get(row)!.push(finding);
  }
  for (const each of found.values()) each.sort((a, b) => strength(b) - strength(a));
  return found;
}

/** Certainties in order: 0 for a hint, 2 for certain. */
function strength({ certainty }: Finding): number {
  return ['hint', 'likely', 'certain'].indexOf(certainty);
}

/** The surest finding that has both pages among its places. */
export function findingOnPair(a: string, b: string, findings: Finding[]): Finding | undefined {
  return findings
    .filter((finding) => {
      const paths = new Set(linesOf(finding).map(({ path }) => path));
      return paths.has(a) && paths.has(b);
    })
    .sort((left, right) => strength(right) - strength(left))[0];
}
