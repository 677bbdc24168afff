import type { Search } from '../../search/query.ts';
import type { SearchIndex } from '../../search/types.ts';
import { drawResults } from './result-list.ts';

/** What the box says, with `{pages}` and `{query}` to be filled in. */
interface Messages {
  start: string;
  loading: string;
  failed: string;
  one: string;
  many: string;
  none: string;
}

const PAGES_SHOWN = 8;

/** The search of the portal: a button, and a dialog with a combobox as the ARIA Authoring Practices describe it. */
class SearchBox extends HTMLElement {
  readonly #open = this.#find('button.open', HTMLButtonElement);
  readonly #dialog = this.#find('dialog', HTMLDialogElement);
  readonly #input = this.#find('input', HTMLInputElement);
  readonly #list = this.#find('[role="listbox"]', HTMLElement);
  readonly #none = this.#find('.none', HTMLElement);
  readonly #status = this.#find('[role="status"]', HTMLElement);
  readonly #messages = JSON.parse(this.dataset['messages'] ?? '{}') as Messages;
  #search: Promise<Search> | null = null;
  /** Position of the option that Enter opens. */
  #active = 0;
  /** Whether the reader has gone into the list: Home and End then belong to it, and not to the text. */
  #inList = false;

  connectedCallback(): void {
    this.#open.disabled = false;
    this.#open.addEventListener('click', () => this.show());
    this.#input.addEventListener('input', () => void this.#update());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.form?.addEventListener('submit', (event) => {
      if (event.submitter?.getAttribute('value') !== 'close') event.preventDefault();
    });
    this.#dialog.addEventListener('click', ({ target }) => {
      // The backdrop is the dialog itself; a link may lead to this very page.
      if (target === this.#dialog || (target instanceof Element && target.closest('a'))) this.#dialog.close();
    });
    this.#dialog.addEventListener('close', () => document.documentElement.classList.remove('waymark-search-open'));
    document.addEventListener('keydown', (event) => this.#onShortcut(event));
    document.addEventListener('waymark:search', (event) => this.show((event as CustomEvent<string>).detail));
  }

  /** Opens the dialog, with a query where one is given. */
  show(query?: string): void {
    if (query !== undefined) this.#input.value = query;
    if (!this.#dialog.open) this.#dialog.showModal();
    document.documentElement.classList.add('waymark-search-open');
    this.#input.focus();
    this.#input.select();
    void this.#update();
  }

  #onShortcut(event: KeyboardEvent): void {
    const command = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    if (command && this.#dialog.open) this.#dialog.close();
    else this.show();
  }

  #onKey(event: KeyboardEvent): void {
    const options = this.#options();
    // While an input method composes a character, its keys are its own.
    if (options.length === 0 || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = options.length - 1;
    const target: Record<string, number | undefined> = {
      ArrowDown: this.#active === last ? 0 : this.#active + 1,
      ArrowUp: this.#active === 0 ? last : this.#active - 1,
      Home: this.#inList && !event.shiftKey ? 0 : undefined,
      End: this.#inList && !event.shiftKey ? last : undefined,
    };
    const next = target[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.#inList = true;
      this.#activate(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      options[this.#active]?.click();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      this.#inList = false;
    }
  }

  async #update(): Promise<void> {
    this.#inList = false;
    let search: Search;
    try {
      if (!this.#search) this.#say(this.#messages.loading);
      search = await (this.#search ??= loadSearch(this.dataset['index'] ?? ''));
    } catch {
      this.#search = null; // The next letter tries again.
      this.#say(this.#messages.failed);
      return;
    }
    const query = this.#input.value.trim();
    const results = query === '' ? [] : search(query, PAGES_SHOWN);
    drawResults(this.#list, results);
    this.#list.hidden = results.length === 0;
    this.#none.hidden = query === '' || results.length > 0;
    this.#input.setAttribute('aria-expanded', String(results.length > 0));
    this.#activate(0);
    if (query === '') this.#say(this.#messages.start);
    else if (results.length === 0) this.#say(this.#messages.none.replace('{query}', () => query));
    else if (results.length === 1) this.#say(this.#messages.one);
    else this.#say(this.#messages.many.replace('{pages}', String(results.length)));
  }

  #activate(position: number): void {
    const options = this.#options();
    this.#active = position;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === position));
    const active = options[position];
    if (!active) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    this.#input.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  #find<T extends Element>(selector: string, type: { new (): T }): T {
    const element = this.querySelector(selector);
    if (!(element instanceof type)) throw new Error(`waymark-search has no ${selector}`);
    return element;
  }
}

/** Loads engine and index; both only when the search is opened for the first time. */
async function loadSearch(address: string): Promise<Search> {
  const [{ createSearch }, response] = await Promise.all([import('../../search/query.ts'), fetch(address)]);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return createSearch((await response.json()) as SearchIndex);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

customElements.define('waymark-search', SearchBox);
