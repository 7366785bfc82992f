/**
 * What an automated decision as reported lacks for a good explanation.
 * Flow:    commands/decision → here.
 * Promise: a warning, never a refusal: what was recorded thinly is still a record, and nothing is added to make it look
 *          better.
 * Source:  docs/law.md 4 (level 2); C-203/22.
 */
import { changesNothing, whyUnchangeable } from '../../evaluation/held-back.ts';
import { type DecisionQuality, decisionQualities, featureOf } from '../../vocabulary/ai-system.ts';
import { type Reported, reasonFaults, saidAbout } from './reason-faults.ts';

/** Where the AI system has a catalogue of reasons, their faults were refused before. */
export function qualityOf(reported: Reported): readonly DecisionQuality[] {
  const { decision, system } = reported;
  const { inputs, factors, counterfactuals, output, humanInvolvement, aiRole } = decision;
  const noHuman = saysNone(humanInvolvement.role);
  const found: readonly (readonly [boolean, DecisionQuality])[] = [
    [inputs.length === 0, 'no-inputs'],
    [factors.length === 0, 'no-factors'],
    [decision.adverse && counterfactuals.length === 0, 'no-counterfactuals'],
    [typeof output.value !== 'string' && output.scale === undefined, 'no-scale'],
    [output.rule === undefined, 'no-rule'],
    [inputs.some((input) => input.source === undefined), 'no-input-source'],
    [
      system !== undefined && inputs.some((input) => !system.categories.has(input.category)),
      'input-category-not-declared',
    ],
    [!noHuman && humanInvolvement.whatTheyDid === undefined, 'no-human-part'],
    [aiRole === 'sole' && !noHuman, 'human-role-unclear'],
    [suppliesScore(reported) && (decision.scoreSuppliedTo ?? []).length === 0, 'no-score-recipients'],
    [protectedCounted(reported), 'protected-feature-counted'],
    [changesTooLittle(reported), 'counterfactual-changes-nothing'],
    [repeatsReason(reported), 'repeated-reason'],
  ];
  const faults = new Set(reasonFaults(reported).map(({ code }) => code));
  const ofReasons = (Object.keys(decisionQualities) as DecisionQuality[]).filter((code) => faults.has(code));
  return [...found.filter(([lacks]) => lacks).map(([, code]) => code), ...ofReasons];
}

/** The published entry says that its score goes to others. */
function suppliesScore({ system }: Reported): boolean {
  const named = system?.body['scoreSuppliedTo'];
  return Array.isArray(named) && named.length > 0;
}

/** No fault of the report: it is true, and somebody of the company should look at it. */
function protectedCounted(reported: Reported): boolean {
  const { decision, system } = reported;
  const catalogue = system?.body.reasonCatalogue;
  return decision.factors.some((factor) => {
    const name = featureOf(catalogue?.reasons.find(({ code }) => code === factor.code) ?? factor);
    return whyUnchangeable({ name, labels: Object.values(factor.label) }, saidAbout(reported)) === 'protected';
  });
}

/** It is kept as reported, and not shown to the person as a way to another result. */
const changesTooLittle = (reported: Reported): boolean =>
  reported.decision.counterfactuals.some((one) => changesNothing(one, saidAbout(reported)) !== undefined);

const repeatsReason = ({ decision: { factors } }: Reported): boolean =>
  new Set(factors.map(({ code, direction }) => `${code} ${direction}`)).size < factors.length;

export const saysNone = (role: Readonly<Record<string, string>>): boolean =>
  Object.values(role).every((words) => words.trim().toLowerCase() === 'none');
