import type { Page } from '../content/types.ts';

/**
 * How a fragment fits a page:
 * `whole` there is no fragment, or one that means the page or a part that needs no id (`#top`, `#:~:text=`);
 * `exact` an id of the page;
 * `letters` an id in other letter case;
 * `otherSlug` a heading of the page, by the slug rules of another generator;
 * `open` not found, on a page whose components or includes may bring ids of their own;
 * `missing` not found.
 */
export type AnchorMatch = 'whole' | 'exact' | 'letters' | 'otherSlug' | 'open' | 'missing';

/** Fragments that need no id: top of page, text fragments, lines of a file, and state kept by single-page applications. */
const needsNoId = /^(?:$|top$|:~:|L\d+|[!/?])|=|:~:text/i;

/** Finds the fragment of a link among the anchors of the page that it leads to. */
export function findAnchor(page: Page, anchor: string): AnchorMatch {
  if (needsNoId.test(anchor)) return 'whole';
  const index = indexOf(page);
  if (index.exact.has(anchor)) return 'exact';
  if (index.letters.has(anchor.toLowerCase())) return 'letters';
  if (index.loose.has(looseSlug(anchor))) return 'otherSlug';
  return index.open ? 'open' : 'missing';
}

interface AnchorIndex {
  exact: ReadonlySet<string>;
  letters: ReadonlySet<string>;
  loose: ReadonlySet<string>;
  open: boolean;
}

const indexes = new WeakMap<Page, AnchorIndex>();

function indexOf(page: Page): AnchorIndex {
  let index = indexes.get(page);
  if (!index) {
    const { anchors, headings } = page.facts;
    index = {
      exact: new Set(anchors),
      letters: new Set(anchors.map((anchor) => anchor.toLowerCase())),
      loose: new Set([...anchors, ...headings.map(({ text }) => text)].map(looseSlug)),
      open: mayBringAnchors(page),
    };
    indexes.set(page, index);
  }
  return index;
}

/** What all slug rules agree on: letters and digits, accents taken off. A number that tells duplicates apart stays. */
function looseSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Components, includes and templates that may render headings of their own: `<ApiReference />`, `{props.children}`, `--8<--`, `{% include %}`, `:::include`. */
const bringsContent = /<[A-Z][\w.]*|^\s*\{[^}\n]+\}\s*$|\{%|\{\{|--8<--|^!!!?\s*include|@include|<!--\s*(?:@?include|snippet)/m;

function mayBringAnchors({ source, facts }: Page): boolean {
  return facts.text.includes.length > 0 || bringsContent.test(source);
}
