import type { FactView } from './product-view.ts';

/** Limits and prices beside each other: one row for each thing, one column for each plan. */
export interface PlanTable {
  /** Plans, in the order of the file of facts; the empty one stands for all plans. */
  plans: string[];
  rows: { name: string; cells: (FactView | null)[] }[];
}

/** The table of a product's limits and prices; it has no rows where there are none. */
export function planTable(facts: Record<string, FactView>): PlanTable {
  const shown = Object.entries(facts).filter(([, { kind }]) => kind === 'limit' || kind === 'price');
  const plans = [...new Set(shown.map(([, { scope }]) => scope))];
  const rows = new Map<string, (FactView | null)[]>();
  for (const [id, fact] of shown) {
    const column = plans.indexOf(fact.scope);
    const name = `${fact.name}${fact.per === '' ? '' : ` / ${fact.per}`}`;
    // Two facts of one plan and one name are two things; the id tells them apart.
    const key = rows.get(name)?.[column] ? id : name;
    const cells = rows.get(key) ?? plans.map(() => null);
    cells[column] = fact;
    rows.set(key, cells);
  }
  return { plans, rows: [...rows].map(([name, cells]) => ({ name, cells })) };
}
