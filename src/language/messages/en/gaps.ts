/**
 * What law would still ask of a published AI system, in words.
 * Flow:    ../en.ts → here.
 * Promise: a gap names the thing that is missing, so that whoever reads it knows what to publish.
 * Source:  docs/law.md 4 level 1, docs/law.md 9.
 */
export const gapMessages = {
  'gap.art22-gateway-missing':
    'For “{purpose}”, a machine may decide alone only for a contract, under a law, or with your clear yes. None of these is written down.',
  'gap.uk-22b-ground-missing':
    'For “{purpose}”, the ground that lets a machine decide alone in the United Kingdom is not written down.',
  'gap.special-category-condition-missing':
    'For “{purpose}”, especially sensitive data is used, and the extra ground for it is not written down.',
  'gap.criminal-data-ground-missing':
    'For “{purpose}”, data about crimes is used, and the ground of its own that this needs is not written down.',
  'gap.legal-basis-missing': 'For “{purpose}”, it is not written down what allows it under your law.',
  'gap.legitimate-interest-not-named': 'For “{purpose}”, our own good reason is relied on but not named.',
  'gap.purpose-generic': '“{purpose}” is too general. It should name what is decided or done.',
  'gap.notice': 'There is no text that tells people about this beforehand.',
  'gap.interactionDisclosure': 'Nothing tells you that you are dealing with AI.',
  'gap.provider': 'Who made the system is not written down.',
  'gap.choice': 'How to choose is not written down.',
  'gap.decisionTypes': 'Which kinds of decisions it makes is not written down.',
  'gap.dataCategories': 'Which data it uses is not written down.',
  'gap.sources': 'Where its data comes from is not written down.',
  'gap.logic': 'How it works is not written down in plain words.',
  'gap.output': 'What results it gives, and what they are used for, is not written down.',
  'gap.humanOversight': 'Whether a person watches over it is not written down.',
  'gap.evaluation': 'Whether it was tested for mistakes and unfairness is not written down.',
  'gap.benefits': 'What it is good for is not written down.',
  'gap.limitations': 'What it cannot do is not written down.',
  'gap.possibleConsequences': 'What may follow from its decisions is not written down.',
  'gap.optOut': 'How to opt out is not written down.',
  'gap.alternativeProcess': 'What happens instead for people who opt out is not written down.',
  'gap.trainingUse': 'Whether your data is used to train it is not written down.',
  'gap.recipients': 'Who else gets the data is not written down.',
  'gap.retention': 'How long the data is kept is not written down.',
} as const satisfies Record<string, string>;
