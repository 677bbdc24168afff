import { endLabels, shortened, type JourneyBox } from './journey.ts';

const marks = { self: '✓', person: '✗', back: '↺', nothing: '∅' } as const;
const textWidth = 100;

/** A journey as a tree for the terminal. */
export function formatJourneyText(task: JourneyBox): string {
  const lines: string[] = [];
  const draw = (boxes: JourneyBox[], indent: string): void => {
    boxes.forEach((box, index) => {
      const last = index === boxes.length - 1;
      lines.push(`${indent}${last ? '└─' : '├─'} ${lineOf(box)}`);
      draw(box.next, `${indent}${last ? '   ' : '│  '}`);
    });
  };
  draw(task.next, '');
  return lines.join('\n');
}

function lineOf({ kind, text, place }: JourneyBox): string {
  if (kind === 'task' || kind === 'page') return `${text}  ${place}`;
  const words = text === '' ? '' : `: “${shortened(text, textWidth)}”`;
  return `${marks[kind]} ${endLabels[kind]}${words}  ${place}`;
}
