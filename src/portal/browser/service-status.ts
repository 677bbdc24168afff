/** `{ "text", "state" }`, or what Statuspage and its like answer at `/api/v2/status.json`. */
interface Told {
  text?: unknown;
  state?: unknown;
  status?: { description?: unknown; indicator?: unknown };
}

/** A state that was told, and when (milliseconds). */
export interface ServiceStatus {
  text: string;
  state: 'ok' | 'trouble';
  checked: number;
}

const longestText = 200;

/** Reads what an endpoint tells; null for anything else. */
export function statusOf(told: unknown, checked: number): ServiceStatus | null {
  if (typeof told !== 'object' || told === null) return null;
  const { text, state, status } = told as Told;
  const shown = text ?? status?.description;
  if (typeof shown !== 'string' || shown.trim() === '') return null;
  const isFine = ['ok', 'up', 'none', 'operational'].includes(String(state ?? status?.indicator ?? 'ok').toLowerCase());
  return { text: shown.trim().slice(0, longestText), state: isFine ? 'ok' : 'trouble', checked };
}
