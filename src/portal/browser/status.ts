// The state of the service in a line, from a JSON endpoint or file. What cannot be had is not shown: a status that
// hangs or fails is no reason to hold the reader up.

import { statusOf, type ServiceStatus } from './service-status.ts';

const key = 'waymark:status';
const LONGEST_WAIT_MS = 4000;
/** An answer of this visit that is younger is not asked for again. */
const FRESH_MS = 60_000;

class StatusLine extends HTMLElement {
  connectedCallback(): void {
    const known = remembered();
    if (known) this.#draw(known);
    if (known && Date.now() - known.checked < FRESH_MS) return;
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const response = await fetch(this.dataset['source']!, { signal: AbortSignal.timeout(LONGEST_WAIT_MS), credentials: 'omit' });
      const status = response.ok ? statusOf(await response.json(), Date.now()) : null;
      if (!status) return;
      this.#draw(status);
      sessionStorage.setItem(key, JSON.stringify(status));
    } catch {
      // What was known stays, with the time at which it was checked.
    }
  }

  #draw({ text, state, checked }: ServiceStatus): void {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' }).format(checked);
    this.querySelector('.text')!.textContent = text;
    this.querySelector('.checked')!.textContent = (this.dataset['checked'] ?? '').replace('{time}', time);
    this.dataset['state'] = state;
    this.hidden = false;
  }
}

function remembered(): ServiceStatus | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as ServiceStatus | null;
  } catch {
    return null;
  }
}

customElements.define('waymark-status', StatusLine);
