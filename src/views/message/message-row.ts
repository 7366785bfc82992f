/**
 * One message to a person as a row: enough to list it; its words stay sealed in the fact.
 * Flow:    ledger (recorded facts) → here → the views `messages` and the outbox → answers (GET /v1/me/messages).
 * Promise: no word of the message in clear.
 * Source:  docs/design.md 4 and 6.
 */

import type { Instant, RecordedFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { MessageTemplate } from '../../vocabulary/message.ts';

export interface MessageRow {
  readonly id: string;
  readonly subject: string;
  readonly n: number;
  readonly template: MessageTemplate;
  readonly about?: string;
  readonly language: string;
  readonly at: Instant;
}

export function messageRow(fact: RecordedFact): MessageRow | undefined {
  if (fact.kind !== 'message.written') return undefined;
  const { template, about, language } = fact.payload;
  return { id: fact.id, subject: fact.subject, n: fact.n, template, ...defined({ about }), language, at: fact.at };
}
