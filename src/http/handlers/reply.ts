/**
 * The step from what the house hands back to an answer of the edge, and from a call to whom the house records it under.
 * Flow:    handlers → here → pipeline.
 * Promise: a recorded reply leaves byte for byte; a refusal that was recorded leaves as the problem it is.
 * Source:  docs/design.md 8 (replay byte-identical).
 */

import type { EntryReference, RecordedFact } from '../../facts/fact.ts';
import type { House } from '../../ports/house.ts';
import type { Recorded, RecordedReply, Sender } from '../../ports/records.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import type { AnyContext, Circumstances } from '../bind.ts';

export { base64 } from '../../vocabulary/base64.ts';

export type Caller = NonNullable<AnyContext['caller']>;
export type Calling = Pick<Circumstances, 'requestId' | 'idempotency'> & { readonly caller: Caller };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const senderOf = ({ caller, requestId, idempotency }: Calling): Sender => ({
  caller,
  requestId,
  ...defined({ idempotency }),
});

/** Where the controller counts its days, for the commands that start or move a clock. */
export const calendarOf = ({ settings: { timeZone, holidays } }: House) => ({ timeZone, holidays });

export const bodyOf = (reply: RecordedReply): Readonly<Record<string, unknown>> =>
  JSON.parse(decoder.decode(reply.bytes));

/** The reply of a command. What could not be recorded about an erased person was kept as a refusal. */
export function answered(recorded: Recorded): BytesAnswer | Problem {
  if (isProblem(recorded)) return recorded;
  const refused = recorded.status === 410 ? bodyOf(recorded) : undefined;
  if (isProblem(refused)) return refused;
  return { status: recorded.status, bytes: recorded.bytes, ...(recorded.replayed ? { headers: replayedHeader } : {}) };
}

/** Says that an earlier request with the same key did this, and that this one did nothing. */
export const replayedHeader = { 'Idempotent-Replayed': 'true' } as const;

/** JSON whose members come from another room; tests hold it against the model of the endpoint. */
export const told = (status: number, body: object): BytesAnswer => ({
  status,
  bytes: encoder.encode(JSON.stringify(body)),
});

/** Where a fact stands, under the newest checkpoint of its log. */
export async function entryOf(
  house: House,
  fact: Pick<RecordedFact, 'log' | 'index' | 'leafHash'>,
): Promise<EntryReference> {
  const checkpoint = (await house.ledger.checkpoint(fact.log)) ?? '';
  return { log: fact.log, index: fact.index, leafHash: base64(fact.leafHash), checkpoint };
}

/** The evidence about somebody, or about nobody; before the first entry there is nothing to prove. */
export async function evidenceTold(house: House, subject: string | undefined): Promise<BytesAnswer | Problem> {
  const bundle = await house.evidence(subject);
  return bundle === undefined ? problem('not-found') : told(200, bundle as object);
}
