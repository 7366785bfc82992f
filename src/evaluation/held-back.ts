/**
 * Why something is not held out to a person as the thing to change: what it is said to be, else what its name says.
 * Flow:    commands/decision (intake), answers/decision, answers/explanation → here → law.
 * Promise: a declaration goes before the list of words: the AI system's inputs, its catalogue of reasons, the report
 *          itself; whoever says "no" is heard first. Nothing that leads to the same result is a way to another one.
 * Source:  decision 0016; docs/explanations.md (what is flagged); docs/law.md 4 (level 2).
 */
import type { DecisionReport } from '../facts/decision.ts';
import type { DeclaredAiSystem } from '../facts/registry.ts';
import { protectedFeatureIn } from '../law/law.ts';
import { featureOf } from '../vocabulary/ai-system.ts';

export type HeldBack = 'protected' | 'unchangeable' | 'same-outcome' | 'same-value';

type Texts = DecisionReport['outcome'];
type Counterfactual = DecisionReport['counterfactuals'][number];

interface Said {
  readonly changeable?: boolean | undefined;
  readonly protected?: boolean | undefined;
}

/** What was published of the AI system, as far as it bears on this. */
export type DeclaredFeatures = Pick<DeclaredAiSystem, 'inputs' | 'reasonCatalogue'>;

interface Feature {
  readonly name: string;
  /** Every text under which people know it. */
  readonly labels: readonly string[];
}

export interface AboutDecision {
  readonly declared: DeclaredFeatures | undefined;
  readonly decision: Pick<DecisionReport, 'factors' | 'outcome' | 'decidedAt'>;
  /** A text in every language that the company has for it. */
  readonly spoken: (text: Texts) => Texts;
}

/** `native_country`, `native-country` and `nativeCountry` name one thing. */
const plainName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');

function saidOf(name: string, { declared, decision }: AboutDecision): readonly Said[] {
  const wanted = plainName(name);
  const reasons = declared?.reasonCatalogue?.reasons ?? [];
  const inputs = (declared?.inputs ?? []).filter((input) => plainName(input.name) === wanted);
  const published = reasons
    .filter((reason) => plainName(featureOf(reason)) === wanted)
    .map(({ changeable, unchangeable, protected: isProtected }) => ({
      changeable: unchangeable === true ? false : changeable,
      protected: isProtected,
    }));
  const reported = decision.factors.filter((factor) => {
    const reason = reasons.find(({ code }) => code === factor.code);
    return plainName(featureOf(reason ?? factor)) === wanted;
  });
  return [...inputs, ...published, ...reported];
}

/** Nobody can be asked to change it, or law protects it. */
export function whyUnchangeable(
  { name, labels }: Feature,
  about: AboutDecision,
): 'protected' | 'unchangeable' | undefined {
  const said = saidOf(name, about);
  if (said.some((each) => each.protected === true)) return 'protected';
  if (said.some(({ changeable }) => changeable === false)) return 'unchangeable';
  if (said.some(({ changeable }) => changeable === true)) return undefined;
  return protectedFeatureIn([name, ...labels], Date.parse(about.decision.decidedAt)) === undefined
    ? undefined
    : 'protected';
}

/** Why this is not shown as what would have changed the result, or nothing where it is. */
export const heldBack = (one: Counterfactual, about: AboutDecision): HeldBack | undefined =>
  whyUnchangeable({ name: one.name, labels: Object.values(one.label) }, about) ?? changesNothing(one, about);

/** The same words but for capitals, spaces and a full stop. */
const plainText = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');

const isSameValue = (one: Counterfactual['from'], other: Counterfactual['to']): boolean =>
  typeof one === 'string' && typeof other === 'string' ? plainText(one) === plainText(other) : one === other;

export function changesNothing(
  { from, to, outcome }: Counterfactual,
  { decision, spoken }: AboutDecision,
): 'same-outcome' | 'same-value' | undefined {
  if (isSameValue(from, to)) return 'same-value';
  const was = spoken(decision.outcome);
  const isSame = Object.entries(spoken(outcome)).some(
    ([language, text]) => was[language] !== undefined && plainText(text) === plainText(was[language]),
  );
  return isSame ? 'same-outcome' : undefined;
}
