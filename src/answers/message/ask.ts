/**
 * Asks for what we wrote to a person, and whether it left.
 * Flow:    http, the sending of messages → here → ports/reads.
 * Promise: the words come from the recorded fact; whether it left comes from the fact about that.
 * Source:  docs/design.md 8.
 */

import type { FactOf } from '../../facts/fact.ts';
import type { MessageWritten } from '../../facts/message.ts';
import type { PageQuery, Reads } from '../../ports/reads.ts';
import type { MessageRow } from '../../views/message/message-row.ts';
import { ofKind } from '../../views/of-kind.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { askEntryReference } from '../ledger/ask.ts';
import { emptyPage } from '../page.ts';
import { findSubject } from '../person.ts';

/** What staff handed over has reached the person, too. */
const endingStates = { 'message.sent': 'sent', 'message.given-up': 'given-up', 'message.handed-over': 'sent' } as const;
const endings = Object.keys(endingStates) as (keyof typeof endingStates)[];
const ENDINGS_A_PAGE = 100;

type MessageState = 'waiting' | (typeof endingStates)[keyof typeof endingStates];

/** The words of a message; nothing where the person was erased. */
export async function findWrittenMessage(reads: Pick<Reads, 'facts'>, id: string): Promise<MessageWritten | undefined> {
  return ofKind('message.written', (await reads.facts([id])).get(id))?.payload;
}

/**
 * How far these messages have come: an ending stands after its message, so nobody looks further back than the oldest of
 * them.
 */
async function askStates(
  reads: Reads,
  subject: string,
  messages: readonly MessageRow[],
): Promise<ReadonlyMap<string, MessageState>> {
  const states = new Map<string, MessageState>();
  const oldest = Math.min(...messages.map(({ n }) => n));
  let before: number | undefined;
  while (messages.some(({ id }) => !states.has(id))) {
    const page = await reads.chain(subject, { kinds: endings, limit: ENDINGS_A_PAGE, ...defined({ before }) });
    for (const { kind, payload } of page.items) {
      const message = String(payload?.['message']);
      // The newest ending is read first, and it is the one that counts.
      if (!states.has(message)) states.set(message, endingStates[kind as keyof typeof endingStates]);
    }
    if (page.next === null || page.next <= oldest) break;
    before = page.next;
  }
  return states;
}

async function showMessage(reads: Reads, fact: FactOf<'message.written'>, state: MessageState) {
  const { template, about, language, languageMissing, title, text, href } = fact.payload;
  const at = timeOf(fact.at);
  const words = { title, text, href: href ?? null, language, languageFallback: languageMissing !== undefined };
  const entry = await askEntryReference(reads, fact);
  return { id: fact.id, at, template, about: about ?? null, ...words, state, entry };
}

/** The messages to a person, newest first. */
export async function askMessages(reads: Reads, identifier: string, query: PageQuery) {
  const subject = await findSubject(reads, identifier);
  if (subject === undefined) return emptyPage;
  const page = await reads.messages(subject, query);
  const facts = await reads.facts(page.items.map(({ id }) => id));
  const states = await askStates(reads, subject, page.items);
  const found = page.items.flatMap(({ id }) => ofKind('message.written', facts.get(id)) ?? []);
  const items = await Promise.all(found.map((fact) => showMessage(reads, fact, states.get(fact.id) ?? 'waiting')));
  return { items, next: page.next };
}
