import type { SearchAnswer } from '../../search/types.ts';
import { drawQueries, drawResults } from './result-list.ts';
import { noteSearch, readJourney } from './journey.ts';
import { searchClient } from './search-client.ts';
import { drawFilters, filtersIn } from './search-filters.ts';
import { sendMessage } from './send.ts';

/** What the field knows: where things are, and what it says, with `{pages}`, `{query}`, `{typed}` and `{used}` to be filled in. */
export interface FieldSettings {
  /** Where it stands: in the header’s dialog, on a page of its own, or among other things on a page. */
  place: 'dialog' | 'page' | 'inline';
  /** Language tag of each index, and its address; the first is the page’s own. */
  indexes: { lang: string; index: string }[];
  /** File that names every page, for queries that find none. */
  pageList: string;
  /** Addresses of the page of results and of the page to ask a person at (empty: none); the query is put behind. */
  searchPage: string;
  contactPage: string;
  endpoint: string | null;
  messages: Record<'start' | 'loading' | 'failed' | 'one' | 'many' | 'none' | 'instead' | 'recent' | 'reported', string>;
}

const PAGES_IN_BOX = 8;
const PAGES_ON_PAGE = 30;
const RECENT_SHOWN = 5;
/** A query that stands this long was meant, and not only passed through. */
const MEANT_MS = 1500;

