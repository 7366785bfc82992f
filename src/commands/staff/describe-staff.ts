/**
 * Who works here: role, training and authority of one member of staff, and which records are about themself.
 * Flow:    http (PUT /v1/staff/{id}) → here → facts `subject.linked`, `staff.described` in their own chain.
 * Promise: the description is replaced as a whole; names are sealed under the key of the member of staff.
 * Source:  docs/law.md 7; AI Act 4, 26(2); docs/design.md 8.
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import type { StaffDescribed } from '../../facts/staff.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, FourEyes, State } from '../command.ts';
import { unfit } from '../refusal.ts';

const draws = { subject: 'sub', link: 'fact', fact: 'fact' } as const;

/**
 * What is recorded of a member of staff; `own` are still the identifiers under which they are known as data subjects.
 */
interface DescribeStaff extends Omit<StaffDescribed, 'v'> {
  /** The `sub` of their token. */
  readonly id: string;
}

interface DescribedStaff {
  readonly id: string;
  readonly described: StaffDescribed;
}

/** Their own records by pseudonym; one that nobody is known under is a mistake that would hide a conflict. */
function ownRecords(state: State, own: readonly string[]): string[] | Problem {
  const subjects: string[] = [];
  for (const [place, identifier] of own.entries()) {
    const person = state.person(identifier);
    if (person.found !== 'known') {
      return unfit(`/own/${place}`, 'unknown-subject', {
        message: 'Nobody is known under this identifier.',
        fix: 'Name a person who is on record, or leave it out.',
      });
    }
    subjects.push(person.subject);
  }
  return [...new Set(subjects)];
}

function decide(
  state: State,
  command: Command<DescribeStaff, typeof draws>,
  _now: Instant,
): Decided<DescribedStaff> | Problem {
  const { input, ids } = command;
  const identifier = staffIdentifier(input.id);
  const person = state.person(identifier);
  if (person.found === 'erased') return problem('subject-erased');
  const own = ownRecords(state, input.own);
  if (isProblem(own)) return own;
  const subject = person.found === 'known' ? person.subject : ids.subject;
  const { actor, name, roles, training, authority, active } = input;
  const described: StaffDescribed = {
    v: 1,
    actor,
    name,
    roles: [...roles],
    training: training.map((each) => ({ ...each })),
    authority: [...authority],
    active,
    own,
  };
  const link: NewFact = { id: ids.link, kind: 'subject.linked', subject, payload: { v: 1, identifier } };
  const fact: NewFact = { id: ids.fact, kind: 'staff.described', subject, payload: described };
  return {
    facts: [...(person.found === 'known' ? [] : [link]), fact],
    result: { id: input.id, described },
    main: fact.id,
  };
}

/** Nobody says alone what they have learned and may decide. */
export const describeStaffGuard: FourEyes<DescribeStaff> = {
  act: 'staff.describe',
  scope: 'admin',
  about: ({ id }) => staffIdentifier(id),
  applies: ({ actor }, { actor: by }) => by.id === actor || by.through?.id === actor,
};

export const describeStaff: CommandRule<DescribeStaff, DescribedStaff, typeof draws> = {
  kind: 'staff.describe',
  fourEyes: describeStaffGuard,
  draws: () => draws,
  keys: ({ id, own }) => ({ people: [staffIdentifier(id), ...own] }),
  decide,
  reply: ({ id, described: { v: _v, actor: _actor, ...described } }, entry) => ({
    status: 200,
    body: { id, ...described, ...defined({ entry }) },
  }),
};
