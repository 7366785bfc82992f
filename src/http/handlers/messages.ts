/**
 * Handlers of messages: what we wrote to the person of the token or the session.
 * Flow:    app → here → house → pages.
 * Promise: the words come from the recorded fact; whether it left comes from the fact about that.
 * Source:  docs/design.md 8.
 */

import * as endpoints from '../../../openapi/endpoints/messages.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import type { MessageWritten } from '../../facts/message.ts';
import { type MessageShown, messagesPage } from '../../pages/messages-page.tsx';
import type { House } from '../../ports/house.ts';
import type { MessageRow } from '../../views/message/message-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { type Pagers, pageWanted } from './cursor.ts';
import { selfOf } from './me.ts';
import { subjectOf } from './person.ts';
import { type Caller, entryOf, told } from './reply.ts';

/** What staff handed over has reached the person, too. */
const ended = { 'message.sent': 'sent', 'message.given-up': 'given-up', 'message.handed-over': 'sent' } as const;
const endings = Object.keys(ended) as (keyof typeof ended)[];
const ENDINGS_A_PAGE = 100;

/**
 * How far these messages have come: an ending stands after its message, so nobody looks further back than the oldest of
 * them.
 */
async function statesOf(
  house: House,
  subject: string,
  messages: readonly MessageRow[],
): Promise<ReadonlyMap<string, MessageShown['state']>> {
  const states = new Map<string, MessageShown['state']>();
  const oldest = Math.min(...messages.map(({ n }) => n));
  let before: number | undefined;
  while (messages.some(({ id }) => !states.has(id))) {
    const page = await house.chain(subject, { kinds: endings, limit: ENDINGS_A_PAGE, ...defined({ before }) });
    for (const { kind, payload } of page.items) {
      const message = String(payload?.['message']);
      // The newest ending is read first, and it is the one that counts.
      if (!states.has(message)) states.set(message, ended[kind as keyof typeof ended]);
    }
    if (page.next === null || page.next <= oldest) break;
    before = page.next;
  }
  return states;
}

async function shown(house: House, fact: RecordedFact, state: MessageShown['state']) {
  const { template, about, language, languageMissing, title, text, href } = fact.payload as unknown as MessageWritten;
  const at = timeOf(fact.at);
  const words = { title, text, href: href ?? null, language, languageFallback: languageMissing !== undefined };
  return { id: fact.id, at, template, about: about ?? null, ...words, state, entry: await entryOf(house, fact) };
}

type Asking = Pick<AnyContext, 'caller' | 'query'> & {
  readonly caller: Caller;
  readonly query: { readonly limit: number };
};

async function messagesOf(house: House, pagers: Pagers, context: Asking) {
  const pager = pagers(context, endpoints.listMyMessages.id);
  if (isProblem(pager)) return pager;
  const subject = await subjectOf(house, selfOf(context.caller));
  if (subject === undefined) return { items: [], next: null };
  const page = await house.messages(subject, pageWanted(pager, context.query.limit));
  const facts = await house.facts(page.items.map(({ id }) => id));
  const states = await statesOf(house, subject, page.items);
  const found = page.items.flatMap(({ id }) => facts.get(id) ?? []);
  return {
    items: await Promise.all(found.map((fact) => shown(house, fact, states.get(fact.id) ?? 'waiting'))),
    next: pager.next(page.next),
  };
}

export const messageHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(endpoints.listMyMessages)(async (context) => {
    const found = await messagesOf(house, pagers, context);
    return isProblem(found) ? found : told(200, found);
  }),
  on(endpoints.showMessages)(async (context) => {
    const found = await messagesOf(house, pagers, context);
    return isProblem(found) ? found : { status: 200, text: messagesPage(found, chromeOf(house, context)) };
  }),
];
