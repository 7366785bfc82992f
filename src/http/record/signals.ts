/**
 * Heeds the signals of one call: reads them, asks what they change, records that.
 * Flow:    handlers/signals.ts → here → signals/read-signals.ts, answers/signal, commands `signal.record`,
 *          `limit.record`, `consent.record`.
 * Promise: nothing is recorded where one of the strings cannot be read; what was recorded before a fault is not
 *          recorded again when the call is repeated, with whatever key.
 * Source:  11 CCR 7025; docs/signals.md; decision 0080.
 */
import { askWishes, type Wish } from '../../answers/signal/wishes.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { SignalKind } from '../../vocabulary/signal.ts';
import { type AuthenticatedCall, senderWithoutKey } from '../call.ts';
import { readBodyOf, renderRecorded } from '../reply.ts';
import { readSignals, type SignalsSent } from '../signals/read-signals.ts';

interface Heeding {
  readonly sent: SignalsSent;
  readonly subject: string;
  /** Method and template of the call. */
  readonly page: string;
}

interface Done {
  readonly signal: SignalKind;
  readonly limit?: LimitKind;
  readonly purpose?: string;
  readonly state: string;
  readonly id: string;
}
type Outcome = { readonly done: Done } | { readonly passed: object };

const GPC = { signal: 'gpc', limit: 'opt-out-sale-share' } as const;

async function heedGpc(house: House, { subject, page }: Heeding, call: AuthenticatedCall): Promise<Outcome | Problem> {
  const input = { subject, page, said: 'navigator.globalPrivacyControl' } as const;
  const reply = renderRecorded(await house.record('signal.record', input, senderWithoutKey(call)));
  if (isProblem(reply)) return reply;
  const { id, why } = readBodyOf(reply);
  return typeof id === 'string'
    ? { done: { ...GPC, state: 'set', id } }
    : { passed: { ...GPC, why: why === 'unknown-to-law' ? why : 'stands' } };
}

async function heed(
  house: House,
  { subject, wish }: { readonly subject: string; readonly wish: Wish },
  call: AuthenticatedCall,
): Promise<Outcome | Problem> {
  const sender = senderWithoutKey(call);
  const { signal, evidence } = wish;
  if (wish.signal === 'gpp') {
    const { limit } = wish;
    const input = { subject, kind: limit, state: 'set', source: 'gpp', evidence } as const;
    const reply = renderRecorded(await house.record('limit.record', input, sender));
    return isProblem(reply) ? reply : { done: { signal, limit, state: 'set', id: String(readBodyOf(reply)['id']) } };
  }
  const { purpose, state, occurredAt } = wish;
  const input = { subject, purpose, state, occurredAt, evidence, method: 'api-delegated' } as const;
  const reply = renderRecorded(await house.record('consent.record', input, sender));
  if (!isProblem(reply)) return { done: { signal, purpose, state, id: String(readBodyOf(reply)['id']) } };
  // A choice that this purpose cannot take is said and holds up nothing else; a fault or a missing right is an answer.
  return reply.problem === 'validation-failed' || reply.problem === 'consent-not-the-basis'
    ? { passed: { signal, purpose, why: 'refused' } }
    : reply;
}

export async function heedSignals(house: House, heeding: Heeding, call: AuthenticatedCall): Promise<object | Problem> {
  const read = await readSignals(heeding.sent, house.now());
  if (isProblem(read)) return read;
  const { person, wishes, passed } = await askWishes(house, heeding.subject, read);
  // Nobody comes back from an erasure by opening a page.
  if (person.found === 'erased')
    return call.caller.self === undefined ? problem('subject-erased') : { recorded: [], passedOver: [] };
  const outcomes: Outcome[] = [];
  for (const next of [
    // A button that was pressed goes before what the browser says of all pages.
    ...wishes.map((wish) => () => heed(house, { subject: heeding.subject, wish }, call)),
    ...(read.gpc ? [() => heedGpc(house, heeding, call)] : []),
  ]) {
    const outcome = await next();
    if (isProblem(outcome)) return outcome;
    outcomes.push(outcome);
  }
  return {
    recorded: outcomes.flatMap((each) => ('done' in each ? [defined(each.done)] : [])),
    passedOver: [...passed, ...outcomes.flatMap((each) => ('passed' in each ? [each.passed] : []))],
  };
}
