/**
 * Holds the verdict of a decision back from whoever reviews it, on every way into the house.
 * Flow:    handlers.ts → here (around each handler) → answers/own-view → the same handler over a veiled house.
 * Promise: whoever has to note a view of their own gets every answer from reads that do not hold the verdict; a look
 *          that they take meanwhile says what it did not show.
 * Source:  docs/law.md 7 (reasons before a suggested verdict); AI Act 14(4)(b); decision 0039.
 */
import type { Endpoint } from '../../openapi/endpoint.ts';
import * as authzen from '../../openapi/endpoints/authzen.ts';
import * as checks from '../../openapi/endpoints/checks.ts';
import { askVerdictsHeld, type VerdictsHeld } from '../answers/own-view/under-review.ts';
import { veiled } from '../answers/own-view/veil.ts';
import { isDescribedAsStaff } from '../answers/person.ts';
import type { Caller } from '../commands/command.ts';
import type { CommandKind, InputOf } from '../commands/commands.ts';
import type { House } from '../ports/house.ts';
import { everyoneBehind } from '../vocabulary/behind.ts';
import type { Bound } from './bind.ts';

/** Asked before every single use, and answered from choices and limits alone. */
const asksAboutUses: ReadonlySet<Endpoint> = new Set([
  checks.postCheck,
  checks.postCheckBatch,
  checks.postUse,
  checks.postUseBatch,
  authzen.postEvaluation,
  authzen.postEvaluations,
  authzen.searchSubject,
  authzen.searchResource,
  authzen.searchAction,
]);

/**
 * Only who is described as staff can be asked to review, so nobody else's seats are looked for. Whoever made the link
 * of the session may be the one who reads, also on a customer's own pages.
 */
async function askVerdictsHeldFrom(house: House, caller: Caller | undefined): Promise<VerdictsHeld | undefined> {
  if (caller === undefined) return undefined;
  const { self, principal, linkedBy, actor } = caller;
  const reading = [
    ...(self === undefined ? [{ principal, id: actor.id }] : []),
    ...(linkedBy === undefined || actor.through === undefined ? [] : [{ principal: linkedBy, id: actor.through.id }]),
  ];
  const described: string[] = [];
  for (const { principal: sub, id } of reading) if (await isDescribedAsStaff(house, sub)) described.push(id);
  return described.length === 0 ? undefined : askVerdictsHeld(house, described);
}

/**
 * Whoever entered a request for somebody was given its secret, and may be the one who reads by it: it opens to them
 * what their own sign-in would. The secret is held against the request before anything is read of it, or the wait would
 * tell of a request that is there.
 */
async function askVerdictsHeldByTheSecret(
  house: House,
  secret: string,
  params: unknown,
): Promise<VerdictsHeld | undefined> {
  const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : undefined;
  if (typeof id !== 'string' || !(await house.isRequestSecret(id, secret))) return undefined;
  const openedBy = (await house.request(id))?.openedBy;
  return openedBy === undefined ? undefined : askVerdictsHeld(house, everyoneBehind(openedBy));
}

function behindVeil(house: House, held: VerdictsHeld): House {
  const withheld = [...held.decisions.values()].map(({ id, subject }) => ({ decision: id, subject }));
  // A look is the only command that records what somebody read.
  const told = <K extends CommandKind>(kind: K, input: InputOf<K>): InputOf<K> =>
    kind === 'look.take' ? { ...input, withheld } : input;
  return {
    ...house,
    ...veiled(house, held),
    record: (kind, input, sender) => house.record(kind, told(kind, input), sender),
  };
}

/** The same endpoint; `over` makes the handlers of a house. */
export function behindOwnView(house: House, bound: Bound, over: (house: House) => readonly Bound[]): Bound {
  const { endpoint } = bound;
  if (endpoint.who === 'public' || asksAboutUses.has(endpoint)) return bound;
  return {
    endpoint,
    async handle(context) {
      const held =
        context.secret === undefined
          ? await askVerdictsHeldFrom(house, context.caller)
          : await askVerdictsHeldByTheSecret(house, context.secret, context.params);
      const same =
        held === undefined ? bound : over(behindVeil(house, held)).find((each) => each.endpoint === endpoint);
      return (same ?? bound).handle(context);
    },
  };
}
