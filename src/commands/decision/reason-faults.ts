/**
 * What is wrong with the reasons of a decision as reported: vague, missing, without a value, untranslated, or offering
 * the person to become somebody else.
 * Flow:    record-decision.ts → here → 422 where the AI system has a catalogue of reasons, `quality[]` where it has
 *          none.
 * Promise: pure; each fault names its place and how to mend it, and no value of the person.
 * Source:  docs/explanations.md (a catalogue of reasons); 12 CFR 1002.9(b)(2); docs/law.md 4 (level 2), 10.10.
 */
import { type AboutDecision, whyUnchangeable } from '../../evaluation/held-back.ts';
import type { AiSystem } from '../../evaluation/registry.ts';
import type { DecisionReport } from '../../facts/decision.ts';
import type { Instant } from '../../facts/fact.ts';
import { type ReasonCatalogue, servedLanguages } from '../../facts/reason-catalogue.ts';
import { languagesMissing, type Terms, termsOf, withTerms } from '../../language/terms.ts';
import type { TextMap } from '../../language/text.ts';
import { isVagueCode, vagueWordsIn } from '../../language/vague-reasons.ts';
import { featureOf } from '../../vocabulary/ai-system.ts';
import type { FieldError } from '../../vocabulary/problems.ts';
import { unfitMember } from '../refusal.ts';

export interface Reported {
  readonly decision: DecisionReport;
  readonly system: AiSystem | undefined;
  readonly decidedAt: Instant;
}

type Factor = DecisionReport['factors'][number];

const unknownReasons = ({ factors }: DecisionReport, catalogue: ReasonCatalogue): readonly FieldError[] => {
  const known = new Set(catalogue.reasons.map(({ code }) => code));
  const words = {
    message: 'The published catalogue of this AI system has no such reason.',
    fix: 'Use a code of the catalogue, or publish the reason first.',
  };
  return factors.flatMap(({ code }, place) =>
    known.has(code) ? [] : [unfitMember(`/factors/${place}/code`, 'reason-not-in-catalogue', words)],
  );
};

/** The text of a catalogue was judged when it was published; without one, the label is what the person reads. */
function vagueReasons({ factors }: DecisionReport): readonly FieldError[] {
  const fix = 'Name what was looked at and how it counted, for example the length of the loan.';
  return factors.flatMap(({ code, label }, place) => {
    const inLabel = Object.entries(label).find(([language, text]) => vagueWordsIn(text, language) !== undefined);
    const found = [
      ...(isVagueCode(code) ? [`/factors/${place}/code`] : []),
      ...(inLabel === undefined ? [] : [`/factors/${place}/label/${inLabel[0]}`]),
    ];
    return found.map((pointer) =>
      unfitMember(pointer, 'vague-reason', {
        message: 'This reason says nothing that the person could check or change.',
        fix,
      }),
    );
  });
}

function missingReason({ adverse, factors }: DecisionReport): readonly FieldError[] {
  if (!adverse || factors.some(({ direction }) => direction === 'against')) return [];
  const words = {
    message: 'The outcome is against the person, and nothing is named that counted against them.',
    fix: 'Send at least one factor with direction "against".',
  };
  return [unfitMember('/factors', 'reason-missing', words)];
}

const hasValue = (factor: Factor, { inputs }: DecisionReport, catalogue: ReasonCatalogue | undefined): boolean => {
  if (factor.value !== undefined) return true;
  const feature = featureOf(catalogue?.reasons.find(({ code }) => code === factor.code) ?? factor);
  return inputs.some(({ name }) => name === feature);
};

const withoutValue = (decision: DecisionReport, catalogue: ReasonCatalogue | undefined): readonly FieldError[] =>
  decision.factors.flatMap((factor, place) => {
    if (hasValue(factor, decision, catalogue)) return [];
    const words = {
      message: 'The reason has no value of the person.',
      fix: 'Send `value`, or an input of the same name.',
    };
    return [unfitMember(`/factors/${place}/value`, 'reason-without-value', words)];
  });

/** What the report, the entry of the AI system and the words of the company say of a decision. */
export const saidAbout = ({ decision, system }: Reported): AboutDecision => {
  const terms = termsOf(system?.body.reasonCatalogue?.terms);
  return { declared: system?.body, decision, spoken: (text) => ({ ...withTerms(text, terms) }) };
};

function unchangeable(reported: Reported): readonly FieldError[] {
  return reported.decision.counterfactuals.flatMap(({ name, label }, place) => {
    if (whyUnchangeable({ name, labels: Object.values(label) }, saidAbout(reported)) === undefined) return [];
    const words = {
      message: 'Nobody can be asked to change this, or law protects it.',
      fix: 'Leave it out, and name something the person can change.',
    };
    return [unfitMember(`/counterfactuals/${place}/name`, 'unchangeable-counterfactual', words)];
  });
}

/** Everything a person reads in the explanation; the words of a reason stand in the catalogue where there is one. */
function textsIn(
  decision: DecisionReport,
  isInCatalogue: boolean,
): readonly (readonly [string, TextMap | undefined])[] {
  const { output, inputs, factors, counterfactuals, otherFactors } = decision;
  const own = (['what', 'outcome', 'significance', 'consequences', 'futureUse'] as const).map(
    (member) => [`/${member}`, decision[member]] as const,
  );
  return [
    ...own,
    ['/output/scale', output.scale],
    ['/output/rule', output.rule],
    ...inputs.flatMap(({ label, source }, place) => [
      [`/inputs/${place}/label`, label] as const,
      [`/inputs/${place}/source`, source] as const,
    ]),
    ...(isInCatalogue ? [] : factors.map(({ label }, place) => [`/factors/${place}/label`, label] as const)),
    ...counterfactuals.flatMap(({ label, outcome }, place) => [
      [`/counterfactuals/${place}/label`, label] as const,
      [`/counterfactuals/${place}/outcome`, outcome] as const,
    ]),
    ...(otherFactors ?? []).map((text, place) => [`/otherFactors/${place}`, text] as const),
  ];
}

function untranslated({ decision, system }: Reported, terms: Terms): readonly FieldError[] {
  const languages = system === undefined ? [] : servedLanguages(system.body);
  return textsIn(decision, system?.body.reasonCatalogue !== undefined).flatMap(([pointer, text]) => {
    const missing = text === undefined ? [] : languagesMissing(withTerms(text, terms), languages);
    if (missing.length === 0) return [];
    const message = `This text is missing in ${missing.join(', ')}, which the company serves.`;
    return [
      unfitMember(pointer, 'translation-missing', {
        message,
        fix: 'Send it in every language served, or add it to `terms` of the catalogue.',
      }),
    ];
  });
}

/** Every fault of the reasons, in the order of the members. */
export function reasonFaults(reported: Reported): readonly FieldError[] {
  const { decision, system } = reported;
  const catalogue = system?.body.reasonCatalogue;
  const terms = termsOf(catalogue?.terms);
  return [
    ...(catalogue === undefined ? [] : unknownReasons(decision, catalogue)),
    ...vagueReasons(decision),
    ...missingReason(decision),
    ...withoutValue(decision, catalogue),
    ...unchangeable(reported),
    ...untranslated(reported, terms),
  ];
}
