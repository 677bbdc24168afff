import type { SearchResult, Span } from '../../search/types.ts';

/**
 * Draws results into a listbox: one group a page, with the page and its headings as options. Options are links, so that
 * they open in a new tab like any other.
 */
export function drawResults(list: HTMLElement, results: SearchResult[]): void {
  const option = optionsOf(list);
  list.replaceChildren(
    ...results.map((result) => {
      const page = option(result.address, 'page', drawSpans(result.title));
      if (result.description.length > 0) {
        const description = document.createElement('span');
        description.className = 'description';
        description.append(...drawSpans(result.description));
        page.append(description);
      }
      const title = result.title.map((span) => span.text).join('');
      return group(title, [page, ...result.headings.map((heading) => option(heading.address, 'heading', drawSpans(heading.text)))]);
    }),
  );
}

/**
 * Draws earlier queries as options.
 * @param name of the group
 * @param addressOf the page that shows a query's results
 */
export function drawQueries(list: HTMLElement, name: string, queries: string[], addressOf: (query: string) => string): void {
  const option = optionsOf(list);
  const options = queries.map((query) => {
    const link = option(addressOf(query), 'query', [document.createTextNode(query)]);
    link.dataset['query'] = query;
    return link;
  });
  const head = document.createElement('span');
  head.className = 'head';
  head.ariaHidden = 'true';
  head.textContent = name;
  list.replaceChildren(group(name, [head, ...options]));
}

function optionsOf(list: HTMLElement): (address: string, kind: string, label: Node[]) => HTMLAnchorElement {
  let number = 0;
  return (address, kind, content) => {
    const link = document.createElement('a');
    link.id = `${list.id}-${number++}`;
    link.href = address;
    link.className = kind;
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    const label = document.createElement('span');
    label.className = 'label';
    label.append(...content);
    link.append(label);
    return link;
  };
}

function group(name: string, content: Node[]): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', name);
  element.append(...content);
  return element;
}

function drawSpans(spans: Span[]): Node[] {
  return spans.map(({ text, match }) => {
    if (!match) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
