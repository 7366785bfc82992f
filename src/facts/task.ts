/**
 * What a connected system was asked to do for a request, each try, and how it ended.
 * Flow:    commands/task → here → ledger → views/request.
 * Promise: names of systems, tables and codes, never a row, an identifier, an address or a credential; what a system
 *          answered lies sealed in a file of the person.
 * Source:  decision 0101; decision 0106; GDPR 15, 16, 17, 18, 19.
 */
import { z } from 'zod';
import { keepGrounds } from '../vocabulary/hold.ts';
import { systemKinds, taskWorks } from '../vocabulary/task.ts';
import { RecordedCode, RecordedText, RecordedTime, v1 } from './form.ts';
import { rectified, withheld } from './request.ts';

const name = z.string().min(1).max(300);
const count = z.int().min(0);
const of = { v: v1, request: z.string().startsWith('req_'), system: z.string().min(1).max(64), name };

/** What a ground goes on to need of the person, as it was named when the erasure was decided. */
const kept = z.strictObject({ purpose: z.string(), code: z.enum(keepGrounds), until: z.int() });

/** The answer as it was decided, to be given once every system was told. */
const accepted = z.strictObject({
  reason: RecordedText.exactOptional(),
  code: RecordedCode.exactOptional(),
  withheld: z.array(withheld).min(1).exactOptional(),
  rectified: z.array(rectified).min(1).exactOptional(),
});
export type Accepted = z.infer<typeof accepted>;

export const TaskOpened = z.strictObject({
  ...of,
  work: z.enum(taskWorks),
  kind: z.enum(systemKinds),
  keep: z.array(kept).max(50).exactOptional(),
  accepted: accepted.exactOptional(),
});

const table = z.strictObject({
  name,
  rows: count.exactOptional(),
  deleted: count.exactOptional(),
  masked: count.exactOptional(),
  /** Rows that others share, which stay. */
  shared: count.exactOptional(),
});
export type TaskTable = z.infer<typeof table>;
const keptTable = z.strictObject({ name, reason: z.string().max(500) });
export type TaskKept = z.infer<typeof keptTable>;

export const TaskMoved = z.strictObject({
  ...of,
  to: z.enum(['waiting', 'running', 'failed', 'parked']),
  /** How often it was begun, since somebody last asked for it anew. */
  tries: count,
  /** For `running` the end of the lease, for `failed` when it is tried again. */
  until: RecordedTime.exactOptional(),
  code: RecordedCode.exactOptional(),
  details: z.array(z.string().max(400)).max(20).exactOptional(),
  /** Of a run that goes on: what it did and is about to make final. */
  tables: z.array(table).max(1000).exactOptional(),
  kept: z.array(keptTable).max(1000).exactOptional(),
});

export const TaskDone = z.strictObject({
  ...of,
  by: z.enum(['connector', 'person']),
  tables: z.array(table).max(1000).exactOptional(),
  kept: z.array(keptTable).max(1000).exactOptional(),
  /** Where the answer to an access lies, sealed. */
  file: z.string().startsWith('file_').exactOptional(),
  /** What whoever did it by hand did. */
  words: RecordedText.exactOptional(),
});
