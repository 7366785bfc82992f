/**
 * Whether a machine alone decided something important about a child.
 * Flow:    record-decision.ts → here → `quality[]`.
 * Promise: a warning, never a refusal: the decision was made, and somebody of the company has to look at it.
 * Source:  docs/law.md 3.10 (recital 71); decision 0011.
 */

import type { PersonState } from '../../evaluation/person.ts';
import type { AiSystem, Purpose } from '../../evaluation/registry.ts';
import { ageBandOn, standingAsOf } from '../../evaluation/standing.ts';
import type { DecisionReport } from '../../facts/decision.ts';
import type { Instant } from '../../facts/fact.ts';
import { sparesChild } from '../../law/law.ts';
import type { DecisionQuality } from '../../vocabulary/ai-system.ts';
import { saysNone } from './quality.ts';

interface Made {
  readonly input: Pick<DecisionReport, 'aiRole' | 'humanInvolvement'>;
  readonly purpose: Purpose | undefined;
  readonly system: AiSystem | undefined;
  readonly person: PersonState;
  readonly regimes: readonly string[];
  readonly decidedAt: Instant;
}

/** A human who decides before anything takes effect makes it no decision by a machine. */
const isAlone = ({ input, system }: Made): boolean =>
  system?.oversight !== 'before-effect' && (input.aiRole === 'sole' || saysNone(input.humanInvolvement.role));

export function aboutChild(made: Made): readonly DecisionQuality[] {
  const { purpose, person, regimes, decidedAt } = made;
  if (purpose?.significant !== true || person.found !== 'known' || !isAlone(made)) return [];
  const ageBand = ageBandOn(standingAsOf(person.acts ?? [], decidedAt), decidedAt);
  return regimes.some((regime) => sparesChild(regime, { ageBand, on: decidedAt })) ? ['child-decided-alone'] : [];
}
