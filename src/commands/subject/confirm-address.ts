/**
 * A person confirms an e-mail address that a service had added.
 * Flow:    http (the button of the mail that went there) → here → fact `address.confirmed`.
 * Promise: from then on letters go there; what waited goes with the next round.
 * Source:  decision 0045.
 */
import { defined } from '../../vocabulary/defined.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { CommandRule } from '../command.ts';

const draws = { confirmed: 'fact' } as const;

interface ConfirmAddress {
  /** `email:<address>`. */
  readonly identifier: string;
}

export const confirmAddress: CommandRule<ConfirmAddress, object, typeof draws> = {
  kind: 'address.confirm',
  draws: () => draws,
  keys: ({ identifier }) => ({ people: [identifier] }),
  decide(state, { input, ids }) {
    const person = state.person(input.identifier);
    if (person.found === 'erased') return problem('subject-erased');
    if (person.found === 'unknown') return problem('not-found');
    const payload = { v: 1, identifier: foldIdentifier(input.identifier) } as const;
    return { facts: [{ id: ids.confirmed, kind: 'address.confirmed', subject: person.subject, payload }], result: {} };
  },
  reply: (_, entry) => ({ status: 200, body: { ...defined({ entry }) } }),
};
