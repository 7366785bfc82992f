/**
 * One message to a person as a row: enough to list it; its words stay sealed in the fact.
 * Flow:    ledger (recorded facts) → here → the views `messages` and the outbox → answers (GET /v1/me/messages).
 * Promise: no word of the message in clear.
 * Source:  docs/design.md 4 and 6.
 */

import type { Instant } from '../../facts/fact.ts';
import type { MessageWritten } from '../../facts/message.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { MessageTemplate } from '../../vocabulary/message.ts';
import type { RecordedAct } from '../subject/recorded-act.ts';

export interface MessageRow {
  readonly id: string;
  readonly subject: string;
  readonly n: number;
  readonly template: MessageTemplate;
  readonly about?: string;
  readonly language: string;
  readonly at: Instant;
}

export function messageRow(fact: RecordedAct): MessageRow | undefined {
  if (fact.kind !== 'message.written' || fact.subject === undefined) return undefined;
  const { template, about, language } = fact.payload as unknown as MessageWritten;
  return { id: fact.id, subject: fact.subject, n: fact.n ?? 0, template, ...defined({ about }), language, at: fact.at };
}