/** A search field with its results: a combobox as the ARIA Authoring Practices describe it. */
export class SearchField extends HTMLElement {
  readonly #settings = JSON.parse(this.dataset['settings'] ?? '{}') as FieldSettings;
  readonly #input = this.querySelector('input')!;
  readonly #list = this.querySelector<HTMLElement>('[role="listbox"]')!;
  readonly #none = this.querySelector<HTMLElement>('.none')!;
  readonly #all = this.querySelector<HTMLAnchorElement>('a.all')!;
  readonly #status = this.querySelector<HTMLElement>('[role="status"]')!;
  readonly #search = searchClient();
  /** Done when the answer to what was typed last is drawn, or was of no use any more. */
  #answer = Promise.resolve();
  /** Whether the worker has the index: the first answer may take a while. */
  #answered = false;
  /** Position of the option that Enter opens. */
  #active = 0;
  /** Whether the reader has gone into the list: Home and End then belong to it, and not to the text. */
  #inList = false;
  #meant: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#input.addEventListener('input', () => this.#ask());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.form!.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#ask();
    });
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
      const { query } = option?.dataset ?? {};
      if (query === undefined) {
        if (option) noteSearch(this.#query());
        return;
      }
      event.preventDefault();
      this.begin(query);
    });
    this.#none.querySelector('button')?.addEventListener('click', ({ currentTarget }) => this.#report(currentTarget as HTMLButtonElement));
    if (this.#settings.place !== 'page') return;
    const asked = new URLSearchParams(location.search);
    this.dataset['wanted'] = asked.toString();
    this.begin(asked.get('q') ?? '');
  }

  /** Takes the focus, with a query where one is given. */
  begin(query?: string): void {
    if (query !== undefined) this.#input.value = query;
    this.#input.focus();
    this.#input.select();
    this.#ask();
  }

  #query(): string {
    return this.#input.value.trim();
  }

  #ask(): void {
    this.#answer = this.#update();
  }

  #onKey(event: KeyboardEvent): void {
    // While an input method composes a character, its keys are its own.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves = ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) || (this.#inList && !event.shiftKey && ['Home', 'End'].includes(event.key));
    if (moves) {
      event.preventDefault();
      // What was typed last may still be on its way: keys belong to its answer.
      void this.#answer.then(() => this.#move(event.key));
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      this.#inList = false;
    } else if (event.key === 'Escape' && this.#settings.place !== 'dialog') {
      this.begin('');
    }
  }

  #move(key: string): void {
    const options = this.#options();
    if (options.length === 0) return;
    if (key === 'Enter') return options[this.#active]?.click();
    const last = options.length - 1;
    this.#inList = true;
    if (key === 'ArrowDown') this.#activate(this.#active === last ? 0 : this.#active + 1);
    else if (key === 'ArrowUp') this.#activate(this.#active === 0 ? last : this.#active - 1);
    else this.#activate(key === 'Home' ? 0 : last);
  }

  async #update(): Promise<void> {
    this.#inList = false;
    clearTimeout(this.#meant);
    const query = this.#query();
    const { place, indexes, messages } = this.#settings;
    const { lang, ...filters } = filtersIn(this);
    const { index } = indexes.find((each) => each.lang === lang) ?? indexes[0]!;
    this.#list.ariaBusy = 'true';
    if (!this.#answered) this.#say(messages.loading);
    try {
      const answer = await this.#search(index, query, { filters, limit: place === 'page' ? PAGES_ON_PAGE : PAGES_IN_BOX });
      if (!answer) return;
      this.#answered = true;
      this.#draw(query, answer);
      if (query !== '') this.#meant = setTimeout(() => noteSearch(query), MEANT_MS);
    } catch {
      this.#answered = false;
      this.#list.ariaBusy = 'false';
      this.#say(messages.failed);
    }
  }

  #draw(query: string, { results, corrections, facets }: SearchAnswer): void {
    const { place, searchPage, messages } = this.#settings;
    drawFilters(this, facets);
    const address = addressWith(searchPage, { q: query, ...filtersIn(this) });
    if (place === 'page') history.replaceState(history.state, '', address);
    else this.#all.href = address;
    const recent = query === '' ? readJourney().searches.toReversed().slice(0, RECENT_SHOWN) : [];
    if (recent.length > 0) drawQueries(this.#list, messages.recent, recent, (other) => addressWith(searchPage, { q: other }));
    else drawResults(this.#list, results);
    this.#list.ariaBusy = 'false';
    const isEmpty = results.length + recent.length === 0;
    this.#list.hidden = isEmpty;
    this.#all.hidden = place === 'page' || results.length === 0;
    this.#none.hidden = query === '' || results.length > 0;
    this.#input.setAttribute('aria-expanded', String(!isEmpty));
    this.#activate(0);
    if (query === '') return this.#say(messages.start);
    if (results.length === 0) return this.#drawNone(query);
    const notes = corrections.map(({ typed, used }) => messages.instead.replace('{typed}', () => typed).replace('{used}', () => used));
    this.#say([...notes, results.length === 1 ? messages.one : messages.many.replace('{pages}', String(results.length))].join(' '));
  }

  /** What may help where no page answers: pages whose titles come nearest, a person who is told what was searched for. */
  #drawNone(query: string): void {
    const { contactPage, pageList, messages } = this.#settings;
    this.#say(messages.none.replace('{query}', () => query));
    const contact = this.#none.querySelector<HTMLAnchorElement>('a.contact');
    if (contact) contact.href = addressWith(contactPage, { q: query });
    const report = this.#none.querySelector('button');
    if (report) report.disabled = false;
    const nearest = this.#none.querySelector<HTMLElement>('.nearest')!;
    nearest.hidden = true;
    void import('./nearest-list.ts').then(async ({ drawNearest }) => {
      const found = await drawNearest(nearest.querySelector('ul')!, pageList, query, document.documentElement.lang);
      if (query === this.#query()) nearest.hidden = !found;
    });
  }

  /** Tells the writers what was not found, when the reader wants that. */
  async #report(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    const query = this.#query().slice(0, 200);
    const { ok } = await sendMessage(this.#settings.endpoint ?? '', 'miss', { locale: document.documentElement.lang, query, page: location.pathname, results: 0 });
    this.#say(ok ? this.#settings.messages.reported : this.#settings.messages.failed);
  }

  #activate(position: number): void {
    const options = this.#options();
    this.#active = position;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === position));
    const active = options[position];
    if (!active) return this.#input.removeAttribute('aria-activedescendant');
    this.#input.setAttribute('aria-activedescendant', active.id);
    // The list of a page is as long as the page, which must not jump while one types.
    if (this.#inList || this.#settings.place !== 'page') active.scrollIntoView({ block: 'nearest' });
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }
}

function addressWith(page: string, values: Record<string, string>): string {
  const given = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return given.size === 0 ? page : `${page}?${given}`;
}

customElements.define('waymark-search-field', SearchField);
