import { endLabels, shortened, type JourneyBox } from './journey.ts';

const textWidth = 60;

/** A journey as a Mermaid flowchart. */
export function formatJourneyMermaid(task: JourneyBox): string {
  const lines = ['flowchart LR'];
  let number = 0;
  const draw = (box: JourneyBox): string => {
    const id = `n${number++}`;
    lines.push(`  ${id}${shape(box)}:::${box.kind}`);
    for (const next of box.next) lines.push(`  ${id} --> ${draw(next)}`);
    return id;
  };
  draw(task);
  lines.push('  classDef self stroke:#2e7d32,stroke-width:2px', '  classDef person stroke:#c62828,stroke-width:2px', '  classDef back stroke:#ef6c00,stroke-dasharray:4', '  classDef nothing stroke:#ef6c00,stroke-dasharray:4');
  return lines.join('\n');
}

function shape({ kind, text, place }: JourneyBox): string {
  if (kind === 'task') return `(["${escaped(text)}"])`;
  if (kind === 'page') return `["${escaped(text)}<br>${escaped(place)}"]`;
  return `("${escaped(text === '' ? endLabels[kind] : `${endLabels[kind]}: ${text}`)}<br>${escaped(place)}")`;
}

/** Mermaid reads entities by number; quotes, brackets and marks of HTML would end the text or be markup. */
function escaped(text: string): string {
  return shortened(text, textWidth).replace(/["#<>&;`\\[\](){}|]/g, (character) => `#${character.codePointAt(0)};`);
}
