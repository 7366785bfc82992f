/**
 * Tasks of connected systems, as officers see them.
 * Flow:    here → endpoints/tasks.ts.
 * Promise: names of systems and tables, counts and codes; never a row of anybody.
 * Source:  decision 0101.
 */
import { z } from 'zod';
import { systemKinds, taskStates, taskWorks } from '../../src/vocabulary/task.ts';
import { At, Code, Entry, freeText, RequestId } from './basics.ts';

export const SystemKey = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const name = z.string().max(300);
const count = z.int().min(0).optional();

export const SystemTables = z
  .array(
    z.object({
      name,
      rows: count,
      deleted: count,
      masked: count,
      shared: count.describe('Rows that other people share, which stay.'),
    }),
  )
  .max(1000);
export const SystemKept = z.array(z.object({ name, reason: z.string().max(500) })).max(1000);

export const Task = z
  .object({
    request: RequestId,
    system: SystemKey,
    name,
    kind: z.enum(systemKinds),
    work: z.enum(taskWorks),
    state: z
      .enum(taskStates)
      .describe(
        '`failed` is tried again by itself at `nextAt`; `parked` waits for a person, and so does a manual task.',
      ),
    tries: z.int().min(0),
    openedAt: At,
    nextAt: At.optional(),
    doneAt: At.optional(),
    code: Code.optional().describe('Why it failed.'),
    details: z.array(z.string().max(400)).max(20).optional(),
    by: z.enum(['connector', 'person']).optional(),
    tables: SystemTables.optional(),
    kept: SystemKept.optional(),
  })
  .meta({ id: 'Task', description: 'What one connected system has to do for a request, and how far that has come.' });

export const CorrectedValue = z.strictObject({
  what: freeText(200).describe('Which value, in words that the person knows.'),
  from: freeText(1000).exactOptional().describe('What stood there before; left out where nothing did.'),
  to: freeText(1000),
  told: z
    .array(freeText(200))
    .max(100)
    .describe('Who else was told of the correction; empty where nobody else has it.'),
});

export const Tasks = z
  .object({
    items: z.array(Task).max(1024),
    corrections: z
      .array(CorrectedValue)
      .max(100)
      .optional()
      .describe('What the systems are told of, while a correction waits for them; reading it is recorded as a look.'),
  })
  .meta({ id: 'Tasks' });

export const SettleTaskBody = z
  .strictObject({
    words: freeText(4000).describe('What was done there, and by whom; it stays in the record of the person.'),
  })
  .meta({ id: 'SettleTaskBody' });

export const TaskMovedModel = z
  .object({
    request: RequestId.optional(),
    system: SystemKey.optional(),
    state: z.enum(taskStates),
    lease: z.string().max(40).optional(),
    entry: Entry.optional(),
  })
  .meta({ id: 'TaskMoved' });
