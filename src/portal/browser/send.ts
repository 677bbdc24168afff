import type { Feedback, Handoff, Miss, Receipt } from '../../service/messages.ts';

interface Messages {
  feedback: Feedback;
  handoff: Handoff;
  miss: Miss;
}

const LONGEST_WAIT_MS = 10_000;

/**
 * Sends a message to the service, once more where the first try had no answer: the id makes that safe.
 * @param endpoint what stands before `/api/…`; empty for this site's own root
 * @param id of the message, where it adds to an earlier one
 */
export async function sendMessage<Kind extends keyof Messages>(endpoint: string, kind: Kind, message: Omit<Messages[Kind], 'id'>, id: string = newId()): Promise<Receipt> {
  const body = JSON.stringify({ id, ...message });
  const post = async (): Promise<Receipt> => {
    // An answer is given last thing before the page is left; it still arrives. (A handoff may be longer than browsers allow for this.)
    const response = await fetch(`${endpoint}/api/${kind}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(LONGEST_WAIT_MS), keepalive: kind === 'feedback' });
    return (await response.json()) as Receipt;
  };
  return post().catch(post).catch((): Receipt => ({ ok: false, error: '' }));
}

/** A random UUID (RFC 9562, version 4), also on pages without TLS, where browsers have no `crypto.randomUUID`. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
