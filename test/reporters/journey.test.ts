import { expect, test } from 'vitest';
import { formatJourneyMermaid } from '../../src/reporters/journey-mermaid.ts';
import { formatJourneySvg } from '../../src/reporters/journey-svg.ts';
import { formatJourneyText } from '../../src/reporters/journey-text.ts';
import type { JourneyBox } from '../../src/reporters/journey.ts';

const journey: JourneyBox = {
  kind: 'task', text: 'enable “A & B” <now>', place: '', next: [
    { kind: 'page', text: 'First', place: 'a.md', next: [
      { kind: 'person', text: 'Contact "support"; it helps.', place: 'a.md:3', next: [] },
      { kind: 'page', text: 'Second', place: 'b.md', next: [{ kind: 'back', text: 'First', place: 'b.md:9', next: [] }] },
    ] },
    { kind: 'page', text: 'Third', place: 'c.md', next: [{ kind: 'nothing', text: '', place: 'c.md:1', next: [] }] },
  ],
};

test('in the terminal, a tree', () => {
  expect(formatJourneyText(journey).split('\n')).toEqual([
    '├─ First  a.md',
    '│  ├─ ✗ a person: “Contact "support"; it helps.”  a.md:3',
    '│  └─ Second  b.md',
    '│     └─ ↺ back to: “First”  b.md:9',
    '└─ Third  c.md',
    '   └─ ∅ no way on  c.md:1',
  ]);
});

test('in Mermaid, a chart whose texts cannot end early', () => {
  const lines = formatJourneyMermaid(journey).split('\n');
  expect(lines[0]).toBe('flowchart LR');
  expect(lines).toContain('  n0(["enable “A #38; B” #60;now#62;"]):::task');
  expect(lines).toContain('  n2("a person: Contact #34;support#34;#59; it helps.<br>a.md:3"):::person');
  expect(lines.filter((line) => line.includes('-->'))).toHaveLength(6);
});

test('as a picture, well-formed, with a title and what it shows in words', () => {
  const svg = formatJourneySvg(journey, '3 guides, 3 ways.');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1292 216"/);
  expect(svg).toContain('<title id="title">enable “A &#38; B” &#60;now&#62;</title>');
  expect(svg).toContain('<desc id="summary">3 guides, 3 ways.</desc>');
  expect(svg.match(/<rect/g)).toHaveLength(7);
  expect(svg.match(/<path/g)).toHaveLength(6);
});
