import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's on the Internet (IANA's registries of special-purpose addresses). */
const networks = new BlockList();
for (const [net, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) {
  networks.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [['::', 127], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['64:ff9b:1::', 48]] as const) networks.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address belongs to the machine or a network of its own. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '');
  const family = isIP(plain);
  return family !== 0 && networks.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** What a refused connection fails with. */
export const refusedCode = 'EPRIVATE';

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Looks names up as the system does and refuses those of private addresses. It is the look-up of the connection itself,
 * so a name that answers differently the second time gains nothing.
 * @param allowed names that may be private
 */
export function guardedLookup(allowed: ReadonlySet<string>): (name: string, options: LookupOptions, answer: Answer) => void {
  return (name, options, answer) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) answer(error, []);
      else if (!allowed.has(name) && addresses.some(({ address }) => isPrivateAddress(address))) answer(Object.assign(new Error(`${name} is a private address`), { code: refusedCode }), []);
      else if (options.all) answer(null, addresses);
      else answer(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
