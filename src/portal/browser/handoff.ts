import type { Handoff } from '../../service/messages.ts';
import { deviceOf, linesOf, textOf, type Line, type LineTexts } from './handoff-text.ts';
import { readJourney } from './journey.ts';
import { newId, sendMessage } from './send.ts';

/** What the form knows: where it sends to, what it is about, and what it says. */
export interface HandoffSettings {
  endpoint: string | null;
  task: string | null;
  about: string;
  messages: LineTexts & Record<'did' | 'sent' | 'failed' | 'copied', string>;
}

const LONGEST_LINE = 500;
/** As the service takes it. */
const LONGEST_MESSAGE = 5000;

/** A message to a person. What the reader did comes from this tab's memory, and leaves it when the reader sends the form. */
class HandoffForm extends HTMLElement {
  readonly #settings = JSON.parse(this.dataset['settings'] ?? '{}') as HandoffSettings;
  readonly #form = this.querySelector('form')!;
  readonly #did = this.querySelector<HTMLElement>('.did')!;
  readonly #copy = this.querySelector<HTMLElement>('.copy')!;
  readonly #text = this.querySelector<HTMLTextAreaElement>('[name="text"]')!;
  readonly #status = this.querySelector<HTMLElement>('[role="status"]')!;
  /** One for the form: sent twice, it counts once. */
  readonly #id = newId();
  #lines: Line[] = [];

  connectedCallback(): void {
    this.hidden = false;
    const details = this.querySelector('details')!;
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
      this.#field('message')!.value = asked.slice(0, 1000);
      details.open = true;
    }
    this.#drawDid();
    // A reader who opens it has done more since the page came.
    details.addEventListener('toggle', () => details.open && this.#drawDid());
    this.#form.addEventListener('input', ({ target }) => {
      if (target !== this.#text) this.#writeText();
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send();
    });
    this.#copy.querySelector('button')!.addEventListener('click', () => this.#copyText());
  }

  /** Shows each line to be changed or taken out; what the reader changed of a line stays. */
  #drawDid(): void {
    const shown = new Map(this.#lines.map(({ text }, index) => [text, this.#items()[index]!]));
    this.#lines = linesOf(readJourney(), deviceOf(navigator), this.#settings.messages);
    this.#did.replaceChildren(...this.#lines.map(({ text }) => shown.get(text) ?? this.#itemOf(text)));
    this.#writeText();
  }

  #itemOf(text: string): HTMLLIElement {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true, ariaLabel: text });
    const line = Object.assign(document.createElement('input'), { type: 'text', value: text, maxLength: LONGEST_LINE, ariaLabel: this.#settings.messages.did });
    const item = document.createElement('li');
    item.append(box, line);
    return item;
  }

  async #send(): Promise<void> {
    const { endpoint, task, messages } = this.#settings;
    const submit = this.#form.querySelector<HTMLButtonElement>('[type="submit"]');
    if (endpoint === null || !submit) return;
    submit.disabled = true;
    const did: NonNullable<Handoff['did']> = {};
    for (const { line, written } of this.#chosen()) if (written === line.text) line.addTo(did);
    const optional = Object.fromEntries((['plan', 'severity', 'channel', 'address'] as const).map((name) => [name, this.#field(name)?.value.trim() ?? '']).filter(([, value]) => value !== ''));
    const message = { page: location.pathname, locale: document.documentElement.lang, ...(task === null ? {} : { task }), ...optional, message: this.#message(), did, consent: true as const };
    const receipt = await sendMessage(endpoint, 'handoff', message, this.#id);
    submit.disabled = receipt.ok;
    this.#form.hidden = receipt.ok;
    this.#status.textContent = receipt.ok ? messages.sent : `${receipt.error} ${messages.failed}`.trim();
    if (receipt.ok) return;
    // What was written is not lost: it can go another way.
    this.#writeText();
    this.#copy.hidden = false;
  }

  /** What the reader wrote; a line that was changed is the reader’s own word too. */
  #message(): string {
    const { about, messages } = this.#settings;
    const changed = this.#chosen().flatMap(({ line, written }) => (written === line.text || written === '' ? [] : [written]));
    return textOf(about, this.#field('message')!.value, [], messages.did, changed).slice(0, LONGEST_MESSAGE);
  }

  #writeText(): void {
    const choices = [...this.#form.querySelectorAll('select')].filter(({ value }) => value !== '').map((select) => `${select.labels[0]?.querySelector('span')?.textContent}: ${select.selectedOptions[0]?.textContent}`);
    this.#text.value = textOf(this.#settings.about, this.#field('message')!.value, choices, this.#settings.messages.did, this.#chosen().map(({ written }) => written));
  }

  async #copyText(): Promise<void> {
    this.#text.select();
    try {
      await navigator.clipboard.writeText(this.#text.value);
      this.#status.textContent = this.#settings.messages.copied;
    } catch {
      // Without the right to write the clipboard the text is selected, and the keys for copying work.
    }
  }

  #chosen(): { line: Line; written: string }[] {
    const items = this.#items();
    return this.#lines.flatMap((line, index) => {
      const [box, text] = items[index]!.querySelectorAll('input');
      return box!.checked ? [{ line, written: text!.value.trim() }] : [];
    });
  }

  #items(): HTMLLIElement[] {
    return [...this.#did.querySelectorAll('li')];
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null {
    return this.#form.querySelector(`[name="${name}"]`);
  }
}

customElements.define('waymark-handoff', HandoffForm);
