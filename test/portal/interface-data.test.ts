import { expect, test } from 'vitest';
import { interfaceData } from '../../src/portal/interface-data.ts';
import { mapOfFile } from '../../src/product/map-file.ts';
import { map, today } from './own-folder.ts';

test('what the portal shows of the interface: paths that are one, names that went lately, changes of names', () => {
  const { labels, past, changes } = interfaceData(mapOfFile(map), today, false);
  expect(labels['en']).toEqual({
    settings: { path: [], formerly: null },
    'link tracking': { path: ['Settings'], formerly: 'Tracking preferences' },
    'billing & plans': { path: [], formerly: null },
    save: { path: [], formerly: null },
  });
  expect(past['en']).toMatchObject({ 'tracking preferences': 'Link tracking', 'certificate manager': null });
  expect(changes['en']).toEqual([
    { date: today, text: 'Tracking preferences', renamedTo: 'Link tracking', path: ['Settings'] },
    { date: '2021-05-04', text: 'Certificate manager', renamedTo: null, path: [] },
    { date: '2020-03-01', text: 'Subscription & invoices', renamedTo: 'Billing & plans', path: [] },
  ]);
  expect(interfaceData(null, today, true)).toEqual({ labels: {}, past: {}, changes: {}, strict: true });
});
