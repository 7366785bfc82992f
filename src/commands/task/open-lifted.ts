/**
 * A restriction that systems were told of has ended: each of those that were told over HTTP is told that, too.
 * Flow:    tell-lifted → here → facts `task.opened`.
 * Promise: opened once for each request and system, however often it is looked at; nothing while the restriction
 *          stands.
 * Source:  GDPR 18(3), 19; decision 0106.
 */
import { limitKey } from '../../evaluation/standing.ts';
import type { NewFact } from '../../facts/fact.ts';
import { systemsToTellOfEnd } from '../../views/request/lifted-tasks.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { CommandRule, State } from '../command.ts';
import { notNow } from '../refusal.ts';

/** More systems than anybody connects. */
const MOST_SYSTEMS = 100;
const draws = { tasks: Array<string>(MOST_SYSTEMS).fill('fact') } as const;

interface OpenLifted {
  readonly request: string;
}

/** Also where another act set the same one again since. */
function isStanding(state: State, { subject = '', stopped = [] }: RequestRow): boolean {
  const person = state.person(subject);
  if (person.found !== 'known') return false;
  return stopped.some(
    ({ kind, purpose, dataCategories }) =>
      kind === 'restriction' && person.standing.limits[limitKey(kind, purpose, dataCategories)]?.set !== undefined,
  );
}

export const openLifted: CommandRule<OpenLifted, { readonly opened: number }, typeof draws> = {
  kind: 'task.open-lifted',
  draws: () => draws,
  keys: ({ request }) => ({ requests: [request] }),
  decide: (state, { input, ids }) => {
    const row = state.request(input.request);
    if (row === undefined) return problem('not-found');
    const { subject } = row;
    if (subject === undefined || state.person(subject).found !== 'known') return problem('subject-erased');
    if (isStanding(state, row)) return notNow('The restriction stands.');
    const facts = systemsToTellOfEnd(row)
      .slice(0, MOST_SYSTEMS)
      .map(
        ({ system, name, kind }, at): NewFact => ({
          id: ids.tasks[at] ?? '',
          kind: 'task.opened',
          subject,
          payload: { v: 1, request: row.id, system, name, work: 'restriction-lifted', kind },
        }),
      );
    return { facts, result: { opened: facts.length } };
  },
  reply: (result) => ({ status: 200, body: result }),
};
