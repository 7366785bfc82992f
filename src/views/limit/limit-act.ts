/**
 * A recorded limit as the act that the standing is folded from.
 * Flow:    ledger (recorded facts) → here → views/subject.
 * Promise: no free text and no identifier.
 * Source:  docs/design.md 7.
 */

import type { LimitAct } from '../../evaluation/person.ts';
import type { LimitLifted, LimitSet } from '../../facts/limit.ts';
import { defined } from '../../vocabulary/defined.ts';
import { placeOfAct, type RecordedAct } from '../subject/recorded-act.ts';

export function limitAct(fact: RecordedAct): LimitAct | undefined {
  if (fact.kind !== 'limit.set' && fact.kind !== 'limit.lifted') return undefined;
  const limit = fact.payload as unknown as LimitSet & Partial<Pick<LimitLifted, 'warnings'>>;
  return {
    ...placeOfAct(fact, limit.occurredAt),
    what: fact.kind === 'limit.set' ? 'set' : 'lifted',
    limit: limit.kind,
    ...(limit.warnings === undefined || limit.warnings.length === 0 ? {} : { warnings: limit.warnings }),
    ...defined({ purpose: limit.purpose, categories: limit.dataCategories }),
  };
}
