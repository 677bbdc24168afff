import { Option } from 'commander';
import { UsageError } from '../content/errors.ts';

/** An option that takes a whole number, `least` at least. */
export function wholeNumber(flags: string, description: string, least = 0): Option {
  return new Option(flags, description).argParser((text) => {
    if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
    throw new UsageError(`${flags.split(' ')[0]}: “${text}” is no whole number${least > 0 ? ` above ${least - 1}` : ''}.`);
  });
}
