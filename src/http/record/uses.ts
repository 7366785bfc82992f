/**
 * Records many uses at once.
 * Flow:    handlers/checks.ts → here → command `use.record`, once an item.
 * Promise: each item succeeds or fails alone; a repeated batch repeats each answer.
 * Source:  docs/design.md 8.1.
 */

import { UseBody } from '../../../openapi/models/check.ts';
import type { RecordUse } from '../../commands/use/record-use.ts';
import type { Recorded, Records, Sender } from '../../ports/records.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AuthenticatedCall, type PageCall, senderOf } from '../call.ts';
import { readItems, renderItems } from '../items.ts';
import { problemView } from '../problem.ts';
import { readBodyOf, renderJson, renderRecorded, replayedHeader } from '../reply.ts';

/** Each item has a key of its own under that of the batch. */
export function senderOfItem(call: AuthenticatedCall, place: number, item: unknown): Sender {
  const { idempotency, ...sender } = senderOf(call);
  if (idempotency === undefined) return sender;
  return {
    ...sender,
    idempotency: { route: idempotency.route, key: `${idempotency.key}#${place}`, body: JSON.stringify(item) },
  };
}

function renderItem(recorded: Recorded | undefined, requestId: string): object {
  const answer = recorded === undefined ? problem('internal') : renderRecorded(recorded);
  return isProblem(answer) ? problemView(answer, requestId) : readBodyOf(answer);
}

export async function recordUses(records: Records, sent: readonly unknown[], call: PageCall): Promise<BytesAnswer> {
  const { language, requestId } = call;
  const items = readItems<Omit<RecordUse, 'language'>>(UseBody, sent);
  const inputs = items.flatMap((item, place) =>
    isProblem(item) ? [] : [{ input: { ...item.value, language }, sender: senderOfItem(call, place, sent[place]) }],
  );
  const recorded = await records.recordMany('use.record', inputs);
  const answers = inputs.map((_, at) => renderItem(recorded[at], requestId));
  const isReplayed = recorded.length > 0 && recorded.every((each) => 'replayed' in each && each.replayed);
  const results = renderItems(items, answers, requestId);
  return { ...renderJson(200, { results }), ...(isReplayed ? { headers: replayedHeader } : {}) };
}
