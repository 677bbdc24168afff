import { describe, expect, test } from 'vitest';
import { createParsers, parse } from '../../src/content/parse.ts';

describe.each(['satteri', 'remark'] as const)('formulas in MDX, read by %s', async (name) => {
  const parsers = await createParsers(name);

  test('are no expressions', () => {
    expect(parse(parsers, 'mdx', 'The mean is $\\overline{X}_{test}$.\n\n$$\n\\frac{a}{b} < c\n$$\n').problem).toBeNull();
  });

  test('do not hide what is wrong beside them', () => {
    expect(parse(parsers, 'mdx', 'The mean is $\\overline{X}$.\n\n<Steps>\n').problem).not.toBeNull();
  });

  test('are not seen in prices', () => {
    expect(parse(parsers, 'mdx', 'From $5 {to the price of $6.\n').problem).not.toBeNull();
  });
});
