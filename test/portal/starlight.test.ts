import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astroConfig, build, BUILD_TIMEOUT_MS, contentConfig, root } from './project.ts';
import { openSite, readEntries } from './site.ts';

const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;

let scratch: string;
beforeAll(() => {
  // Inside the repository, where Node finds the packages; Astro does not build through a linked node_modules.
  mkdirSync(path.join(root, '.astro'), { recursive: true });
  scratch = mkdtempSync(path.join(root, '.astro/site-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('in a Starlight site with its own folder, sidebar and base', () => {
  let folder: string;
  let output: string;
  beforeAll(() => {
    folder = path.join(scratch, 'own-folder');
    mkdirSync(folder);
    const built = build({
      folder,
      files: {
        'astro.config.mjs': astroConfig(`base: '/help',`, `sidebar: [{ label: 'Guides', items: ['guides/https'] }],`),
        'src/content.config.ts': contentConfig('docsLoader()'),
        'src/content/docs/index.md': page('Postwing Help', 'See [HTTPS](/help/guides/https/) and [the plans](./plans.md).'),
        'src/content/docs/guides/https.md': page('HTTPS for links\nformerly: /help/guides/ssl', '## Turn it on\n\nOpen the settings.'),
        'src/content/docs/guides/draft.md': '---\ntitle: Later\ndraft: true\n---\n',
      },
    });
    output = built.output;
    expect(built.status, output).toBe(0);
  }, BUILD_TIMEOUT_MS);

  test('the build prints what the linter finds, and goes through', () => {
    expect(output).toMatch(/index\.md/);
    expect(output).toMatch(/link\/broken/);
    expect(output).toContain('plans.md');
    // One finding: the link with the base in front is right.
    expect(output.match(/link\/broken/g)).toHaveLength(1);
  });

  test('Pagefind is gone, and the index holds the published pages with the base', async () => {
    expect(existsSync(path.join(folder, 'dist/pagefind'))).toBe(false);
    const top = { text: '', anchor: '' };
    expect(await readEntries(path.join(folder, 'dist'))).toEqual([
      { address: '/help/', title: 'Postwing Help', description: '', headings: [top] },
      { address: '/help/guides/https/', title: 'HTTPS for links', description: '', headings: [top, { text: 'Turn it on', anchor: 'turn-it-on' }] },
    ]);
  });

  test('a former address leads to the page', () => {
    expect(readFileSync(path.join(folder, 'dist/guides/ssl/index.html'), 'utf8')).toContain('content="0;url=/help/guides/https/"');
  });

  test('the sidebar stays as the site made it', () => {
    const html = readFileSync(path.join(folder, 'dist/index.html'), 'utf8');
    expect(html).toMatch(/<summary[\s\S]*Guides[\s\S]*<\/summary>/);
    expect(html).not.toContain('aria-current="page"');
  });

  test('the search works under the base', async () => {
    const site = await openSite(path.join(folder, 'dist'), '/help');
    const browserPage = await site.open('/');
    await browserPage.keyboard.press('/');
    await browserPage.keyboard.type('turn on');
    await browserPage.getByRole('option', { name: 'Turn it on' }).click();
    await browserPage.waitForURL('**/help/guides/https/#turn-it-on');
    await site.close();
  });
});

describe('in a site with its pages elsewhere', () => {
  let html: string;
  beforeAll(() => {
    const folder = path.join(scratch, 'other-folder');
    mkdirSync(folder);
    const { output, status } = build({
      folder,
      files: {
        'astro.config.mjs': astroConfig('', '', `{ content: './pages' }`),
        'src/content.config.ts': contentConfig(`glob({ base: './pages', pattern: '**/*.md' })`),
        'pages/index.md': page('Start', 'Welcome.'),
        'pages/guides/https.md': page('HTTPS for links', '## Turn it on\n\n:::note\nIt takes a minute.\n:::'),
      },
    });
    expect(status, output).toBe(0);
    html = readFileSync(path.join(folder, 'dist/guides/https/index.html'), 'utf8');
  }, BUILD_TIMEOUT_MS);

  test('the sidebar is made from the folders', () => {
    expect(html).toMatch(/<summary[\s\S]*Guides[\s\S]*<\/summary>/);
    expect(html).toContain('href="/guides/https/"');
  });

  test('asides and heading anchors are drawn', () => {
    expect(html).toContain('starlight-aside--note');
    expect(html).toContain('class="sl-anchor-link" href="#turn-it-on"');
  });
});
