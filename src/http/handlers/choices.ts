/**
 * Handlers of consents and limits, for services and staff.
 * Flow:    app → here → house (record), views (what is shown).
 * Promise: a list shows every act of the person, also those that changed nothing.
 * Source:  docs/design.md 7 and 8.
 */
import * as people from '../../../openapi/endpoints/people.ts';
import type { Act, ConsentAct, KnownPerson, LimitAct } from '../../evaluation/person.ts';
import type { House } from '../../ports/house.ts';
import { consentAct } from '../../views/consent/consent-act.ts';
import { shownConsent } from '../../views/consent/shown-consent.ts';
import { shownLimit } from '../../views/limit/shown-limit.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { type Pager, type Pagers, pageIn } from './cursor.ts';
import { seeKnown } from './person.ts';
import { answered, entryOf, senderOf, told } from './reply.ts';

const isLimit = (act: Act): act is LimitAct => act.what === 'set' || act.what === 'lifted';
const isConsent = (act: Act): act is ConsentAct => act.what !== 'described' && act.what !== 'shown' && !isLimit(act);

/** A lift that came with a warning ended nothing. */
const effectOf = ({ what, warnings }: LimitAct): 'set' | 'lifted' | 'none' =>
  what === 'lifted' && (warnings ?? []).length > 0 ? 'none' : what;

export type ListOfActs = (
  person: Pick<KnownPerson, 'subject' | 'acts'>,
  wants: { readonly pager: Pager; readonly limit: number },
) => object;

const listOf =
  <A extends Act>(belongs: (act: Act) => act is A, show: (act: A, subject: string) => object): ListOfActs =>
  ({ subject, acts }, { pager, limit }) => {
    const newest = (acts ?? []).filter(belongs).sort((one, other) => other.n - one.n);
    const page = pageIn(newest, ({ n }) => n, { ...pager, limit });
    return { items: page.items.map((act) => show(act, subject)), next: pager.next(page.next) };
  };

export const consentsOf = listOf(isConsent, shownConsent);
export const limitsOf = listOf(isLimit, (act, subject) => ({ ...shownLimit(act, subject), effect: effectOf(act) }));

const consentHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(people.postConsent)(async (context) =>
    answered(await house.record('consent.record', context.body, senderOf(context))),
  ),
  on(people.listConsents)(async (context) => {
    const pager = pagers(context, `${people.listConsents.id} ${context.params.subject}`);
    if (isProblem(pager)) return pager;
    const seen = await seeKnown(house, context.params.subject, { history: true });
    return isProblem(seen) ? seen : told(200, consentsOf(seen.person, { pager, limit: context.query.limit }));
  }),
  on(people.getConsent)(async ({ params }) => {
    const fact = (await house.facts([params.id])).get(params.id);
    const act = fact === undefined ? undefined : consentAct(fact);
    if (fact?.subject === undefined || act === undefined) return problem('not-found');
    return told(200, { ...shownConsent(act, fact.subject), proof: fact.payload, entry: await entryOf(house, fact) });
  }),
];

const limitHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(people.postLimit)(async (context) => {
    const input = { ...context.body, subject: context.params.subject };
    return answered(await house.record('limit.record', input, senderOf(context)));
  }),
  on(people.listLimits)(async (context) => {
    const pager = pagers(context, `${people.listLimits.id} ${context.params.subject}`);
    if (isProblem(pager)) return pager;
    const seen = await seeKnown(house, context.params.subject, { history: true });
    return isProblem(seen) ? seen : told(200, limitsOf(seen.person, { pager, limit: context.query.limit }));
  }),
];

export const choiceHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...consentHandlers(house, pagers),
  ...limitHandlers(house, pagers),
];
