import { describe, expect, test } from 'vitest';
import { createParsers, parse } from '../../src/content/parse.ts';

const source = '# Help\n\n<!-- a note\n*/ in two lines -->\n\nText.\n';

describe.each(['satteri', 'remark'] as const)('comments of HTML in MDX, read by %s', (name) => {
  test('are wrong in general', async () => {
    expect(parse(await createParsers(name), 'mdx', source).problem).not.toBeNull();
  });

  test('are right where the site turns them into its own; places stay', async () => {
    const { tree, problem } = parse(await createParsers(name, true), 'mdx', source);
    expect(problem).toBeNull();
    expect(tree!.children.at(-1)!.position?.start.offset).toBe(source.indexOf('Text.'));
  });
});
