import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

const korean = '# 계정\n\n계정 설정을 변경하려면 메뉴를 열고 저장 버튼을 클릭하세요.\n';

test('pages in a language without a lexicon are told of once', async () => {
  const { notices } = await lint({ root: writeTree({ 'a.md': korean, 'b.md': korean, 'c.md': '# Keys\n\nOpen the settings, and create a key for the account.\n' }) });
  expect(notices.filter((notice) => notice.includes('language'))).toEqual([expect.stringMatching(/^2 pages \(a\.md is the first\) are in a language that Waymark has no words of: /)]);
});

test('where there are none, nothing is said', async () => {
  const { notices } = await lint({ root: writeTree({ 'c.md': '# Keys\n\nOpen the settings, and create a key for the account.\n' }) });
  expect(notices.join()).not.toContain('language');
});

test('a page in two languages is read as the one that it has most of, and a contact in the other is not taken for anything', async () => {
  const german = 'Öffnen Sie die Einstellungen und schalten Sie die Funktion für Ihr Konto ein. '.repeat(6);
  const root = writeTree({ 'a.md': `# Konto\n\n${german}\n\nTo enable SSL on tracked links, contact support.\n\nUm das Konto zu löschen, kontaktieren Sie den Support.\n` });
  const { findings } = await lint({ root });
  expect(findings.filter(({ rule }) => rule === 'help/dead-end').map(({ subject }) => subject)).toEqual(['delete: konto']);
});

test('letters that only look like others, and those that nobody sees, hide no contact', async () => {
  const root = writeTree({
    'a.md': '# SSL\n\nTo enable SSL on tracked links, con\u200Btact support.\n',
    'b.md': '# Limits\n\nTo raise the limit, \u0441ontact support.\n',
  });
  const { findings } = await lint({ root });
  expect(findings.filter(({ rule }) => rule.startsWith('help/')).map(({ path }) => path)).toEqual(['a.md', 'b.md']);
});
