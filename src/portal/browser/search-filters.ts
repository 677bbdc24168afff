import { inWords } from '../words.ts';

/** What the reader narrows the search by: the chosen value of each facet, and the language as `lang`. */
export function filtersIn(field: HTMLElement): Record<string, string> {
  const chosen = selectsIn(field).filter(({ value }) => value !== '');
  return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
}

/**
 * Offers the values of each facet. What the address of the page asked for is chosen once the values are known; a value
 * that is gone, as in another language, is chosen no more.
 */
export function drawFilters(field: HTMLElement, facets: Record<string, string[]>): void {
  const wanted = new URLSearchParams(field.dataset['wanted'] ?? '');
  delete field.dataset['wanted'];
  let changed = false;
  for (const select of selectsIn(field)) {
    const values = select.name === 'lang' ? null : (facets[select.name] ?? []);
    const chosen = wanted.get(select.name) ?? select.value;
    if (values) {
      const [all] = select.options;
      select.replaceChildren(...(all ? [all] : []), ...values.map((value) => new Option(inWords(value), value)));
      select.closest('label')!.hidden = values.length === 0;
    }
    const known = [...select.options].some(({ value }) => value === chosen) ? chosen : '';
    changed ||= wanted.has(select.name) && known !== '';
    select.value = known;
  }
  field.querySelector<HTMLElement>('.filters')!.hidden = selectsIn(field).every((select) => select.closest('label')!.hidden);
  if (changed) selectsIn(field)[0]!.dispatchEvent(new Event('change', { bubbles: true }));
}

function selectsIn(field: HTMLElement): HTMLSelectElement[] {
  return [...field.querySelectorAll<HTMLSelectElement>('.filters select')];
}
