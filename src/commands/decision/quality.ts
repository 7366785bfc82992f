/**
 * What an automated decision as reported lacks for a good explanation.
 * Flow:    commands/decision → here.
 * Promise: a warning, never a refusal: what was recorded thinly is still a record, and nothing is added to make it look better.
 * Source:  LAW 4 (level 2); C-203/22.
 */
import type { AiSystem } from '../../evaluation/registry.ts';
import type { DecisionReport } from '../../facts/decision.ts';
import type { DecisionQuality } from '../../vocabulary/ai-system.ts';

export function qualityOf(decision: DecisionReport, system: AiSystem | undefined): readonly DecisionQuality[] {
  const { inputs, factors, counterfactuals, output, humanInvolvement, aiRole } = decision;
  const noHuman = saysNone(humanInvolvement.role);
  const found: readonly (readonly [boolean, DecisionQuality])[] = [
    [inputs.length === 0, 'no-inputs'],
    [factors.length === 0, 'no-factors'],
    [decision.adverse && counterfactuals.length === 0, 'no-counterfactuals'],
    [typeof output.value !== 'string' && output.scale === undefined, 'no-scale'],
    [output.rule === undefined, 'no-rule'],
    [inputs.some((input) => input.source === undefined), 'no-input-source'],
    [system !== undefined && inputs.some((input) => !system.categories.has(input.category)), 'input-category-not-declared'],
    [!noHuman && humanInvolvement.whatTheyDid === undefined, 'no-human-part'],
    [aiRole === 'sole' && !noHuman, 'human-role-unclear'],
  ];
  return found.filter(([lacks]) => lacks).map(([, code]) => code);
}

const saysNone = (role: Readonly<Record<string, string>>): boolean => Object.values(role).every((words) => words.trim().toLowerCase() === 'none');
