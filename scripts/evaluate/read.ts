import type { Finding, Run } from '../../src/index.ts';

/** Any number does; the same one draws the same findings as long as the run finds the same. */
const SEED = 20_240_917;
const LINES = 10;

/** Findings of a run for reading and counting: drawn by a fixed seed, each with its evidence and ten lines of its page. */
export function formatSample(name: string, run: Run, count: number): string {
  const drawn = draw(run.findings, count);
  const title = `${name}: ${drawn.length} of ${run.findings.length} findings`;
  return [title, ...drawn.map((finding, index) => formatFinding(finding, index + 1, run))].join('\n\n');
}

/** `count` of the items, in random order that depends on their number alone (Fisher and Yates, with mulberry32). */
export function draw<T>(items: T[], count: number): T[] {
  const left = [...items];
  const random = mulberry32(SEED);
  for (let last = left.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [left[last], left[other]] = [left[other]!, left[last]!];
  }
  return left.slice(0, count);
}

/** A generator of numbers from 0 to 1, the same for the same seed (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function formatFinding(finding: Finding, number: number, run: Run): string {
  const { rule, severity, certainty, path, line, message, evidence, members, suggestions } = finding;
  const elsewhere = members.filter((member) => member.path !== path || member.line !== line);
  return [
    `${number}. ${path}:${line}  ${rule}  ${severity}, ${certainty}`,
    message,
    ...evidence.map((each) => `  evidence${each.class === '' ? '' : ` (${each.class})`}: ${each.text}`),
    ...suggestions.map((suggestion) => `  next: ${suggestion}`),
    ...elsewhere.map((member) => `  also: ${member.path}:${member.line}`),
    ...contextOf(run.site.byPath.get(path)?.source ?? '', finding),
  ].join('\n');
}

/** Ten lines of the page, the finding's own marked, as many of them before it as after where there is room. */
function contextOf(source: string, { line, endLine }: Finding): string[] {
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, Math.min(line - LINES / 2, lines.length - LINES + 1));
  return lines.slice(first - 1, first - 1 + LINES).map((text, index) => {
    const number = first + index;
    return `${number >= line && number <= endLine ? '>' : ' '}${String(number).padStart(5)} | ${text}`;
  });
}
