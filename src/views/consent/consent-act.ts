/**
 * A recorded choice as the act that the standing is folded from.
 * Flow:    ledger (recorded facts) → here → views/subject.
 * Promise: no free text and no identifier; the proof itself stays sealed in the fact.
 * Source:  docs/design.md 7; docs/law.md 5.1.
 */

import type { ConsentAct } from '../../evaluation/person.ts';
import type { ConsentEnded, ConsentGiven } from '../../facts/consent.ts';
import type { ConsentState } from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import { placeOfAct, type RecordedAct } from '../subject/recorded-act.ts';

const states = {
  'consent.given': 'given',
  'consent.refused': 'refused',
  'consent.withdrawn': 'withdrawn',
} as const satisfies Readonly<Record<string, ConsentState>>;

export function consentAct(fact: RecordedAct): ConsentAct | undefined {
  if (!Object.hasOwn(states, fact.kind)) return undefined;
  const what = states[fact.kind as keyof typeof states];
  const choice = fact.payload as unknown as ConsentEnded;
  return {
    ...placeOfAct(fact, choice.occurredAt),
    what,
    purpose: choice.purpose,
    purposeVersion: choice.purposeVersion,
    by: choice.givenBy,
    effect: choice.effect,
    ...(isVoid(choice) ? { void: true as const } : {}),
    ...(choice.warnings.length === 0 ? {} : { warnings: choice.warnings }),
    ...(choice.notice === undefined ? {} : { notice: { key: choice.notice.key, version: choice.notice.version } }),
    ...(what === 'given' ? coverage(fact.payload as unknown as ConsentGiven) : { explicit: false }),
  };
}

const isVoid = ({ effect, warnings }: ConsentEnded): boolean =>
  effect === 'none' && (warnings.includes('not-after-erasure') || warnings.includes('limit-stands'));

const coverage = (given: ConsentGiven): Pick<ConsentAct, 'explicit' | 'categories' | 'aiSystems'> => ({
  explicit: given.explicit,
  categories: given.dataCategories,
  ...defined({ aiSystems: given.aiSystems }),
});
