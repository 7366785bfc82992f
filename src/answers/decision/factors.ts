/**
 * The factors of a decision in the order in which they weighed, and an honest sentence about how they were found.
 * Flow:    explain.ts → here → language.
 * Promise: the order is that of the recorded weights, or the recorded order where a weight is missing; a bar's length
 *          is a share of the strongest factor and never a score. The words are those of the catalogue of reasons that
 *          was in force when the decision was made, else the recorded label; each carries the person's own value.
 * Source:  docs/law.md 4 level 2 (principal factors); docs/explanations.md (approximation).
 */

import { whyUnchangeable } from '../../evaluation/held-back.ts';
import { featureOf } from '../../vocabulary/ai-system.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { Reader } from '../reader.ts';
import type { DecisionAnswer, FactorAnswer } from './decision-answer.ts';
import { type DecisionRecord, declaredAbout, type RecordedFactor } from './decision-record.ts';
import { isNoValue, valueWords } from './values.ts';

/** Methods that read the weights off the rule or model itself. */
const exact = new Set(['rule', 'rules', 'human', 'scorecard', 'decision-tree', 'linear-contribution']);
/** Methods that estimate from outside what moved the model. */
const approximate = new Set([
  'shap',
  'kernel-shap',
  'tree-shap',
  'lime',
  'surrogate',
  'permutation',
  'integrated-gradients',
  'attention',
  'llm',
]);

type Found = Pick<DecisionAnswer, 'factors' | 'factorsWords' | 'factorsAreApproximate'>;

function approximationOf(methods: readonly string[]): boolean | null {
  if (methods.some((method) => approximate.has(method.toLowerCase()))) return true;
  return methods.length > 0 && methods.every((method) => exact.has(method.toLowerCase())) ? false : null;
}

function methodWords(
  factors: readonly RecordedFactor[],
  reader: Reader,
): Pick<Found, 'factorsWords' | 'factorsAreApproximate'> {
  // A factor without a method may be an estimate whatever the others are.
  const methods = [...new Set(factors.map((factor) => factor.method ?? 'unstated'))];
  const isApproximate = approximationOf(methods);
  if (isApproximate === true)
    return { factorsAreApproximate: true, factorsWords: reader.say('decision.factors.approximate') };
  if (isApproximate === false)
    return { factorsAreApproximate: false, factorsWords: reader.say('decision.factors.exact') };
  return { factorsAreApproximate: null, factorsWords: reader.say('decision.factors.unstated') };
}

const weightOf = (factor: RecordedFactor): number => Math.abs(factor.weight ?? 0);

/** Is every factor weighed? Only then does a weight say anything about the order. */
const isWeighed = (factors: readonly RecordedFactor[]): boolean =>
  factors.every((factor) => factor.weight !== undefined);

/** The strongest first. */
const inOrderOfWeight = (factors: readonly RecordedFactor[]): readonly RecordedFactor[] =>
  isWeighed(factors) ? factors.toSorted((one, other) => weightOf(other) - weightOf(one)) : factors;

/** What a reason is about and how it reads: the catalogue's words where there are any. */
function factorWords(factor: RecordedFactor, { payload, catalogue }: DecisionRecord, reader: Reader) {
  const reason = catalogue?.reasons.find(({ code }) => code === factor.code);
  const feature = featureOf(reason ?? factor);
  const own = isNoValue(factor.value) ? payload.inputs.find(({ name }) => name === feature)?.value : factor.value;
  const value = valueWords(reader, own);
  const label = reader.text(factor.label) ?? factor.code;
  const text = reader.text(reason?.text);
  return {
    feature,
    label,
    value,
    words: reasonSentence({ factor, label, text, ...(isNoValue(own) ? {} : { value }) }, reader),
  };
}

interface Worded {
  readonly factor: RecordedFactor;
  readonly label: string;
  /** The catalogue's own words. */
  readonly text: string | null;
  /** Left out where there is none. */
  readonly value?: string;
}

function reasonSentence({ factor: { direction }, label, text, value }: Worded, reader: Reader): string {
  const isValueInside = text?.includes('{value}') === true;
  if (value === undefined)
    return text === null || isValueInside ? reader.say(`decision.factor.${direction}.bare`, { label }) : text;
  if (text === null) return reader.say(`decision.factor.${direction}`, { label, value });
  return isValueInside ? text.split('{value}').join(value) : reader.say('explanation.reason.value', { text, value });
}

/** One reason that was sent more than once is one reason, told where it weighed most. */
const distinct = (factors: readonly FactorAnswer[]): readonly FactorAnswer[] => {
  const isSame = (one: FactorAnswer, other: FactorAnswer): boolean =>
    one.direction === other.direction && (one.code === other.code || one.words === other.words);
  const once = factors.filter((factor, place) => factors.findIndex((each) => isSame(each, factor)) === place);
  return once.map((factor, place) => ({ ...factor, rank: place + 1 }));
};

export function factorsOf(record: DecisionRecord, reader: Reader, audience: 'person' | 'officer'): Found {
  const recorded = record.payload.factors;
  if (recorded.length === 0) return { factors: [], factorsWords: null, factorsAreApproximate: null };
  const ordered = inOrderOfWeight(recorded);
  const strongest = isWeighed(recorded) ? Math.max(...ordered.map(weightOf)) : 0;
  const strengthOf = (factor: RecordedFactor): number =>
    strongest > 0 ? Math.max(4, Math.round((weightOf(factor) / strongest) * 100)) : 50;
  const factors = ordered.map((factor, position): FactorAnswer => {
    const said = factorWords(factor, record, reader);
    const { code, direction, method, weight } = factor;
    const feature = { name: said.feature, labels: [...Object.values(factor.label), said.label] };
    const unchangeable = whyUnchangeable(feature, declaredAbout(record)) !== undefined;
    const shown = { rank: position + 1, code, direction, ...said, unchangeable, strength: strengthOf(factor) };
    if (audience === 'person') return shown;
    return { ...shown, ...defined({ method, weight }) };
  });
  return { factors: distinct(factors), ...methodWords(recorded, reader) };
}
