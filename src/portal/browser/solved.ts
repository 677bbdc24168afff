import type { Feedback } from '../../service/messages.ts';
import { mayAsk, noteAsked } from './asked.ts';
import { newId, sendMessage } from './send.ts';

/** What the question knows: where it sends to, what the page is for, and what it says. */
export interface SolvedSettings {
  endpoint: string | null;
  task: string | null;
  /** Share of readers who are asked whether they would recommend the product. */
  recommend: number;
  messages: Record<'thanks' | 'failed', string>;
}

/** “Was it solved?”: the first answer is sent at once, what the reader adds follows under the same id. */
class Solved extends HTMLElement {
  readonly #settings = JSON.parse(this.dataset['settings'] ?? '{}') as SolvedSettings;
  readonly #form = this.querySelector('form')!;
  readonly #status = this.querySelector<HTMLElement>('[role="status"]')!;
  readonly #id = newId();
  #solved = false;

  connectedCallback(): void {
    this.hidden = false;
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[name="solved"]')) button.addEventListener('click', () => this.#answer(button));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#sendRest();
    });
  }

  #answer(button: HTMLButtonElement): void {
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('button[name="solved"]')];
    for (const each of buttons) {
      each.ariaPressed = String(each === button);
      each.disabled = true;
    }
    this.#solved = button.value === 'yes';
    this.querySelector<HTMLElement>('.unsolved')!.hidden = this.#solved;
    const recommend = this.querySelector<HTMLElement>('.recommend');
    if (recommend) {
      recommend.hidden = !mayAsk(this.#settings.recommend, Date.now(), Math.random());
      if (!recommend.hidden) noteAsked(Date.now());
    }
    this.#form.hidden = this.#solved && this.#settings.endpoint === null;
    this.#say(this.#settings.messages.thanks);
    // The button is off now; the keyboard goes on with what came.
    this.#form.querySelector<HTMLElement>('fieldset:not([hidden]) input, fieldset:not([hidden]) a')?.focus({ preventScroll: true });
    void this.#send({});
  }

  async #sendRest(): Promise<void> {
    const data = new FormData(this.#form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const given: Record<string, string | number> = {};
    for (const name of ['effort', 'satisfaction', 'recommend']) if (text(name) !== '') given[name] = Number(text(name));
    for (const name of ['comment', 'address']) if (text(name) !== '') given[name] = text(name);
    if (!this.#solved && text('reason') !== '') given['reason'] = text('reason');
    const sent = await this.#send(given);
    this.#form.hidden = sent;
    this.#say(sent ? this.#settings.messages.thanks : this.#settings.messages.failed);
  }

  async #send(given: Partial<Feedback>): Promise<boolean> {
    const { endpoint, task } = this.#settings;
    if (endpoint === null) return true;
    const message = { page: location.pathname, locale: document.documentElement.lang, ...(task === null ? {} : { task }), solved: this.#solved, ...given };
    return (await sendMessage(endpoint, 'feedback', message, this.#id)).ok;
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }
}

customElements.define('waymark-solved', Solved);
