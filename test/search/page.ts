import type { Frontmatter } from '../../src/content/frontmatter.ts';
import type { Page } from '../../src/content/types.ts';

interface Told {
  title?: string;
  description?: string;
  /** Depth and text. */
  headings?: [number, string][];
  frontmatter?: Frontmatter;
  /** Markdown below the frontmatter; made of the headings when left out. */
  source?: string;
}

/** A page with the facts that search and portal read. */
export function page(path: string, { title = path, description = '', headings = [], frontmatter = {}, source = headings.map(([depth, text]) => `${'#'.repeat(depth)} ${text}\n`).join('\n') }: Told = {}): Page {
  const facts: Pick<Page['facts'], 'title' | 'description' | 'headings' | 'frontmatter' | 'language'> = {
    language: 'en',
    title,
    description,
    frontmatter,
    headings: headings.map(([depth, text]) => ({
      depth,
      text,
      slug: text.toLowerCase().replaceAll(' ', '-'),
      range: { start: 0, end: 0 },
    })),
  };
  const route = `/${path.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, '')}`;
  return { path, route, dialect: 'md', source, facts } as Page;
}
