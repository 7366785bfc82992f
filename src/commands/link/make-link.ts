/**
 * A sign-in link is made for a person or a member of staff.
 * Flow:    http (POST /v1/links) → here → fact `link.made` in the chain of whom it lets in, before the link exists.
 * Promise: whom it is for can read who made it; nobody becomes known by it.
 * Source:  decision 0042.
 */
import type { NewFact } from '../../facts/fact.ts';
import type { LinkMade } from '../../facts/link.ts';
import type { LinkMakerWord, LinkPlace } from '../../vocabulary/access.ts';
import { operatorPrincipal } from '../../vocabulary/access.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import type { Caller, CommandRule, State } from '../command.ts';

const draws = { link: 'lnk' } as const;

/** Whom a link lets in. */
export interface LinkHolder {
  /** `customer:<id>` or `staff:<id>`. */
  readonly holder: string;
  readonly place: LinkPlace;
  /** The pseudonym of a member of staff. */
  readonly staff?: string;
}

interface MakeLink extends LinkHolder {
  readonly sent?: 'email';
}

interface MadeLink {
  readonly id: string;
  readonly by: LinkMakerWord;
}

/** Somebody described as staff, the operator at the machine, or any other holder of an administrator's token. */
function makerOf(state: State, { principal }: Caller): LinkMakerWord {
  if (principal === operatorPrincipal) return 'operator';
  const person = state.person(staffIdentifier(principal));
  return person.found === 'known' && person.standing.staff !== undefined ? 'staff' : 'administrator';
}

/** The fact in the chain of whom the link lets in, or among those of nobody. */
export function aboutHolder<K extends 'link.made' | 'link.opened'>(
  state: State,
  { holder, staff }: LinkHolder,
  fact: { readonly id: string; readonly kind: K; readonly payload: object },
): NewFact {
  const person = state.person(holder);
  const known = person.found === 'known' ? { subject: person.subject } : {};
  const payload = person.found === 'known' ? fact.payload : { ...fact.payload, ...defined({ staff }) };
  return { ...fact, ...known, payload } as NewFact;
}

export const makeLink: CommandRule<MakeLink, MadeLink, typeof draws> = {
  kind: 'link.make',
  draws: () => draws,
  keys: ({ holder }, { principal }) => ({ people: [holder, staffIdentifier(principal)] }),
  decide(state, { input, ids, caller }) {
    const { place, sent } = input;
    const by = makerOf(state, caller);
    const payload: LinkMade = { v: 1, place, by, role: caller.actor.role, ...defined({ sent }) };
    return {
      facts: [aboutHolder(state, input, { id: ids.link, kind: 'link.made', payload })],
      result: { id: ids.link, by },
    };
  },
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};
