import { isIP, isIPv6 } from 'node:net';

/**
 * Whom a request counts for.
 * @param socket address of the other end of the connection
 * @param header value of the header in which a trusted proxy says who asked it; a proxy appends to what it was sent, so
 * the last entry is the one that it wrote itself
 */
export function clientAddress(socket: string | undefined, header: string | undefined): string {
  const told = header?.split(',').at(-1)!.trim();
  const address = told !== undefined && isIP(told) > 0 ? told : (socket ?? '');
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? network(plain) : plain;
}

/** The first 64 bits: one customer has all of the rest, and could come from another address each time. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...zeros, ...last].slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16)).join(':');
}
