/**
 * The words an AI system and its decisions are described with.
 * Flow:    read by openapi, facts, evaluation, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  AI Act 14, 86; docs/law.md 4 and 9; docs/design.md 8.1.
 */
export const oversightModes = ['none', 'after-the-fact', 'before-effect'] as const;
export type OversightMode = (typeof oversightModes)[number];

export const aiSystemStates = ['live', 'retired'] as const;

/** The part that the AI system had in a decision. */
export const aiRoles = ['sole', 'main', 'one-of-several', 'advisory', 'none'] as const;
export type AiRole = (typeof aiRoles)[number];

export const useModes = ['request', 'report'] as const;
export type UseMode = (typeof useModes)[number];

/** What an automated decision as reported lacks for a good explanation. */
export const decisionQualities = {
  'no-inputs': 'No data was named that the decision was made from.',
  'no-factors': 'No factors were named that weighed in the decision.',
  'no-counterfactuals': 'Nothing was named that would have changed the outcome.',
  'no-scale': 'The result has no scale, so nobody can read it.',
  'no-rule': 'No rule or threshold was named for the result.',
  'no-input-source': 'For some data it is not said where it came from.',
  'input-category-not-declared': 'Some data is of a kind that the AI system does not declare.',
  'no-human-part': 'It is not said what the person who was involved did.',
  'human-role-unclear': 'The AI system decided alone, but a human part is named.',
  'reason-missing': 'The outcome is against the person and nothing is named that counted against them.',
  'vague-reason': 'A reason says nothing that the person could check or change.',
  'reason-without-value': 'A reason names no value of the person.',
  'unchangeable-counterfactual':
    'It is said that another result would follow from something the person cannot change or that law protects.',
  'counterfactual-changes-nothing':
    'It is said that something else would have led to the same result, so the person is not shown it.',
  'repeated-reason': 'A reason was sent more than once; it is told once.',
  'protected-feature-counted': 'A feature that law protects weighed in the decision.',
  'no-score-recipients':
    'The published entry says that others are given this score, and the decision names none of them.',
  'automation-not-told':
    'In Québec and in Switzerland the person has to be told, at the latest with the decision, that a machine decided alone; nothing on record shows it.',
  'child-decided-alone':
    'The person is a child, and a machine alone decided something important about them. It should not (recital 71); let a person decide.',
  'translation-missing': 'A text for the person is missing in a language that the company serves.',
} as const satisfies Readonly<Record<string, string>>;
export type DecisionQuality = keyof typeof decisionQualities;

/** The input that a reason speaks of; a code such as `income-against` names it before its direction. */
export const featureOf = ({ code, feature }: { readonly code: string; readonly feature?: string }): string =>
  feature ?? code.replace(/-(?:for|against)$/, '');
