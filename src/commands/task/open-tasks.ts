/**
 * A request reaches every connected system: each gets a task, once.
 * Flow:    work-tasks (access), composed/erasing (an erasure that was decided) → here → facts `task.opened`.
 * Promise: nothing of a person is looked for before it is sure who asks; a system that has a task for this request gets
 *          no second one.
 * Source:  GDPR 12(6), 15, 17; decision 0101.
 */
import type { Keep } from '../../evaluation/keeps.ts';
import type { NewFact } from '../../facts/fact.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { problem } from '../../vocabulary/problems.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import { isTaskWork, type NamedSystem } from '../../vocabulary/task.ts';
import type { CommandRule } from '../command.ts';
import { notNow } from '../refusal.ts';
import { notSureEnough } from '../request/step-facts.ts';

/** More systems than anybody connects. */
const MOST_SYSTEMS = 100;
const draws = { facts: Array<string>(MOST_SYSTEMS).fill('fact') } as const;

interface OpenTasks {
  readonly request: string;
  readonly systems: readonly NamedSystem[];
  /** What an erasure keeps, as it was decided. */
  readonly keep?: readonly Keep[];
}

interface OpenedTasks {
  readonly row: RequestRow;
  readonly opened: number;
}

export const openTasks: CommandRule<OpenTasks, OpenedTasks, typeof draws> = {
  kind: 'task.open',
  draws: () => draws,
  keys: ({ request }) => ({ requests: [request] }),
  decide: (state, { input, ids }, now) => {
    const row = state.request(input.request);
    if (row === undefined) return problem('not-found');
    const { subject, kind, tasks = [] } = row;
    if (subject === undefined || state.person(subject).found !== 'known') return problem('subject-erased');
    if (!isTaskWork(kind) || !isOpenRequest(row.state)) return notNow('Nothing is asked of connected systems for it.');
    const unsure = notSureEnough(row, now);
    if (unsure !== undefined) return unsure;
    const missing = input.systems.filter(({ key }) => !tasks.some(({ system }) => system === key));
    const facts = missing.slice(0, MOST_SYSTEMS).map(
      (system, at): NewFact => ({
        id: ids.facts[at] ?? '',
        kind: 'task.opened',
        subject,
        payload: {
          v: 1,
          request: row.id,
          system: system.key,
          name: system.name,
          work: kind,
          kind: system.kind,
          ...(input.keep === undefined || input.keep.length === 0
            ? {}
            : { keep: input.keep.map((each) => ({ ...each })) }),
        },
      }),
    );
    return { facts, result: { row, opened: facts.length } };
  },
  reply: ({ opened }) => ({ status: 200, body: { opened } }),
};
