/**
 * Handlers of `/v1/me`: the signed-in customer reads, chooses and asks.
 * Flow:    app → here → house.
 * Promise: only ever about the person of the token; somebody unknown gets honest empty answers, and reading makes
 *          nobody known.
 * Source:  docs/design.md 8.
 */

import type { Endpoint } from '../../../openapi/endpoint.ts';
import * as answers from '../../../openapi/endpoints/answers.ts';
import { aiUsePage } from '../../pages/ai-use/page.tsx';
import type { House } from '../../ports/house.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { personLedger } from './answers.ts';
import { consentsOf, limitsOf } from './choices.ts';
import { chromeOf } from './chrome.ts';
import { type Pager, type Pagers, pageWanted } from './cursor.ts';
import { decisionsOf } from './decisions.ts';
import { aiUseFor, windowOf } from './gather.ts';
import { heldData } from './held-data.ts';
import { seePerson, subjectOf } from './person.ts';
import { answered, type Caller, calendarOf, evidenceTold, senderOf, told } from './reply.ts';
import { shownRow } from './requests.ts';

/** Whom the call is about. The edge lets nobody in here who speaks for nobody. */
export function selfOf({ self }: Caller): string {
  if (self === undefined) throw problem('insufficient-scope');
  return self;
}

const useHandler = (house: House, pagers: Pagers): Bound =>
  on(answers.getMyAiUse)(async (context) => {
    const pager = pagers(context, answers.getMyAiUse.id);
    if (isProblem(pager)) return pager;
    const asked = {
      identifier: selfOf(context.caller),
      audience: 'person',
      language: context.language,
      window: windowOf(context.query),
      pager,
    } as const;
    const { answer } = await aiUseFor(house, asked);
    return context.form === 'html'
      ? { status: 200, text: aiUsePage(answer, chromeOf(house, context)) }
      : told(200, answer);
  });

const readHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  useHandler(house, pagers),
  on(answers.getMyLedger)(async (context) => {
    const pager = pagers(context, answers.getMyLedger.id);
    if (isProblem(pager)) return pager;
    const seen = await seePerson(house, selfOf(context.caller));
    return told(
      200,
      await personLedger(house, seen, { pager, limit: context.query.limit, language: context.language }),
    );
  }),
  on(answers.getMyEvidence)(async ({ caller }) => evidenceTold(house, await subjectOf(house, selfOf(caller)))),
  on(answers.getMyData)(async ({ caller }) =>
    told(200, await heldData(house, { subject: await subjectOf(house, selfOf(caller)), at: house.now() })),
  ),
];

type ListContext = Pick<AnyContext, 'caller' | 'query' | 'language'> & {
  readonly caller: Caller;
  readonly query: { readonly limit: number };
};
type Listing = (
  identifier: string,
  wants: { readonly pager: Pager; readonly limit: number; readonly language: string },
) => Promise<object>;

async function listed(
  list: { readonly endpoint: Endpoint; readonly pagers: Pagers; readonly read: Listing },
  context: ListContext,
): Promise<BytesAnswer | Problem> {
  const pager = list.pagers(context, list.endpoint.id);
  return isProblem(pager)
    ? pager
    : told(
        200,
        await list.read(selfOf(context.caller), { pager, limit: context.query.limit, language: context.language }),
      );
}

const nothing = { items: [], next: null };

const listHandlers = (house: House, pagers: Pagers): readonly Bound[] => {
  const acts =
    (list: typeof consentsOf): Listing =>
    async (identifier, wants) => {
      const { person } = await seePerson(house, identifier, { history: true });
      return person.found === 'known' ? list(person, wants) : nothing;
    };
  const decisions: Listing = async (identifier, wants) => {
    const subject = await subjectOf(house, identifier);
    if (subject === undefined) return nothing;
    const page = await decisionsOf(house, subject, pageWanted(wants.pager, wants.limit));
    return { items: page.items, next: wants.pager.next(page.next) };
  };
  const requests: Listing = async (identifier, wants) => {
    const subject = await subjectOf(house, identifier);
    if (subject === undefined) return nothing;
    const page = await house.requests({ subject, ...pageWanted(wants.pager, wants.limit) });
    return { items: page.items.map((row) => shownRow(row, wants.language)), next: wants.pager.next(page.next) };
  };
  return [
    on(answers.listMyConsents)((context) =>
      listed({ endpoint: answers.listMyConsents, pagers, read: acts(consentsOf) }, context),
    ),
    on(answers.listMyLimits)((context) =>
      listed({ endpoint: answers.listMyLimits, pagers, read: acts(limitsOf) }, context),
    ),
    on(answers.listMyDecisions)((context) =>
      listed({ endpoint: answers.listMyDecisions, pagers, read: decisions }, context),
    ),
    on(answers.listMyRequests)((context) =>
      listed({ endpoint: answers.listMyRequests, pagers, read: requests }, context),
    ),
  ];
};

const actHandlers = (house: House): readonly Bound[] => [
  on(answers.postMyConsent)(async (context) => {
    const input = { ...context.body, subject: selfOf(context.caller) };
    return answered(await house.record('consent.record', input, senderOf(context)));
  }),
  on(answers.postMyLimit)(async (context) => {
    const input = { ...context.body, subject: selfOf(context.caller) };
    return answered(await house.record('limit.record', input, senderOf(context)));
  }),
  on(answers.postMyRequest)(async (context) => {
    const input = { ...context.body, subject: selfOf(context.caller), calendar: calendarOf(house) };
    return answered(await house.record('request.open', input, senderOf(context)));
  }),
];

export const meHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...readHandlers(house, pagers),
  ...listHandlers(house, pagers),
  ...actHandlers(house),
];
