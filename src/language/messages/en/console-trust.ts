/**
 * Texts of trust and fairness: figures for those who answer for an AI system.
 * Flow:    ../en.ts → here.
 * Promise: no figure is called good or bad, and none is said to prove that a system is fair.
 * Source:  decision 0116.
 */
export const consoleTrustMessages = {
  'console.nav.trust': 'Trust and fairness',
  'console.trust.lead': 'What people chose, what AI did, and what became of it, from {from} to {to}.',
  'console.trust.small-cells':
    'A count below {count}, or a group of fewer than {people} people, is not shown, and never one alone. It could tell of single people. Uses of data are shown in full.',
  'console.trust.months': 'Month by month',
  'console.trust.months.note':
    'Choices belong to purposes, so they stand here for all AI systems together. We do not record who opens their own pages.',
  'console.trust.systems': 'By AI system',
  'console.trust.systems.note': 'The whole time. A name leads to its own months and groups.',
  'console.trust.shown': 'Notices shown',
  'console.trust.agreed': 'Agreed',
  'console.trust.refused': 'Said no',
  'console.trust.withdrawn': 'Took it back',
  'console.trust.explained': 'Asked for reasons',
  'console.trust.uses': 'Uses of data',
  'console.trust.without': 'Without permission',
  'console.trust.decisions': 'Decisions',
  'console.trust.against': 'Against the person',
  'console.trust.contested': 'Contested',
  'console.trust.changed': 'Changed on review',
  'console.trust.people': 'People',
  'console.trust.withheld': 'not shown',
  'console.trust.share': '{share} % (likely {low} to {high} %)',
  'console.trust.groups': 'Decisions against people, by group',
  'console.trust.groups.note':
    'The share of decisions that went against the person, with what chance alone leaves open.',
  'console.trust.difference':
    'If groups fare differently, that is a reason to look, not a proof of unfair treatment. They may ask for other things or have other data. If they fare the same, that does not prove a system fair. Where ranges overlap, it can be chance.',
  'console.trust.cut':
    'Counted over the first {count} decisions. Choose one AI system or a shorter time for all of them.',
  'console.trust.none': 'No decision about anybody stands in this time.',
  'console.trust.by.ageBand': 'Age',
  'console.trust.by.regime': 'Law',
  'console.trust.by.language': 'Language',
} as const;
