/**
 * A task is done: by its connector, or by a person who did it by hand.
 * Flow:    work-tasks, http (POST …/tasks/{system}/settle) → here → fact `task.done`, and the answer sealed in the
 *          same commit.
 * Promise: a connector ends only its own run; a person says what was done, in words that stay.
 * Source:  decision 0101.
 */
import type { NewFact } from '../../facts/fact.ts';
import type { TaskKept, TaskTable } from '../../facts/task.ts';
import type { TaskRow } from '../../views/request/task-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { isUntouched } from '../../vocabulary/task.ts';
import type { CommandRule } from '../command.ts';
import { notNow } from '../refusal.ts';
import { type TaskNamed, taskIn } from './move-task.ts';

const draws = { fact: 'fact', file: 'file' } as const;

type EndTask = TaskNamed &
  (
    | {
        readonly by: 'connector';
        readonly lease: string;
        readonly tables: readonly TaskTable[];
        readonly kept?: readonly TaskKept[];
        /** What an access found, base64. */
        readonly bytes?: string;
      }
    | { readonly by: 'person'; readonly words: string }
  );

/**
 * A run that finds nobody comes after one that was made final and whose end nobody heard: what that one noted is what
 * was done.
 */
function resultIn({ tables, kept = [] }: Extract<EndTask, { by: 'connector' }>, { work, noted }: TaskRow) {
  return work === 'erasure' && noted !== undefined && tables.every(isUntouched) ? noted : { tables, kept };
}

const writtenDown = ({ tables, kept }: ReturnType<typeof resultIn>) => ({
  tables: tables.map((each) => ({ ...each })),
  ...(kept.length === 0 ? {} : { kept: kept.map((each) => ({ ...each })) }),
});

export const endTask: CommandRule<EndTask, TaskNamed, typeof draws> = {
  kind: 'task.end',
  draws: () => draws,
  keys: ({ request }) => ({ requests: [request] }),
  decide: (state, { input, ids }) => {
    const found = taskIn(state, input);
    if (isProblem(found)) return found;
    const { subject, task } = found;
    const isRunning = task.state === 'running';
    if (input.by === 'connector' && !(isRunning && task.lease === input.lease))
      return notNow('Somebody else has this task by now.');
    if (input.by === 'person' && isRunning) return notNow('It is being worked on at this moment.');
    const bytes = input.by === 'connector' ? input.bytes : undefined;
    const fact: NewFact = {
      id: ids.fact,
      kind: 'task.done',
      subject,
      payload: {
        v: 1,
        request: input.request,
        system: task.system,
        name: task.name,
        by: input.by,
        ...(input.by === 'person'
          ? { words: input.words }
          : {
              ...writtenDown(resultIn(input, task)),
              ...(bytes === undefined ? {} : { file: ids.file }),
            }),
      },
    };
    return {
      facts: [fact],
      result: { request: input.request, system: task.system },
      ...(bytes === undefined ? {} : { effects: [{ effect: 'keep-file', file: ids.file, subject, bytes }] as const }),
    };
  },
  reply: (result, entry) => ({ status: 200, body: { ...result, state: 'done', ...defined({ entry }) } }),
};
