import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint } from '../../../src/engine/run.ts';
import { sharedRuns } from '../../../src/site/passages/runs.ts';
import { writeTree } from '../../content/tree.ts';
import { page } from '../tasks/pages.ts';

/** Words that no other call with another name gives. */
const text = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
const copied = text('copied', 60);

async function passagesOf(files: Record<string, string>) {
  const { findings, hints } = await lint({ root: writeTree(files), config: { folder: '.' } });
  return [...findings, ...hints].filter(({ rule }) => rule === 'topic/copied-passage');
}

const pageWith = (title: string, ...parts: string[]) => `---\ntitle: ${title}\n---\n\n${parts.join('\n\n')}\n`;

describe('runs', () => {
  test('are the longest that two pages share', () => {
    const pages = [page('a.md', `${text('a', 30)} ${copied} ${text('b', 30)}`), page('b.md', `${copied} ${text('c', 5)}`)];
    expect(sharedRuns(pages)).toEqual([{ a: 0, b: 1, startA: 30, startB: 0, length: 60 }]);
  });

  test('are found wherever the passage stands', () => {
    const around = fc.nat({ max: 120 });
    fc.assert(
      fc.property(around, around, around, (before, after, other) => {
        const pages = [page('a.md', `${text('a', before)} ${copied} ${text('b', after)}`), page('b.md', `${text('c', other)} ${copied}`)];
        expect(sharedRuns(pages)).toEqual([{ a: 0, b: 1, startA: before, startB: other, length: 60 }]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a finding', () => {
  const tree = {
    'alpha.md': pageWith('Alpha', text('a', 90), copied),
    'bravo.md': pageWith('Bravo', copied, text('b', 90)),
    'charlie.md': pageWith('Charlie', text('c', 70), copied, text('d', 40)),
  };

  test('is one for a passage, with all its places', async () => {
    const found = await passagesOf(tree);
    expect(found).toHaveLength(1);
    expect(found[0]!.members.map(({ path, line }) => `${path}:${line}`)).toEqual(['alpha.md:7', 'bravo.md:5', 'charlie.md:7']);
  });

  test('keeps its identity when text moves, a file is renamed and a page joins', async () => {
    const [before] = await passagesOf(tree);
    const [after] = await passagesOf({
      'alpha.md': pageWith('Alpha', copied, text('a', 90)),
      'delta.md': pageWith('Delta', text('e', 80), copied),
      'renamed.md': tree['bravo.md'],
      'charlie.md': tree['charlie.md'],
    });
    expect(after!.fingerprint).toBe(before!.fingerprint);
    expect(after!.members).toHaveLength(4);
  });
});

test('the same words on many pages are one finding, in time that grows with the pages', async () => {
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`p${index}.md`, pageWith(`Page ${text(`t${index}x`, 2)}`, text(`w${index}x`, 90), copied)]));
  const found = await passagesOf(files);
  expect(found).toHaveLength(1);
  expect(found[0]!.message).toContain('400 pages');
});

test('pages without words, with one, of code or of a table alone, and in other scripts, are read', async () => {
  const chinese = '为了启用跟踪链接的加密请在设置中打开域名页面然后选择您的域名并点击启用按钮接着等待几分钟直到证书签发完成最后刷新页面查看状态如果失败请重试';
  const found = await passagesOf({
    'empty.md': '',
    'one.md': 'Word',
    'code.md': `\`\`\`sh\n${copied}\n\`\`\`\n`,
    'table.md': '| a | b |\n| - | - |\n| c | d |\n',
    'zh-one.md': pageWith('跟踪链接', `首先阅读以下说明。${chinese}`, '更多内容请参阅本章节其余部分的详细介绍与各项参数说明以及常见问题解答列表文档'.repeat(3)),
    'zh-two.md': pageWith('域名设置', chinese, '不同的页面拥有自己的文字和主题因此它们不应该被当作彼此的副本来看待与处理'.repeat(3)),
    'arabic.md': pageWith('مساعدة', 'نص من اليمين إلى اليسار'),
  });
  expect(found.map(({ members }) => members.map((member) => member.path))).toEqual([['zh-one.md', 'zh-two.md']]);
});
