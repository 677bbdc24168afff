import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { sourceRange, type Block } from '../../src/content/extract/blocks.ts';
import type { TreeFacts } from '../../src/content/extract/reading.ts';
import { readTree } from '../../src/content/extract/tree.ts';
import { createParsers, parse } from '../../src/content/parse.ts';
import type { Dialect } from '../../src/content/types.ts';

const parsers = await createParsers('satteri');

function read(source: string, dialect: Dialect = 'md'): TreeFacts {
  const { tree } = parse(parsers, dialect, source);
  return readTree(tree!, source);
}

const texts = (facts: TreeFacts): string[] => facts.blocks.map(({ text }) => text);

/** What the source says where a span of a block stands. */
function written(block: Block, source: string): string[] {
  return block.spans.map((span) => {
    const { start, end } = sourceRange(block, span);
    return source.slice(start, end);
  });
}

describe('blocks', () => {
  test('markup is taken off, and every span knows where it is written', () => {
    const source = '> Click\n> **Save \\& send** or `Go  on`, then [the *next* page](next.md).\n';
    const [block] = read(source).blocks;
    expect(block!.text).toBe('Click Save & send or Go  on, then the next page.');
    expect(block!.container.quoted).toBe(true);
    expect(written(block!, source)).toEqual(['Save \\& send', 'Go  on', 'next', 'the *next* page']);
  });

  test('an entity counts as the character it stands for', () => {
    const source = 'A &amp; B, then **Look &amp; Feel**.';
    const [block] = read(source).blocks;
    expect(block!.text).toBe('A & B, then Look & Feel.');
    expect(written(block!, source)).toEqual(['Look &amp; Feel']);
  });

  test('continued lines and Windows line ends keep their places', () => {
    const source = '- one\r\n  two **three**\r\n';
    const [block] = read(source).blocks;
    expect(written(block!, source)).toEqual(['three']);
  });

  test('a table cell knows its headers', () => {
    const { blocks } = read('| Plan | Limit |\n|---|---|\n| Pro | 20 |\n');
    expect(blocks.at(-1)).toMatchObject({ kind: 'cell', text: '20', container: { cell: { header: 'Limit', rowHeader: 'Pro' } } });
  });

  test('a cell of an HTML table too', () => {
    const { blocks } = read('<table><tr><th>Plan</th><th>Limit</th></tr><tr><td>Pro</td><td>20 a month</td></tr></table>\n');
    expect(blocks.at(-1)).toMatchObject({ kind: 'cell', text: '20 a month', container: { cell: { header: 'Limit', rowHeader: 'Pro' } } });
  });

  test('a list item knows the sentence that leads its list in', () => {
    const { blocks } = read('Contact us to:\n\n- raise a limit\n- move an address\n');
    expect(blocks[2]).toMatchObject({ text: 'move an address', container: { lists: ['bullet'], item: 1, leadIn: 'Contact us to:' } });
  });

  test('elements that other nodes close are around what stands between', () => {
    const { blocks } = read('<call-out>\n\nMind the gap.\n\n</call-out>\n\nOutside.\n');
    expect(blocks.map(({ text, container }) => [text, container.components])).toEqual([
      ['Mind the gap.', ['call-out']],
      ['Outside.', []],
    ]);
  });

  test('directives, alerts and components are told by name', () => {
    expect(read(':::note\nOne.\n:::\n').blocks[0]!.container.components).toEqual(['note']);
    expect(read('> [!TIP]\n> Two.\n').blocks[0]!.container.components).toEqual(['tip']);
    expect(read('<Steps>\n<Step>Three.</Step>\n</Steps>\n', 'mdx').blocks[0]!.container.components).toEqual(['Steps', 'Step']);
  });

  test('attributes that a reader sees are blocks with their place', () => {
    const source = '<Card title="Talk to sales" href="/contact" icon="phone" />\n';
    const { blocks, links } = read(source, 'mdx');
    expect(texts({ blocks } as TreeFacts)).toEqual(['Talk to sales']);
    expect(source.slice(blocks[0]!.range.start, blocks[0]!.range.end)).toBe('Talk to sales');
    expect(links.map(({ target }) => target)).toEqual(['/contact']);
  });

  test('`to` is an address where the component is a link of some kind', () => {
    const source = '<NavLink to="/one">One</NavLink>\n\n<LinkCard title="Two" to="/two" />\n\n<Teleport to="body">Three</Teleport>\n';
    for (const dialect of ['mdx', 'md'] as const) expect(read(source, dialect).links.map(({ target }) => target)).toEqual(['/one', '/two']);
  });

  test('a time of day is no directive', () => {
    expect(texts(read('At 10:30 a:b.\n'))).toEqual(['At 10:30 a:b.']);
  });

  test('code, frontmatter and imports are no prose', () => {
    expect(texts(read('---\na: b\n---\n\nimport X from "./x"\n\n```js\ncode\n```\n\nProse.\n', 'mdx'))).toEqual(['Prose.']);
    expect(texts(read('import X from "./x"\n\nProse.\n'))).toEqual(['Prose.']);
  });
});

test('reference links take the address of their definition; without one they are no links', () => {
  expect(read('[one][a] [two][b] ![three][a]\n\n[a]: a.md\n').links.map(({ target }) => target)).toEqual(['a.md', 'a.md']);
});

test('steps are items of ordered lists, numbered headings, and components for steps', () => {
  const { steps } = read('1. Open it.\n2. Save it.\n\n## Step 3: Check\n\n- no step\n\n<Step title="Four" />\n', 'mdx');
  expect(steps.map(({ text }) => text)).toEqual(['Open it.', 'Save it.', 'Step 3: Check', 'Four']);
});

test('anchors are slugs, explicit ids and ids in HTML', () => {
  expect(read('# A b\n\n# A b\n\n## C {#see}\n\n<a name="old"></a>\n\n<div id="box"></div>\n').anchors).toEqual(['a-b', 'a-b-1', 'see', 'old', 'box']);
});

test('whatever the text, blocks lie inside the source and spans inside their block', () => {
  const fragments = fc.constantFrom('**a**', '`b`', '[c](d)', '&amp;', '\\*', '\n', '> ', '- ', '1. ', '# ', '<b>', '</b>', '| x | y |\n|--|--|\n', ':::n\n', '漢字', '😀', '\r\n', ' ', 'word', '<call-out>', '<td>');
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 40 }), (parts) => {
      const source = parts.join('');
      for (const block of read(source).blocks) {
        expect(block.range.start).toBeGreaterThanOrEqual(0);
        expect(block.range.end).toBeLessThanOrEqual(source.length);
        for (const span of block.spans) {
          const { start, end } = sourceRange(block, span);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('inline HTML is markup like any other', () => {
  const source = 'Click <b>Save</b> in <a href="/x">the <i>menu</i></a>, then **go**.\n';
  const [block] = read(source).blocks;
  expect(block!.spans.map(({ kind, target }) => [kind, target])).toEqual([
    ['strong', undefined],
    ['emphasis', undefined],
    ['link', '/x'],
    ['strong', undefined],
  ]);
  expect(written(block!, source)).toEqual(['Save', 'menu', 'the <i>menu', 'go']);
});
