/**
 * Texts of the explanation of one automated decision in its four layers.
 * Flow:    ../en.ts → here.
 * Promise: short sentences that say what counted and never why the world is so; what is not known is said not to be
 *          known.
 * Source:  docs/law.md 4 level 2; docs/explanations.md (layers); decision 0008.
 */
export const explanationMessages = {
  'explanation.title': 'Why: {what}, {outcome}',
  'explanation.layer.1': 'In one sentence',
  'explanation.layer.2': 'Why, and what would have changed it',
  'explanation.layer.3': 'The data, the AI system, the people, and how to object',
  'explanation.layer.4': 'The full record, with proof',
  'explanation.sentence.sole': 'An AI system alone decided on {day} about “{what}”: {outcome}.',
  'explanation.sentence.main': 'An AI system had the main say on {day} about “{what}”: {outcome}.',
  'explanation.sentence.one-of-several':
    'An AI system was one of several things that counted on {day} for “{what}”: {outcome}.',
  'explanation.sentence.advisory': 'An AI system gave advice on {day} about “{what}”: {outcome}.',
  'explanation.sentence.none': 'No AI was used on {day} for “{what}”: {outcome}.',
  'explanation.effect.pending': 'It has no effect yet: a person looks at it first.',
  'explanation.effect.changed': 'A person looked at it again and changed it on {day}.',
  'explanation.effect.withdrawn': 'A person looked at it again and took it back on {day}.',
  'explanation.effect.re-run':
    'A person looked at it again on {day}. Some data was wrong, so it is to be decided again with the right data.',
  'explanation.effect.upheld': 'A person looked at it again on {day}, and it stays as it is.',
  'explanation.effect.outcome': 'The new result: {outcome}.',
  'explanation.effect.reasons': 'In their words: {reasons}',
  'explanation.reasons.against': 'What counted most against you, the strongest first:',
  'explanation.reasons.for': 'What helped you most, the strongest first:',
  'explanation.reasons.helped': 'What spoke for you:',
  'explanation.reasons.none': 'No reason for this result was recorded, and we do not make one up.',
  'explanation.reasons.counted': 'They say what counted in this result. They do not say that one thing causes another.',
  'explanation.reason.value': '{text} Your own value: {value}.',
  'explanation.reason.protected':
    'You cannot change this, and we do not ask you to. If you think it should not count, ask a person to look again.',
  'explanation.counterfactual.unchangeable': 'Nothing was recorded that we could offer you as a way to another result.',
  'explanation.counterfactual.lead': 'One thing that would have changed it',
  'explanation.counterfactual.promise': 'Nobody promises that it will next time.',
  'explanation.all-factors': 'Everything that counted, the strongest first',
  'explanation.system': 'The AI system: what it is good at, and what it cannot do',
  'explanation.system.then':
    'This is how it was described when it decided, in version {version}. The description has changed since.',
  'explanation.people': 'The part people had',
  'explanation.other': 'What else counted',
  'explanation.other.none': 'Nothing else was recorded.',
  'explanation.follows': 'What follows for you',
  'explanation.follows.none': 'What follows for you was not recorded.',
  'explanation.human.review':
    'A person looked at this again and could read the result, looked at more than that, and could change it. Their steps are on record.',
  'explanation.human.review-short':
    'A person looked at this again. Not everything that makes such a look count is on record, so we still count this as decided by AI.',
  'explanation.human.repeated': 'The same person wrote the same words in another review.',
  'explanation.human.claimed':
    'The service that decided says that a person took part ({role}). No steps of that person are on record here, so we count this as decided by AI.',
  'explanation.record': 'Everything that was recorded',
  'explanation.weights.officer': 'Weights and methods, for staff only',
  'explanation.proof':
    'This decision is entry {index} of a sealed record with {size, plural, one {one entry} other {# entries}}. The proof below shows that it stands there as it was written. Nobody can change it unnoticed.',
  'explanation.proof.path': 'The proof',
  'explanation.proof.checkpoint': 'The signed checkpoint',
  'explanation.reconstructed.reported':
    'These reasons were worked out after the decision. They were not noted when it was made.',
  'explanation.reconstructed.recorded-late':
    'The decision was made on {decided}, but we recorded it on {recorded}. We cannot show that the reasons were noted when it was made.',
  'explanation.aggregate.title': 'All decisions of the last 12 months together',
  'explanation.aggregate':
    'AI decided about you {count} times in the last 12 months. Here is how they turned out overall. You can still read each one.',
  'explanation.aggregate.outcome': '{outcome}: {count, plural, one {once} other {# times}}',
  'explanation.aggregate.factor':
    '{label}: counted against you {against, plural, =0 {never} one {once} other {# times}} and for you {for, plural, =0 {never} one {once} other {# times}}',
} as const satisfies Record<string, string>;
