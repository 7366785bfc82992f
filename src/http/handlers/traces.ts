/**
 * Handlers of OpenTelemetry: traces come in, and the list of model calls that nobody had asked for.
 * Flow:    app → here → http/otlp (bytes to spans), command `span.record`, answers/oversight.
 * Promise: a request is answered with success only after every span of it is recorded; sent again it records nothing
 *          twice.
 * Source:  OTLP specification, OTLP/HTTP; decision 0076.
 */
import * as traces from '../../../openapi/endpoints/traces.ts';
import { askUncoveredUses } from '../../answers/oversight/uncovered-uses.ts';
import type { RecordSpan } from '../../commands/use/record-span.ts';
import type { House } from '../../ports/house.ts';
import { isProblem, type Problem, problems } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { type AuthenticatedCall, senderWithoutKey } from '../call.ts';
import type { Digest } from '../cursor.ts';
import { callOf, isModelCall } from '../otlp/call-of-span.ts';
import { namesTaken } from '../otlp/names.ts';
import { readJsonTraces } from '../otlp/read-json.ts';
import { readProtobufTraces } from '../otlp/read-protobuf.ts';
import { PROTOBUF, tracesAnswer } from '../otlp/reply.ts';
import { renderJson } from '../reply.ts';
import { yearBefore } from '../span-of-time.ts';

/** So many are handed to the ledger at once, so that others get their turn between. */
const AT_ONCE = 500;

/** How many were refused; a fault of the storage ends it, and the exporter sends all of it again. */
async function recordCalls(
  house: House,
  calls: readonly RecordSpan[],
  call: AuthenticatedCall,
): Promise<number | Problem> {
  let refused = 0;
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    const items = calls.slice(from, from + AT_ONCE).map((input) => ({ input, sender: senderWithoutKey(call) }));
    for (const recorded of await house.recordMany('span.record', items)) {
      if (!isProblem(recorded)) continue;
      if (problems[recorded.problem].status >= 500) return recorded;
      refused += 1;
    }
  }
  return refused;
}

const wordsOf = (unreadable: number, refused: number): string =>
  [
    unreadable === 0 ? [] : `${unreadable} spans have no ids or times that can be read.`,
    refused === 0 ? [] : `${refused} spans begin in the future or cannot be recorded.`,
  ]
    .flat()
    .join(' ');

export const traceHandlers = (house: House, digest: Digest): readonly Bound[] => [
  on(traces.postTraces)(async (context) => {
    const names = house.settings.traceNames;
    const { type, bytes } = context.body;
    const read = type === PROTOBUF ? readProtobufTraces : readJsonTraces;
    const found = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), namesTaken(names));
    if (isProblem(found)) return found;
    const calls = found.spans.filter(isModelCall).map((span) => callOf(span, { names, digest }));
    const refused = await recordCalls(house, calls, context);
    if (isProblem(refused)) return refused;
    const { unreadable } = found;
    return tracesAnswer(type, { rejected: unreadable + refused, message: wordsOf(unreadable, refused) });
  }),
  on(traces.listUncoveredUses)(async ({ query }) =>
    renderJson(200, await askUncoveredUses(house, yearBefore(house, query))),
  ),
];
