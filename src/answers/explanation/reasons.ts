/**
 * The second layer: up to four reasons in the order of their weight, and one thing that would have changed the result.
 * Flow:    assemble.ts → here → language.
 * Promise: reasons speak for the outcome that was reached; none is made up, and "because" is never said of what only
 *          counted. What a person cannot change, or law protects, is told as a reason and never offered as a way.
 * Source:  docs/law.md 4 level 2; 12 CFR 1002.9(b)(2) (the main reasons); C-203/22; decision 0008.
 */
import type { CounterfactualAnswer, DecisionAnswer, FactorAnswer } from '../decision/decision-answer.ts';
import type { Reader } from '../reader.ts';
import type { AggregateAnswer, Layer2, ReasonAnswer } from './explanation-answer.ts';

/** More reasons than these blur each other. */
const MOST_REASONS = 4;

const reasonOf = (factor: FactorAnswer, reader: Reader): ReasonAnswer => ({
  ...factor,
  note: factor.unchangeable ? reader.say('explanation.reason.protected') : null,
});

/** What a person could do themselves goes before what was only noted. */
function chosen(counterfactuals: readonly CounterfactualAnswer[]): CounterfactualAnswer | undefined {
  const open = counterfactuals.filter(({ offered, feasible }) => offered && feasible !== false);
  return open.find(({ feasible }) => feasible === true) ?? open[0];
}

const noneWords = (counterfactuals: readonly CounterfactualAnswer[], reader: Reader): string =>
  reader.say(
    counterfactuals.length === 0 ? 'decision.counterfactuals.none' : 'explanation.counterfactual.unchangeable',
  );

function changedBy(
  counterfactuals: readonly CounterfactualAnswer[],
  reader: Reader,
): Pick<Layer2, 'counterfactual' | 'counterfactualWords'> {
  const one = chosen(counterfactuals);
  if (one !== undefined)
    return {
      counterfactual: one,
      counterfactualWords: `${one.words} ${reader.say('explanation.counterfactual.promise')}`,
    };
  const why = [...new Set(counterfactuals.filter(({ offered }) => !offered).map(({ words }) => words))];
  const words = [reader.say('explanation.counterfactual.unchangeable'), ...why];
  return {
    counterfactual: null,
    counterfactualWords: why.length === 0 ? noneWords(counterfactuals, reader) : words.join(' '),
  };
}

export function reasonsLayer(decision: DecisionAnswer, aggregate: AggregateAnswer | null, reader: Reader): Layer2 {
  const towards = decision.adverse ? 'against' : 'for';
  const reasons = decision.factors.filter(({ direction }) => direction === towards).slice(0, MOST_REASONS);
  return {
    layer: 2,
    title: reader.say('explanation.layer.2'),
    lead: reader.say(reasons.length === 0 ? 'explanation.reasons.none' : `explanation.reasons.${towards}`),
    reasons: reasons.map((factor) => reasonOf(factor, reader)),
    words: reasons.length === 0 ? reader.say('explanation.reasons.none') : reader.say('explanation.reasons.counted'),
    method: decision.factorsWords,
    ...changedBy(decision.counterfactuals, reader),
    aggregate,
  };
}
