/**
 * The lists about one person as files: AI systems, choices, requests, decisions, and who looked.
 * Flow:    http/handlers/console/files.ts (once the look is recorded) → here → ports/reads, list-file.ts.
 * Promise: the whole of each list, where the page shows the newest; of a decision nothing of how it came out, which
 *          whoever still has to judge it does not read.
 * Source:  decision 0129; docs/law.md 9.
 */
import type { ChainEntry, Reads } from '../../ports/reads.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { everyItem, type ListFile, listFile } from '../console/list-file.ts';
import { CHOICES, type Customer } from './customer.ts';

/** So many are read at once. */
const limit = 200;
/** Of an entry whose content is gone. */
const nothing: Readonly<Record<string, unknown>> = {};

function entriesOf(reads: Reads, subject: string, kinds: readonly string[]): AsyncGenerator<ChainEntry> {
  return everyItem((before?: number) => reads.chain(subject, { kinds, limit, ...defined({ before }) }));
}

async function* choicesOf(reads: Reads, subject: string) {
  for await (const { kind, at = 0, payload } of entriesOf(reads, subject, CHOICES)) {
    const { occurredAt, purpose, kind: limitKind } = payload ?? nothing;
    yield { recordedAt: timeOf(at), occurredAt, kind, purpose, limit: limitKind };
  }
}

async function* looksOf(reads: Reads, subject: string) {
  for await (const { at = 0, actor, payload } of entriesOf(reads, subject, ['look.recorded'])) {
    const { role, what, reason } = payload ?? nothing;
    yield { at: timeOf(at), actor: actor?.id, role, what, reason };
  }
}

async function* decisionsOf(reads: Reads, subject: string) {
  const rows = everyItem<DecisionRow, number>((before) => reads.decisions(subject, { limit, ...defined({ before }) }));
  for await (const { id, log, index, system, purpose, decidedAt } of rows) {
    const review = (await reads.reviewsOf([id])).at(-1)?.id;
    yield { id, log, index, aiSystem: system, purpose, decidedAt: timeOf(decidedAt), review };
  }
}

export const customerFiles = {
  systems: (_reads: Reads, { systems }: Customer): ListFile =>
    listFile(
      () => systems.map(({ key, name, choice, uses }) => ({ key, name, choice, ...uses })),
      ['key', 'name', 'choice', 'allowed', 'reported', 'refused', 'reportedWithoutPermission'],
    ),
  choices: (reads: Reads, { who: { subject } }: Customer): ListFile =>
    listFile(() => choicesOf(reads, subject), ['recordedAt', 'occurredAt', 'kind', 'purpose', 'limit']),
  decisions: (reads: Reads, { who: { subject } }: Customer): ListFile =>
    listFile(() => decisionsOf(reads, subject), ['id', 'decidedAt', 'aiSystem', 'purpose', 'review', 'log', 'index']),
  looks: (reads: Reads, { who: { subject } }: Customer): ListFile =>
    listFile(() => looksOf(reads, subject), ['at', 'actor', 'role', 'what', 'reason']),
} as const;
