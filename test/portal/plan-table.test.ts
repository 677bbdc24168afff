import { describe, expect, test } from 'vitest';
import { changesIn, changeText } from '../../src/portal/changes.ts';
import { planTable } from '../../src/portal/plan-table.ts';
import { productViews } from '../../src/portal/product-view.ts';
import { texts } from '../../src/portal/texts.ts';
import { parseFacts } from '../../src/product/facts.ts';
import type { Product } from '../../src/product/types.ts';

const facts = parseFacts(
  `facts:
  growth-price: { kind: price, value: 25, unit: USD, per: month, scope: Growth, formerly: [18, 20], changed: 2026-09-01 }
  scale-price: { kind: price, value: 180, unit: USD, per: month, scope: Scale }
  growth-domains: { kind: limit, value: 5000, unit: sending domains, scope: Growth, warn: 4000, formerly: [3], changed: 2026-06-15 }
  extra-ip: { kind: price, value: 30, unit: USD }
  release: { kind: version, value: '2.4', formerly: ['2.3'], changed: 2026-10-01 }
`,
  'product/facts.yaml',
);
const site = { registered: [], product: { facts, selfServe: null } as Partial<Product> as Product };
const view = productViews(site, { '': 'en' }, { folders: [], fallback: '' }, { base: '/', trailingSlash: 'ignore', build: { format: 'directory' } })['en']!;

test('limits and prices stand beside each other, plan by plan', () => {
  const { plans, rows } = planTable(view.facts);
  expect(plans).toEqual(['Growth', 'Scale', '']);
  expect(rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.value ?? null)])).toEqual([
    ['Price / month', '$25', '$180', null],
    ['Sending domains', '5,000', null, null],
    ['Extra ip', null, null, '$30'],
  ]);
});

describe('what changed', () => {
  const labels = { changes: { en: [{ date: '2026-08-01', text: 'Tracking', renamedTo: 'Link tracking', path: ['Settings'] }, { date: '2020-01-01', text: 'Old', renamedTo: null, path: [] }] } };
  const t = (key: keyof typeof texts.en, values: Record<string, string>) => texts.en[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

  test('of interface, limits and prices, the latest first', () => {
    expect(changesIn(labels, view, 'en').map((change) => `${change.date} ${changeText(change, t)}`)).toEqual([
      '2026-09-01 Price (Growth): $25, before $20',
      '2026-08-01 “Tracking” is now “Settings › Link tracking”',
      '2026-06-15 Sending domains (Growth): 5,000, before 3',
      '2020-01-01 “Old” is gone.',
    ]);
  });
});
