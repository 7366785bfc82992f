/**
 * Reads the purposes out of a TC string, with the decoder of IAB, which is loaded when the first string comes.
 * Flow:    read-signals.ts → here → tcf-span.ts, @iabtechlabtcf/core.
 * Promise: what cannot be read whole is not read at all, so that a string that was spoilt is neither a yes nor a no.
 * Source:  IAB TCF 2.2 and 2.3: core string (lastUpdated, tcfPolicyVersion, purposesConsent).
 */
import type { TcfRead } from '../../vocabulary/signal.ts';
import { mustBeBounded } from './tcf-span.ts';

/** The purposes of TCF are numbered from 1 to 11. */
const PURPOSES = Array.from({ length: 11 }, (_each, at) => at + 1);

/** Throws where it cannot be read. */
export async function readTcf(text: string): Promise<TcfRead> {
  mustBeBounded(text);
  const { TCString } = await import('@iabtechlabtcf/core');
  const { version, purposeConsents, lastUpdated, policyVersion } = TCString.decode(text);
  const day = lastUpdated.getTime();
  if (version !== 2 || !Number.isFinite(day)) throw new RangeError('another version');
  return {
    text,
    purposes: PURPOSES.filter((purpose) => purposeConsents.has(purpose)),
    day,
    policyVersion: Number(policyVersion),
  };
}
