/**
 * Mixed load that knows what it was promised: every acknowledged fact with its entry, every call still on its way.
 * Flow:    kill.test.ts → here → the spawned service.
 * Promise: a fact is in the journal only after its answer has arrived whole; what was cut off is kept apart with its
 *          key.
 */
import { type Answer, aiSystem, type Call, purpose, type Sent } from './calls.ts';

export interface Acknowledged {
  readonly sent: Sent;
  readonly text: string;
  readonly id: string;
  readonly log: number;
  readonly index: number;
  readonly leafHash: string;
}

export interface Journal {
  readonly facts: Acknowledged[];
  /** Sent without an answer: recorded or not, but never half, and never twice. */
  readonly cutOff: Sent[];
  readonly faults: string[];
  checks: number;
}

export const emptyJournal = (): Journal => ({ facts: [], cutOff: [], faults: [], checks: 0 });

export interface Load {
  readonly call: Call;
  readonly journal: Journal;
  readonly clients: number;
}

/** Asks until the service is gone; resolves when every client has noticed. */
export async function loadUntilGone({ call, journal, clients }: Load): Promise<void> {
  const client = async (which: number): Promise<void> => {
    for (let turn = which; ; turn += 1) {
      const sent = nextOf(turn);
      const answer = await call(sent).catch(() => undefined);
      if (answer === undefined) {
        if (sent.key !== undefined) journal.cutOff.push(sent);
        return;
      }
      take(journal, sent, answer);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, which) => client(which)));
}

export function take(journal: Journal, sent: Sent, { status, text }: Answer): Acknowledged | undefined {
  if (status === 200 && sent.path === '/v1/checks') {
    journal.checks += 1;
    return undefined;
  }
  if (status !== 201) {
    journal.faults.push(`${sent.path}: ${status} ${text}`);
    return undefined;
  }
  const { id, entry } = JSON.parse(text) as { id: string; entry: { log: number; index: number; leafHash: string } };
  const fact = { sent, text, id, ...entry };
  journal.facts.push(fact);
  return fact;
}

/** Fifty people who give, withdraw, are asked about and ask for something, in every order. */
function nextOf(turn: number): Sent {
  const subject = `customer:load-${turn % 50}`;
  const key = crypto.randomUUID();
  const about = { subject, aiSystem, purpose };
  const kinds = [
    { path: '/v1/consents', body: { subject, purpose, state: turn % 3 === 0 ? 'withdrawn' : 'given' }, key },
    { path: '/v1/uses', body: about, key },
    { path: '/v1/checks', body: about },
    { path: '/v1/requests', body: { subject, kind: 'access' }, key },
    { path: '/v1/uses', body: { ...about, reference: key }, key },
  ] as const;
  return kinds[turn % kinds.length] ?? kinds[1];
}
