/**
 * Asks for the steps of a request, the oldest first.
 * Flow:    http, ask-package.ts → here → ports/reads (the person's own chain).
 * Promise: every step that was recorded; nothing once the person is erased.
 * Source:  docs/law.md 2.7.
 */
import type { Rectified } from '../../facts/request.ts';
import type { Reads } from '../../ports/reads.ts';
import { payloadOfKind } from '../../views/of-kind.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { askWholeChain } from '../ledger/ask.ts';

export interface StepShown {
  readonly step: string;
  readonly at: string;
  /** The words of whoever took it. */
  readonly reason?: string;
  /** What a correction corrected. */
  readonly rectified?: readonly Rectified[];
}

const stepKinds = [
  'received',
  'verified',
  'extended',
  'paused',
  'resumed',
  'denied',
  'fulfilled',
  'cancelled',
  'appealed',
].map((step) => `request.${step}`);

/** The steps of one request, the oldest first. */
export async function askSteps(reads: Reads, row: RequestRow): Promise<readonly StepShown[]> {
  if (row.subject === undefined) return [];
  const entries = await askWholeChain(reads, row.subject, { kinds: stepKinds });
  return entries
    .filter(({ id, payload }) => id === row.id || payload?.request === row.id)
    .flatMap((entry) => {
      const { kind, at, payload } = entry;
      if (kind === undefined || at === undefined) return [];
      const reason = typeof payload?.reason === 'string' ? { reason: payload.reason } : {};
      const ended = payloadOfKind('request.fulfilled', entry);
      return [
        { step: kind.slice('request.'.length), at: timeOf(at), ...reason, ...defined({ rectified: ended?.rectified }) },
      ];
    });
}
