import type { PortalLocale } from '../portal-data.ts';

// A missing address is compared with the titles and addresses, also the former ones, of all pages. What that takes is
// loaded here only.

class Lost extends HTMLElement {
  connectedCallback(): void {
    void this.#suggest();
  }

  async #suggest(): Promise<void> {
    const { pages = '', locales = '[]', base = '/' } = this.dataset;
    const [{ wordsOfAddress }, { drawNearest }] = await Promise.all([import('./nearest.ts'), import('./nearest-list.ts')]);
    const known = JSON.parse(locales) as PortalLocale[];
    const path = location.pathname.slice(base.length);
    const own = known.find(({ folder }) => folder !== '' && path.startsWith(`${folder}/`)) ?? known[0];
    const found = await drawNearest(this.querySelector('ul')!, pages, wordsOfAddress(path), own?.lang ?? '').catch(() => false);
    this.hidden = !found;
  }
}

customElements.define('waymark-lost', Lost);
