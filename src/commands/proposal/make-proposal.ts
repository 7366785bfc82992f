/**
 * An act that needs a second person is proposed instead of done.
 * Flow:    http/record/second-person → here → facts `proposal.made` (names nobody it is about) and `proposal.recorded`.
 * Promise: a proposal about nobody or nothing is refused as the act would be; it runs out after seven days.
 * Source:  decision 0044.
 */
import type { NewFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { DAY_MS, timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type GuardedAct, proposalLifeDays } from '../../vocabulary/proposal.ts';
import type { CommandRule, State } from '../command.ts';
import { guards } from './guarded.ts';

const draws = { proposal: 'prp', recorded: 'prs', subject: 'sub', link: 'fact' } as const;

interface MakeProposal {
  readonly act: GuardedAct;
  readonly about?: string;
  /** What is to be done, as the act takes it. */
  readonly wish: object;
}

interface MadeProposal {
  readonly id: string;
  readonly act: GuardedAct;
  readonly until: string;
}

/** Whom it is about; a member of staff of whom nothing is recorded yet gets their chain with it. */
function subjectOf(
  state: State,
  { act, about = '', wish }: MakeProposal,
  ids: { readonly subject: string; readonly link: string },
): { readonly subject: string; readonly facts: readonly NewFact[] } | Problem {
  const person = state.person(about);
  if (person.found === 'erased') return problem('subject-erased');
  if (person.found === 'known') {
    const { subject } = person;
    const stands = guards[act].stands?.(person, wish) ?? true;
    return stands ? { subject, facts: [] } : problem('not-found');
  }
  if (act !== 'staff.describe') return problem('not-found');
  const { subject } = ids;
  const payload = { v: 1, identifier: about } as const;
  return { subject, facts: [{ id: ids.link, kind: 'subject.linked', subject, payload }] };
}

export const makeProposal: CommandRule<MakeProposal, MadeProposal, typeof draws> = {
  kind: 'proposal.make',
  draws: () => draws,
  keys: ({ about }) => (about === undefined ? {} : { people: [about] }),
  decide(state, { input, ids }, now) {
    const { act, about, wish } = input;
    const until = timeOf(now + proposalLifeDays * DAY_MS);
    const result = { id: ids.proposal, act, until };
    const made = { id: ids.proposal, kind: 'proposal.made' } as const;
    const text = JSON.stringify(wish);
    if (about === undefined) return { facts: [{ ...made, payload: { v: 1, act, until, input: text } }], result };
    const found = subjectOf(state, input, ids);
    if (isProblem(found)) return found;
    const sealed: NewFact = {
      id: ids.recorded,
      kind: 'proposal.recorded',
      subject: found.subject,
      payload: { v: 1, proposal: ids.proposal, act, until, input: text },
    };
    const open: NewFact = { ...made, payload: { v: 1, act, until, about: ids.recorded } };
    return { facts: [...found.facts, sealed, open], result, main: ids.proposal };
  },
  reply: ({ id, act, until }, entry) => ({
    status: 202,
    body: {
      proposal: id,
      act,
      until,
      state: 'open',
      confirm: { method: 'POST', href: `/v1/proposals/${id}/confirm` },
      ...defined({ entry }),
    },
  }),
};
