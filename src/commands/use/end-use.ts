/**
 * A service says how a use that it was permitted went: finished, failed, or stopped before it was done.
 * Flow:    http (POST /v1/uses/{id}/outcome) → here → fact `use.ended`.
 * Promise: only a permitted use ends, once, and in one way; saying the same again changes nothing. The id of the end
 *          follows from that of the use, so that two ends of one use cannot both stand.
 * Source:  docs/design.md 7; decision 0058.
 */
import type { Instant, NewFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { UseOutcome } from '../../vocabulary/use.ts';
import type { CommandRule } from '../command.ts';
import { notNow, timeOf } from '../refusal.ts';

const draws = {} as const;

interface EndUse {
  /** The id of the use. */
  readonly use: string;
  readonly outcome: UseOutcome;
}

interface EndedUse extends EndUse {
  readonly id: string;
  readonly at: Instant;
  readonly isNew: boolean;
}

/** `use_…` ends as `end_…` with the same characters. */
const idOfEnd = (use: string): string => use.replace(/^use_/, 'end_');

export const endUse: CommandRule<EndUse, EndedUse, typeof draws> = {
  kind: 'use.end',
  draws: () => draws,
  keys: ({ use }) => ({ facts: [use, idOfEnd(use)] }),
  decide: (state, { input }, now) => {
    const { use, outcome } = input;
    const began = state.fact(use);
    if (began === undefined) return problem('not-found');
    if (began.kind !== 'use.allowed') return notNow('Only a use that was permitted has an outcome.');
    const id = idOfEnd(use);
    const earlier = state.fact(id);
    if (earlier?.kind === 'use.ended') {
      if (earlier.payload.outcome !== outcome) return notNow(`This use was already ${earlier.payload.outcome}.`);
      return { facts: [], result: { id, use, outcome, at: earlier.at, isNew: false } };
    }
    const { aiSystem, purpose } = began.payload;
    const payload = { v: 1, use, aiSystem, purpose, outcome } as const;
    const fact: NewFact =
      began.subject === undefined
        ? { id, kind: 'use.ended', payload }
        : { id, kind: 'use.ended', subject: began.subject, payload };
    return { facts: [fact], result: { id, use, outcome, at: now, isNew: true }, main: id };
  },
  reply: ({ at, isNew, ...ended }, entry) => ({
    status: isNew ? 201 : 200,
    body: { ...ended, at: timeOf(at), ...defined({ entry }) },
  }),
};
