/**
 * Renders what the house gives back as an answer of the edge.
 * Flow:    handlers → here → pipeline.
 * Promise: a recorded reply leaves byte for byte; a refusal that was recorded leaves as the problem it is.
 * Source:  docs/design.md 8 (replay byte-identical).
 */

import type { UnfinishedErasure } from '../ports/reads.ts';
import type { Recorded, RecordedReply } from '../ports/records.ts';
import { defined } from '../vocabulary/defined.ts';
import { timeOf } from '../vocabulary/instant.ts';
import { isProblem, type Problem, problem, readProblem } from '../vocabulary/problems.ts';
import type { BytesAnswer } from './answer.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const readBodyOf = (reply: Pick<RecordedReply, 'bytes'>): Readonly<Record<string, unknown>> =>
  JSON.parse(decoder.decode(reply.bytes));

/** The reply of a command. What could not be recorded about an erased person was kept as a refusal. */
export function renderRecorded(recorded: Recorded): BytesAnswer | Problem {
  if (isProblem(recorded)) return recorded;
  const refused = recorded.status === 410 ? readProblem(readBodyOf(recorded)) : undefined;
  if (refused !== undefined) return refused;
  return { status: recorded.status, bytes: recorded.bytes, ...(recorded.replayed ? { headers: replayedHeader } : {}) };
}

/** Says that an earlier request with the same key did this, and that this one did nothing. */
export const replayedHeader = { 'Idempotent-Replayed': 'true' } as const;

/** JSON whose members come from another room; tests hold it against the model of the endpoint. */
export const renderJson = (status: number, body: object): BytesAnswer => ({
  status,
  bytes: encoder.encode(JSON.stringify(body)),
});

/** Begun for good and not finished: where to look. */
export function renderUnderWay({ underWay, request, begunAt }: UnfinishedErasure): BytesAnswer {
  const look = `/v1/erasures/${underWay}`;
  const body = { underWay, ...defined({ request }), begunAt: timeOf(begunAt), look };
  return { ...renderJson(202, body), headers: { Location: look, 'Retry-After': '1' } };
}

/** What was asked for, or that there is nothing of that name. */
export const renderFound = (found: object | undefined): BytesAnswer | Problem =>
  found === undefined ? problem('not-found') : renderJson(200, found);
