/**
 * A recorded limit as the act that the standing is folded from.
 * Flow:    ledger (recorded facts) → here → views/subject.
 * Promise: no free text and no identifier.
 * Source:  docs/design.md 7.
 */

import type { LimitAct } from '../../evaluation/person.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { placeOfAct } from '../subject/recorded-act.ts';

export function limitAct(fact: RecordedFact): LimitAct | undefined {
  if (fact.kind !== 'limit.set' && fact.kind !== 'limit.lifted') return undefined;
  const limit = fact.payload;
  const warnings = fact.kind === 'limit.lifted' ? fact.payload.warnings : [];
  return {
    ...placeOfAct(fact, limit.occurredAt),
    what: fact.kind === 'limit.set' ? 'set' : 'lifted',
    limit: limit.kind,
    ...(warnings.length === 0 ? {} : { warnings }),
    ...defined({ purpose: limit.purpose, categories: limit.dataCategories }),
    ...(fact.kind === 'limit.set' ? defined({ source: fact.payload.source }) : {}),
  };
}
