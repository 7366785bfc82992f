/**
 * Handlers of legal holds, before an erasure and after it.
 * Flow:    app → here → house.
 * Promise: a hold of somebody else is the same 404 as a missing one; what is held is shown only after the look is
 *          recorded.
 * Source:  docs/design.md 6 and 8.
 */
import * as holds from '../../../openapi/endpoints/holds.ts';
import type { HoldShown } from '../../commands/hold/set-hold.ts';
import type { Hold } from '../../evaluation/holds.ts';
import type { House, KeptHold } from '../../house-port.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { seePerson } from './person.ts';
import { answered, senderOf, told } from './reply.ts';

interface About {
  readonly id: string;
  readonly subject: string | null;
  readonly state: HoldShown['state'];
}

const shownHold = ({ items, ground, until, at }: Hold, about: About): HoldShown => ({
  ...about,
  items,
  ground,
  until: until === undefined ? null : timeOf(until),
  at: timeOf(at),
});

const shownKept = (kept: KeptHold, state: HoldShown['state']) => ({
  ...shownHold(kept, { id: kept.id, subject: null, state }),
  entries: kept.entries,
  certificate: kept.certificate,
});

async function keptHold(
  house: House,
  { subject, id }: { readonly subject: string; readonly id: string },
): Promise<KeptHold | undefined> {
  return (await house.holdsOf(subject)).find((kept) => kept.id === id);
}

export const holdHandlers = (house: House): readonly Bound[] => [
  on(holds.postHold)(async (context) =>
    answered(await house.record('hold.set', { subject: context.params.subject, ...context.body }, senderOf(context))),
  ),
  on(holds.listHolds)(async ({ params }) => {
    const { person, now } = await seePerson(house, params.subject);
    const kept = (await house.holdsOf(params.subject)).map((each) => shownKept(each, 'standing'));
    if (person.found === 'unknown' && kept.length === 0) return problem('not-found');
    const { subject, standing } = person.found === 'known' ? person : { subject: null, standing: undefined };
    const own = standing?.holds ?? {};
    const facts = await house.facts(Object.keys(own));
    const reasonOf = (id: string): string => {
      const set = facts.get(id);
      return set?.kind === 'hold.set' ? set.payload.reason : '';
    };
    const shown = Object.entries(own).map(([id, hold]) => ({
      ...shownHold(hold, { id, subject, state: hold.until !== undefined && hold.until <= now ? 'over' : 'standing' }),
      reason: reasonOf(id),
    }));
    return told(200, { items: [...shown, ...kept] });
  }),
  on(holds.liftHold)(async (context) => {
    const kept = await keptHold(house, context.params);
    if (kept === undefined) {
      const lifted = await house.record(
        'hold.lift',
        { subject: context.params.subject, hold: context.params.id },
        senderOf(context),
      );
      return isProblem(lifted) && lifted.problem === 'subject-erased' ? problem('not-found') : answered(lifted);
    }
    const entry = await house.endHold(kept.id, 'lifted');
    return entry === undefined ? problem('not-found') : told(200, { ...shownKept(kept, 'ended'), entry });
  }),
  on(holds.getHeldContent)(async (context) => {
    const { params, query } = context;
    const kept = await keptHold(house, params);
    if (kept === undefined) return problem('not-found');
    const look = { subject: params.subject, what: 'hold', reason: query.reason ?? 'unstated' } as const;
    const taken = answered(await house.record('look.take', look, senderOf(context)));
    return isProblem(taken) ? taken : told(200, { hold: kept.id, entries: await house.heldBy(kept.id) });
  }),
];
