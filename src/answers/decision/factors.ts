/**
 * The factors of a decision in the order in which they weighed, and an honest sentence about how they were found.
 * Flow:    explain.ts → here → language.
 * Promise: the order is that of the recorded weights, or the recorded order where a weight is missing; a bar's length is a
 *          share of the strongest factor and never a score.
 * Source:  LAW 4 level 2 (`principal_factors`); ECOSYSTEM 4 (say when a factor list is an approximation of the model).
 */
import type { Reader } from '../reader.ts';
import type { DecisionAnswer, FactorAnswer } from './decision-answer.ts';
import type { RecordedFactor } from './decision-record.ts';
import { valueWords } from './values.ts';

/** Methods that read the weights off the rule or model itself. */
const exact = new Set(['rule', 'rules', 'human', 'scorecard', 'decision-tree', 'linear-contribution']);
/** Methods that estimate from outside what moved the model. */
const approximate = new Set(['shap', 'kernel-shap', 'tree-shap', 'lime', 'surrogate', 'permutation', 'integrated-gradients', 'attention', 'llm']);

type Found = Pick<DecisionAnswer, 'factors' | 'factorsWords' | 'factorsAreApproximate'>;

function approximationOf(methods: readonly string[]): boolean | null {
  if (methods.some((method) => approximate.has(method.toLowerCase()))) return true;
  return methods.length > 0 && methods.every((method) => exact.has(method.toLowerCase())) ? false : null;
}

function methodWords(factors: readonly RecordedFactor[], reader: Reader): Pick<Found, 'factorsWords' | 'factorsAreApproximate'> {
  const methods = [...new Set(factors.flatMap((factor) => factor.method ?? []))];
  const isApproximate = approximationOf(methods);
  if (isApproximate === true) return { factorsAreApproximate: true, factorsWords: reader.say('decision.factors.approximate') };
  if (isApproximate === false) return { factorsAreApproximate: false, factorsWords: reader.say('decision.factors.exact') };
  return { factorsAreApproximate: null, factorsWords: reader.say('decision.factors.unstated') };
}

const weightOf = (factor: RecordedFactor): number => Math.abs(factor.weight ?? 0);

export function factorsOf(recorded: readonly RecordedFactor[], reader: Reader, audience: 'person' | 'officer'): Found {
  if (recorded.length === 0) return { factors: [], factorsWords: null, factorsAreApproximate: null };
  const weighed = recorded.every((factor) => factor.weight !== undefined);
  const ordered = weighed ? recorded.toSorted((one, other) => weightOf(other) - weightOf(one)) : recorded;
  const strongest = Math.max(...ordered.map(weightOf));
  const strengthOf = (factor: RecordedFactor): number => (weighed && strongest > 0 ? Math.max(4, Math.round((weightOf(factor) / strongest) * 100)) : 50);
  const factors = ordered.map((factor, position): FactorAnswer => {
    const label = reader.text(factor.label) ?? factor.code;
    const value = valueWords(reader, factor.value);
    const words = reader.say(`decision.factor.${factor.direction}`, { label, value });
    const shown = { rank: position + 1, code: factor.code, label, value, direction: factor.direction, words, strength: strengthOf(factor) };
    if (audience === 'person') return shown;
    return { ...shown, ...(factor.method === undefined ? {} : { method: factor.method }), ...(factor.weight === undefined ? {} : { weight: factor.weight }) };
  });
  return { factors, ...methodWords(recorded, reader) };
}
