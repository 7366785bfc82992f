/**
 * A recorded choice as the act that the standing is folded from.
 * Flow:    ledger (recorded facts) → here → views/subject.
 * Promise: no free text and no identifier; the proof itself stays sealed in the fact.
 * Source:  docs/design.md 7; docs/law.md 5.1.
 */

import type { ConsentAct } from '../../evaluation/person.ts';
import type { ConsentEnded, ConsentGiven } from '../../facts/consent.ts';
import type { FactOf, RecordedFact } from '../../facts/fact.ts';
import type { ConsentState } from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import { placeOfAct } from '../subject/recorded-act.ts';

export function consentAct(fact: RecordedFact): ConsentAct | undefined {
  switch (fact.kind) {
    case 'consent.given':
      return { ...choiceIn(fact, 'given'), ...coverage(fact.payload) };
    case 'consent.refused':
      return { ...choiceIn(fact, 'refused'), explicit: false };
    case 'consent.withdrawn':
      return { ...choiceIn(fact, 'withdrawn'), explicit: false };
    default:
      return undefined;
  }
}

type ConsentFact = FactOf<'consent.given' | 'consent.refused' | 'consent.withdrawn'>;

function choiceIn(fact: ConsentFact, what: ConsentState): Omit<ConsentAct, 'explicit'> {
  const choice = fact.payload;
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
  };
}

const isVoid = ({ effect, warnings }: Pick<ConsentEnded, 'effect' | 'warnings'>): boolean =>
  effect === 'none' && (warnings.includes('not-after-erasure') || warnings.includes('limit-stands'));

const coverage = (given: ConsentGiven): Pick<ConsentAct, 'explicit' | 'categories' | 'aiSystems'> => ({
  explicit: given.explicit,
  categories: given.dataCategories,
  ...defined({ aiSystems: given.aiSystems }),
});
