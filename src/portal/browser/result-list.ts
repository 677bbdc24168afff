import type { SearchResult, Span } from '../../search/types.ts';

/**
 * Draws results into a listbox: one group a page, with the page and its headings as options. Options are links, so that
 * they open in a new tab like any other.
 */
export function drawResults(list: HTMLElement, results: SearchResult[]): void {
  let number = 0;
  const option = (address: string, kind: 'page' | 'heading', spans: Span[]): HTMLAnchorElement => {
    const link = document.createElement('a');
    link.id = `${list.id}-${number++}`;
    link.href = address;
    link.className = kind;
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    const label = document.createElement('span');
    label.className = 'label';
    label.append(...drawSpans(spans));
    link.append(label);
    return link;
  };

  list.replaceChildren(
    ...results.map((result) => {
      const group = document.createElement('div');
      group.setAttribute('role', 'group');
      const page = option(result.address, 'page', result.title);
      if (result.description.length > 0) {
        const description = document.createElement('span');
        description.className = 'description';
        description.append(...drawSpans(result.description));
        page.append(description);
      }
      group.setAttribute('aria-label', result.title.map((span) => span.text).join(''));
      group.append(page, ...result.headings.map((heading) => option(heading.address, 'heading', heading.text)));
      return group;
    }),
  );
}

function drawSpans(spans: Span[]): Node[] {
  return spans.map(({ text, match }) => {
    if (!match) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
