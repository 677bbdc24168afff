import { endLabels, shortened, type JourneyBox } from './journey.ts';

/** Pixels. */
const box = { width: 270, height: 52, across: 330, down: 66, margin: 16 };
const characters = { text: 34, place: 42 };

const style = `
svg { font: 14px system-ui, sans-serif; background: #fff; }
rect { fill: #f6f8f8; stroke: #6b7a7c; } text { fill: #14191a; } .place { font-size: 11px; fill: #4a5658; } path { fill: none; stroke: #6b7a7c; }
.task rect { fill: #dff3ee; } .self rect { stroke: #1b6e3c; stroke-width: 2; } .person rect { stroke: #b3261e; stroke-width: 2; } .back rect, .nothing rect { stroke: #9a5b00; stroke-dasharray: 4; }
@media (prefers-color-scheme: dark) {
  svg { background: #161b1d; } rect { fill: #20282a; stroke: #8fa0a3; } text { fill: #eef2f2; } .place { fill: #b6c2c4; } path { stroke: #8fa0a3; }
  .task rect { fill: #173a33; } .self rect { stroke: #6fd39a; } .person rect { stroke: #ff8f86; } .back rect, .nothing rect { stroke: #f0b35a; }
}`;

/**
 * A journey as a picture that stands by itself: boxes from left to right, light and dark.
 * @param summary said to readers who cannot see it
 */
export function formatJourneySvg(task: JourneyBox, summary: string): string {
  const drawn: string[] = [];
  let rows = 0;
  let columns = 0;
  /** Draws a box behind its own, and gives the middle of its height. */
  const draw = (each: JourneyBox, column: number): number => {
    columns = Math.max(columns, column + 1);
    const behind = each.next.map((next) => draw(next, column + 1));
    const middle = behind.length === 0 ? box.margin + rows++ * box.down + box.height / 2 : (behind[0]! + behind.at(-1)!) / 2;
    const left = box.margin + column * box.across;
    const right = left + box.width;
    const turn = (right + left + box.across) / 2;
    for (const to of behind) drawn.push(`<path d="M${right} ${middle} C${turn} ${middle} ${turn} ${to} ${left + box.across} ${to}"/>`);
    drawn.push(boxAt(each, left, middle - box.height / 2));
    return middle;
  };
  draw(task, 0);
  const width = box.margin * 2 + (columns - 1) * box.across + box.width;
  const height = box.margin * 2 + (rows - 1) * box.down + box.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title summary">`,
    `<title id="title">${escaped(task.text)}</title>`,
    `<desc id="summary">${escaped(summary)}</desc>`,
    `<style>${style}</style>`,
    ...drawn,
    '</svg>',
  ].join('\n');
}

function boxAt({ kind, text, place }: JourneyBox, left: number, top: number): string {
  const ends = kind === 'self' || kind === 'person' || kind === 'back' || kind === 'nothing';
  const words = ends ? `${endLabels[kind]}${text === '' ? '' : `: ${text}`}` : text;
  const lines = place === '' ? [] : [`<text class="place" x="${left + 12}" y="${top + 41}">${escaped(shortened(place, characters.place))}</text>`];
  return [
    `<g class="${kind}"><title>${escaped(words)}</title><rect x="${left}" y="${top}" width="${box.width}" height="${box.height}" rx="6"/>`,
    `<text x="${left + 12}" y="${top + (lines.length > 0 ? 23 : 31)}">${escaped(shortened(words, characters.text))}</text>`,
    ...lines,
    '</g>',
  ].join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
