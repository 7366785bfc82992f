/**
 * Reads the signals of a call; all of them or none.
 * Flow:    http/record/signals.ts → here → gpp.ts, tcf.ts.
 * Promise: a string that cannot be read whole is 422 at its place, and then nothing of the call is recorded.
 * Source:  IAB GPP and TCF; docs/signals.md.
 */
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { SignalsRead } from '../../vocabulary/signal.ts';
import { readGpp } from './gpp.ts';
import { readTcf } from './tcf.ts';

export interface SignalsSent {
  readonly gpc?: boolean;
  readonly gpp?: string;
  readonly tcf?: string;
}

const unreadable = (pointer: '/gpp' | '/tcf'): Problem =>
  problem('validation-failed', undefined, [
    {
      pointer,
      code: 'unreadable',
      message: 'This string cannot be read whole.',
      fix: 'Send the string as the consent platform of the page gives it.',
    },
  ]);

async function orUnreadable<T>(pointer: '/gpp' | '/tcf', read: () => Promise<T>): Promise<T | Problem> {
  try {
    return await read();
  } catch {
    return unreadable(pointer);
  }
}

export async function readSignals(sent: SignalsSent, now: number): Promise<SignalsRead | Problem> {
  const { gpp: text } = sent;
  const gpp = text === undefined ? undefined : await orUnreadable('/gpp', () => readGpp(text));
  if (gpp !== undefined && isProblem(gpp)) return gpp;
  // A TC string that is sent by itself is the newer one; the one within the other may have been kept for longer.
  const wrapped = sent.tcf ?? gpp?.tcf;
  const pointer = sent.tcf === undefined ? '/gpp' : '/tcf';
  const tcf = wrapped === undefined ? undefined : await orUnreadable(pointer, () => readTcf(wrapped));
  if (tcf !== undefined && isProblem(tcf)) return tcf;
  if (tcf !== undefined && tcf.day > now) return unreadable(pointer);
  return { gpc: sent.gpc === true || gpp?.gpp.gpc === true, ...defined({ gpp: gpp?.gpp, tcf }) };
}
