/**
 * Handlers of messages: what we wrote to the person of the token or the session.
 * Flow:    app → here → house → pages.
 * Promise: the words come from the recorded fact; whether it left comes from the fact about that.
 * Source:  DESIGN section 8.
 */
import * as endpoints from '../../../openapi/endpoints/messages.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import type { MessageWritten } from '../../facts/message.ts';
import type { House } from '../../house-port.ts';
import { type MessageShown, messagesPage } from '../../pages/messages-page.tsx';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { AnyContext, Bound } from '../bind.ts';
import { on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import type { Pagers } from './cursor.ts';
import { selfOf } from './me.ts';
import { subjectOf } from './person.ts';
import { type Caller, entryOf, told } from './reply.ts';

const ended = { 'message.sent': 'sent', 'message.given-up': 'given-up' } as const;
const endings = Object.keys(ended) as (keyof typeof ended)[];

/** How far each of these messages has come; a hundred endings reach further back than a page of messages. */
async function statesOf(house: House, subject: string): Promise<ReadonlyMap<string, MessageShown['state']>> {
  const { items } = await house.chain(subject, { kinds: endings, limit: 100 });
  return new Map(items.map(({ kind, payload }) => [String(payload?.['message']), ended[kind as keyof typeof ended]]));
}

async function shown(house: House, fact: RecordedFact, state: MessageShown['state']) {
  const { template, about, language, languageMissing, title, text, href } = fact.payload as unknown as MessageWritten;
  const at = new Date(fact.at).toISOString();
  const words = { title, text, href: href ?? null, language, languageFallback: languageMissing !== undefined };
  return { id: fact.id, at, template, about: about ?? null, ...words, state, entry: await entryOf(house, fact) };
}

type Asking = Pick<AnyContext, 'caller' | 'query'> & { readonly caller: Caller; readonly query: { readonly limit: number } };

async function messagesOf(house: House, pagers: Pagers, context: Asking) {
  const pager = pagers(context, endpoints.listMyMessages.id);
  if (isProblem(pager)) return pager;
  const subject = await subjectOf(house, selfOf(context.caller));
  if (subject === undefined) return { items: [], next: null };
  const page = await house.messages(subject, { limit: context.query.limit, ...(pager.at === undefined ? {} : { before: pager.at }) });
  const facts = await house.facts(page.items.map(({ id }) => id));
  const states = await statesOf(house, subject);
  const found = page.items.flatMap(({ id }) => facts.get(id) ?? []);
  return { items: await Promise.all(found.map((fact) => shown(house, fact, states.get(fact.id) ?? 'waiting'))), next: pager.next(page.next) };
}

export const messageHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(endpoints.listMyMessages)(async (context) => {
    const found = await messagesOf(house, pagers, context);
    return isProblem(found) ? (found as Problem) : told(200, found);
  }),
  on(endpoints.showMessages)(async (context) => {
    const found = await messagesOf(house, pagers, context);
    return isProblem(found) ? (found as Problem) : { status: 200, text: messagesPage(found, chromeOf(house, context)) };
  }),
];
