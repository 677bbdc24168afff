import type { SearchField } from './search-field.ts';

/** The search in the header: a button, and a dialog with the field. */
class SearchBox extends HTMLElement {
  readonly #open = this.querySelector<HTMLButtonElement>('button.open')!;
  readonly #dialog = this.querySelector('dialog')!;
  readonly #field = this.querySelector<SearchField>('waymark-search-field')!;

  connectedCallback(): void {
    this.#open.disabled = false;
    this.#open.addEventListener('click', () => this.show());
    this.querySelector('button.close')!.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', ({ target }) => {
      // The backdrop is the dialog itself; a link may lead to this very page.
      if (target === this.#dialog || (target instanceof Element && target.closest('a[href]'))) this.#dialog.close();
    });
    this.#dialog.addEventListener('close', () => document.documentElement.classList.remove('waymark-search-open'));
    document.addEventListener('keydown', (event) => this.#onShortcut(event));
    document.addEventListener('waymark:search', (event) => this.show((event as CustomEvent<string>).detail));
  }

  /** Opens the dialog, with a query where one is given. */
  show(query?: string): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    document.documentElement.classList.add('waymark-search-open');
    this.#field.begin(query);
  }

  #onShortcut(event: KeyboardEvent): void {
    const command = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    if (command && this.#dialog.open) this.#dialog.close();
    else this.show();
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

customElements.define('waymark-search', SearchBox);
