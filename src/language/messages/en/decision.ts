/**
 * Texts of the explanation of one automated decision.
 * Flow:    ../en.ts → here.
 * Promise: what was not recorded is said to be missing; nothing is called a cause that is only a correlation.
 * Source:  docs/law.md 4 level 2; docs/explanations.md.
 */
export const decisionMessages = {
  'decision.headline': '{what}: {outcome}, on {day}',
  'decision.own-view-first': 'shown once your own view is noted',
  'decision.role.sole': 'AI decided this alone.',
  'decision.role.main': 'AI had the main say in this.',
  'decision.role.one-of-several': 'AI was one of several things that counted.',
  'decision.role.advisory': 'AI gave advice, and a person decided.',
  'decision.role.none': 'No AI was used for this.',
  'decision.value.yes': 'yes',
  'decision.value.no': 'no',
  'decision.value.none': 'nothing recorded',
  'decision.factor.for': '{label} ({value}) helped you.',
  'decision.factor.against': '{label} ({value}) counted against you.',
  'decision.factor.for.bare': '{label} helped you.',
  'decision.factor.against.bare': '{label} counted against you.',
  'decision.factors.exact': 'These were read off the rule that decided, the one that weighed most first.',
  'decision.factors.approximate':
    'These are an approximation: they estimate from outside what moved the AI system, the strongest first. They are not the exact reason.',
  'decision.factors.unstated': 'How these were found is not on record, so they may be an approximation.',
  'decision.factors.none': 'No factors were recorded for this decision.',
  'decision.output.value': 'The AI system’s result for you was {value}.',
  'decision.output.scale': 'What that means: {scale}.',
  'decision.output.no-scale': 'What the number means was not recorded.',
  'decision.output.rule': 'The rule: {rule}.',
  'decision.output.no-rule': 'The rule that turned it into a decision was not recorded.',
  'decision.output.none': 'No score or result was recorded for this decision.',
  'decision.counterfactual': 'With {to} instead of {from} for “{label}”, the result would have been: {outcome}.',
  'decision.counterfactual-not-feasible':
    'With {to} instead of {from} for “{label}”, the result would have been: {outcome}. This may be something you cannot change.',
  'decision.held-back.protected': '“{label}” is left out: law protects it, and nobody may ask you to be somebody else.',
  'decision.held-back.unchangeable': '“{label}” is left out: you cannot change it.',
  'decision.held-back.same-outcome': '“{label}” is left out: the result would have been the same.',
  'decision.held-back.same-value': '“{label}” is left out: nothing about it would have been different.',
  'decision.counterfactuals.some':
    '{count, plural, one {One change} other {# changes, each on its own,}} would have led to another result. Nobody promises that {count, plural, one {it} other {they}} will next time.',
  'decision.counterfactuals.none':
    'Nobody noted what would have changed this result, and we do not make it up afterwards.',
  'decision.human.none': 'No person took part before this took effect.',
  'decision.human.not-shown':
    'A person took part ({role}). It is not on record that they looked at more than the AI system’s result and could change it. So we count this as decided by AI.',
  'decision.covered': 'A permission for this was on record.',
  'decision.not-covered': 'No permission for this was on record.',
  'decision.score-supplied':
    'We gave the result to “{recipient}”.{dated, select, yes { That was on {day}.} other {}}{strongly, select, yes { They rely on it when they decide.} other {}}',
  'decision.missing.scoreSuppliedTo': 'Who was given the result was not recorded.',
  'decision.missing.inputs': 'Which data was used',
  'decision.missing.factors': 'What counted for and against you',
  'decision.missing.counterfactuals': 'What would have changed the result',
  'decision.missing.output': 'The score or result of the AI system',
  'decision.missing.modelVersion': 'Which version of the AI system decided',
  'decision.missing.humanInvolvement': 'Whether a person took part',
  'decision.missing.consequences': 'What follows from the decision for you',
  'decision.missing.significance': 'How strongly the decision affects you',
  'decision.missing.futureUse': 'Whether the result will be used again',
} as const satisfies Record<string, string>;
