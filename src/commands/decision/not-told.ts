/**
 * Whether a person in Québec was told, at the latest with the decision, that a machine decided alone.
 * Flow:    record-decision.ts → here → `quality[]`.
 * Promise: a warning, never a refusal: the decision is recorded, and somebody of the company has to tell the person.
 * Source:  Québec ARPPIPS 12.1; docs/law.md 1.
 */
import type { PersonState } from '../../evaluation/person.ts';
import { shownAbout } from '../../evaluation/shown-notice.ts';
import { momentOf, standingAsOf } from '../../evaluation/standing.ts';
import type { DecisionReport } from '../../facts/decision.ts';
import type { Instant } from '../../facts/fact.ts';
import { tellsOfAutomation } from '../../law/law.ts';
import type { DecisionQuality } from '../../vocabulary/ai-system.ts';

interface Made {
  readonly input: Pick<DecisionReport, 'aiSystem' | 'purpose' | 'aiRole'>;
  readonly person: PersonState;
  readonly regimes: readonly string[];
  readonly decidedAt: Instant;
}

export function notTold({ input, person, regimes, decidedAt }: Made): readonly DecisionQuality[] {
  if (input.aiRole !== 'sole' || !regimes.some((regime) => tellsOfAutomation(regime, decidedAt))) return [];
  const standing = person.found === 'known' ? standingAsOf(person.acts ?? [], decidedAt) : undefined;
  const wasTold = shownAbout(standing?.shown, input).some((shown) => momentOf(shown) <= decidedAt);
  return wasTold ? [] : ['automation-not-told'];
}
