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

  #drawDid(): void {
    const kept = new Map(this.#lines.map(({ text }, index) => [text, this.#boxes()[index]?.checked ?? true]));
    this.#lines = linesOf(readJourney(), deviceOf(navigator), this.#settings.messages);
    this.#did.replaceChildren(
      ...this.#lines.map(({ text }) => {
        const box = document.createElement('input');
        box.type = 'checkbox';
        box.checked = kept.get(text) ?? true;
        const label = document.createElement('label');
        label.append(box, ' ', Object.assign(document.createElement('span'), { textContent: text }));
        const item = document.createElement('li');
        item.append(label);
        return item;
      }),
    );
    this.#writeText();
  }

  async #send(): Promise<void> {
    const { endpoint, task, messages } = this.#settings;
    const submit = this.#form.querySelector<HTMLButtonElement>('[type="submit"]');
    if (endpoint === null || !submit) return;
    submit.disabled = true;
    const did: NonNullable<Handoff['did']> = {};
    for (const { addTo } of this.#chosen()) addTo(did);
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

  #message(): string {
    const { about } = this.#settings;
    const written = this.#field('message')!.value.trim();
    return about === '' ? written : `${about}\n\n${written}`;
  }

  #writeText(): void {
    const choices = [...this.#form.querySelectorAll('select')].filter(({ value }) => value !== '').map((select) => `${select.labels[0]?.querySelector('span')?.textContent}: ${select.selectedOptions[0]?.textContent}`);
    this.#text.value = textOf(this.#settings.about, this.#field('message')!.value, choices, this.#settings.messages.did, this.#chosen().map(({ text }) => text));
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

  #chosen(): Line[] {
    const boxes = this.#boxes();
    return this.#lines.filter((_, index) => boxes[index]?.checked);
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#did.querySelectorAll('input')];
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null {
    return this.#form.querySelector(`[name="${name}"]`);
  }
}

customElements.define('waymark-handoff', HandoffForm);
