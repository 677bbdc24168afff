import type { SearchAnswer } from '../../search/types.ts';
import { drawResults } from './result-list.ts';
import { searchClient } from './search-client.ts';

/** What the box says, with `{pages}`, `{query}`, `{typed}` and `{used}` to be filled in. */
interface Messages {
  start: string;
  loading: string;
  failed: string;
  one: string;
  many: string;
  none: string;
  instead: string;
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
  readonly #search = searchClient(this.dataset['index'] ?? '');
  /** Done when the answer to what was typed last is drawn, or was of no use any more. */
  #answer = Promise.resolve();
  /** Whether the worker has the index: the first answer may take a while. */
  #answered = false;
  /** Position of the option that Enter opens. */
  #active = 0;
  /** Whether the reader has gone into the list: Home and End then belong to it, and not to the text. */
  #inList = false;

  connectedCallback(): void {
    this.#open.disabled = false;
    this.#open.addEventListener('click', () => this.show());
    this.#input.addEventListener('input', () => (this.#answer = this.#update()));
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
    this.#answer = this.#update();
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
    // While an input method composes a character, its keys are its own.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves = ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) || (this.#inList && !event.shiftKey && ['Home', 'End'].includes(event.key));
    if (moves) {
      event.preventDefault();
      // What was typed last may still be on its way: keys belong to its answer.
      void this.#answer.then(() => this.#move(event.key));
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      this.#inList = false;
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
    const query = this.#input.value.trim();
    this.#list.ariaBusy = 'true';
    if (!this.#answered) this.#say(this.#messages.loading);
    try {
      const answer = await this.#search(query, PAGES_SHOWN);
      if (!answer) return;
      this.#answered = true;
      this.#draw(query, answer);
    } catch {
      this.#answered = false;
      this.#list.ariaBusy = 'false';
      this.#say(this.#messages.failed);
    }
  }

  #draw(query: string, { results, corrections }: SearchAnswer): void {
    drawResults(this.#list, results);
    this.#list.ariaBusy = 'false';
    this.#list.hidden = results.length === 0;
    this.#none.hidden = query === '' || results.length > 0;
    this.#input.setAttribute('aria-expanded', String(results.length > 0));
    this.#activate(0);
    const { start, none, one, many, instead } = this.#messages;
    if (query === '') return this.#say(start);
    if (results.length === 0) return this.#say(none.replace('{query}', () => query));
    const notes = corrections.map(({ typed, used }) => instead.replace('{typed}', () => typed).replace('{used}', () => used));
    this.#say([...notes, results.length === 1 ? one : many.replace('{pages}', String(results.length))].join(' '));
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

customElements.define('waymark-search', SearchBox);
