/**
 * How far the notice of an outcome against a person has come, from the facts about the decision and its message.
 * Flow:    http (GET of a decision, list for staff) → here → law (clock).
 * Promise: computed, never stored. Only a message that left by mail, or that staff handed over, has reached the person;
 *          one that lies in a folder or was given up is due.
 * Source:  C.R.S. 6-1-1704 (SB 26-189); docs/law.md 2.6, 3.7.
 */
import type { AdverseNoticeOwed, DecisionRecorded } from '../../facts/decision.ts';
import { adverseNoticeClock, adverseNoticesSince, type Calendar } from '../../law/law.ts';
import type { DecisionEffect } from '../../views/review/effect.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { AdverseNoticeState } from '../../vocabulary/notice.ts';

/** No decision made before it owes a notice. */
export const owedSince = adverseNoticesSince;

export interface AdverseMaterial {
  readonly decision: Pick<DecisionRecorded, 'aiRole' | 'decidedAt'> & { readonly owed: AdverseNoticeOwed };
  readonly effect: DecisionEffect;
  /** The message about it, and how its way ended. */
  readonly message?: { readonly id: string; readonly ended?: 'sent' | 'filed' | 'given-up' | 'handed-over' };
  readonly now: number;
  readonly calendar: Calendar;
}

export interface AdverseNotice {
  readonly regime: string;
  readonly rule: string;
  readonly source: string;
  readonly dueAt: string;
  readonly message: string | null;
  readonly state: AdverseNoticeState;
  readonly late: boolean;
}

const byEnding = { sent: 'sent', filed: 'due', 'given-up': 'due', 'handed-over': 'given' } as const;

function stateOf({ effect, message }: AdverseMaterial): AdverseNoticeState {
  if (message !== undefined && message.ended !== undefined && byEnding[message.ended] !== 'due')
    return byEnding[message.ended];
  if (effect.state === 'pending') return 'pending';
  if (effect.state !== 'effective') return 'lifted';
  return message === undefined || message.ended !== undefined ? 'due' : 'written';
}

/** A decision that waited for a human is an outcome from the end of that wait on. */
function dueAt({ decision, effect, calendar }: AdverseMaterial): string {
  if (effect.review === undefined || effect.state !== 'effective') return decision.owed.dueAt;
  const { regime } = decision.owed;
  const clock = adverseNoticeClock(
    { regimes: [regime], aiRole: decision.aiRole, kind: undefined, on: effect.since },
    calendar,
  );
  return clock === undefined ? decision.owed.dueAt : timeOf(clock.dueAt);
}

export function adverseNotice(material: AdverseMaterial): AdverseNotice {
  const { regime, rule, source } = material.decision.owed;
  const due = dueAt(material);
  const state = stateOf(material);
  const late = (state === 'due' || state === 'written') && Date.parse(due) < material.now;
  return { regime, rule, source, dueAt: due, message: material.message?.id ?? null, state, late };
}
