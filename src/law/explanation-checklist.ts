/**
 * What an answer about AI must hold, field by field: about the AI system (1), about the decision (2), about rights (3).
 * Flow:    answers/explanation/checklist.ts (what an answer really holds) → here.
 * Promise: the merged list of docs/law.md 4, as data: a row names the rules that ask for it, and what asks by no law is
 *          there for proof.
 * Source:  docs/law.md 4 (levels 1 to 3).
 */
import type { AnswerTag } from './answer-rules.ts';

interface ChecklistRow {
  readonly level: 1 | 2 | 3;
  readonly field: string;
  readonly words: string;
  /** Empty where no law asks, but the record would be worth less without it. */
  readonly askedBy: readonly AnswerTag[];
}

type Field = readonly [words: string, askedBy: readonly AnswerTag[]];

/** Logic, weight and consequences: what GDPR 15(1)(h) asks for in each of its parts. */
const h = 'gdpr-15-1-h';
const notice = 'ccpa-7220-c';
const access = 'ccpa-7222-b';

const system = {
  systemName: ['What the AI system is called.', ['ai-act-50', h]],
  provider: ['Who made or runs it.', ['gdpr-13', 'ai-act-50']],
  interactionDisclosure: ['That you are dealing with AI.', ['ai-act-50']],
  purpose: ['What it decides, named and not generic.', [h, notice, access, 'co-rule-9-03']],
  decisionTypes: [
    'Which kinds of decision it makes.',
    [h, notice, access, 'co-rule-9-03', 'co-sb-26-189', 'ai-act-86', 'qc-12-1'],
  ],
  significance: [
    'How weighty its decisions are in law.',
    [h, notice, access, 'co-rule-9-03', 'co-sb-26-189', 'ai-act-86', 'qc-12-1'],
  ],
  dataCategories: ['Which kinds of data move its result.', [h, notice, 'co-rule-9-03', 'co-sb-26-189']],
  sources: ['Where the data comes from.', ['gdpr-15-1-g', notice, 'co-rule-9-03', 'co-sb-26-189']],
  logic: ['How it comes to a result, without formulas.', [h, notice, 'co-rule-9-03', 'ch-25']],
  outputType: ['What comes out of it.', [notice, 'co-rule-9-03', 'ai-act-86']],
  outputUse: ['What is done with that.', [notice, 'co-rule-9-03', 'ai-act-86']],
  soleFactor: ['Whether anything else counts.', [notice, 'co-rule-9-03', 'ai-act-86']],
  humanRole: ['What people do in it.', [notice, 'co-rule-9-03', 'ai-act-86']],
  evaluation: ['Whether it was tested, how well it did, and when.', ['co-rule-9-03']],
  benefits: ['What it is good at.', ['co-rule-9-03']],
  limitations: ['What it cannot do.', ['co-rule-9-03']],
  possibleConsequences: ['What may follow from its decisions.', [h, 'co-rule-9-03']],
  optOut: ['How to opt out and what happens then, or the exception relied on.', [notice, 'co-rule-9-03']],
  trainingUse: ['Whether your data trains it.', ['gdpr-13']],
  legalBasis: ['On what legal basis it works.', ['gdpr-13', h]],
  art22Gateway: ['What permits a decision made by AI alone.', ['gdpr-22-3']],
  specialCategoryBasis: ['What permits specially protected data, where any is used.', ['gdpr-13']],
  recipients: ['Who else receives the data, by name, and in which country.', ['gdpr-15-1-c', 'ch-25', 'br-18']],
  retention: ['How long it is kept.', ['gdpr-15-1-d']],
  version: ['Which version of the description this is, and since when.', []],
  noticeVersion: ['Which notice was shown.', []],
} as const satisfies Readonly<Record<string, Field>>;

const decision = {
  what: ['What was decided.', [access, 'co-sb-26-189', 'ai-act-86', 'qc-12-1']],
  decidedAt: ['When.', [access, 'co-sb-26-189', 'ai-act-86', 'qc-12-1']],
  outcome: ['With which result.', [access, 'co-sb-26-189', 'ai-act-86', 'qc-12-1']],
  adverse: ['Whether it is against you.', [access, 'co-sb-26-189', 'ai-act-86', 'qc-12-1']],
  aiRole: ['What part AI had.', ['ai-act-86', access, 'co-sb-26-189']],
  inputs: [
    'The data that was used, with your values, kinds and sources.',
    [h, 'qc-12-1', 'mn-325m-14-g', 'ct-sb-1295', 'co-sb-26-189'],
  ],
  factors: [
    'What counted, in order and with direction, in plain words.',
    [h, access, 'qc-12-1', 'mn-325m-14-g', 'ct-sb-1295', 'ch-25'],
  ],
  output: ['The result of the AI system and what it means.', [access, h]],
  rule: ['The threshold or rule that made it a decision.', [access, h]],
  counterfactual: ['What other data would have changed.', ['mn-325m-14-g', 'ct-sb-1295', h]],
  feasible: ['Whether you could really do that.', ['mn-325m-14-g', 'ct-sb-1295']],
  consequences: ['What follows for you, and how much it weighs.', [h]],
  otherFactors: ['What else counted.', [access, 'co-rule-9-03']],
  humanInvolvement: ['What people did, and whether it counts.', [access, 'co-rule-9-03', 'gdpr-22-3', 'uk-gdpr-22c']],
  futureUse: ['Whether the result will be used again.', [access]],
  versionsThen: ['Which versions of model, AI system and purpose decided.', [h]],
  aggregate: ['A sum of many decisions, only above four in twelve months.', []],
  withheld: ['What was left out, and on which ground.', [h, access]],
  storedThen: ['Whether the reasons were noted when it was made.', []],
} as const satisfies Readonly<Record<string, Field>>;

const rights = {
  humanReview: [
    'How to have a person look again, where, and by when.',
    ['gdpr-22-3', 'uk-gdpr-22c', access, 'co-sb-26-189', 'qc-12-1', 'ch-21'],
  ],
  giveView: ['How to say your view and send documents.', ['gdpr-22-3', 'uk-gdpr-22c', 'qc-12-1', 'ch-21']],
  contest: ['How to disagree.', ['gdpr-22-3', 'uk-gdpr-22c']],
  correct: ['How to correct data and have it decided again.', ['gdpr-13', 'co-sb-26-189', 'mn-325m-14-g', 'qc-12-1']],
  optOutRight: ['How to keep AI out of such decisions.', [notice, access, 'co-rule-9-03']],
  accessAndErasure: ['How to get a copy and how to have data deleted.', ['gdpr-13', access]],
  complaint: ['Where to complain.', ['gdpr-13', access, 'co-sb-26-189']],
  court: ['Whether a court is open.', ['gdpr-13']],
  noRetaliation: ['That nobody is treated worse for asking.', [notice, access]],
  deepLinks: ['Links that land on the exact place.', [access]],
  language: ['In the language used with you.', []],
} as const satisfies Readonly<Record<string, Field>>;

export type ChecklistField = keyof typeof system | keyof typeof decision | keyof typeof rights;

const rowsOf = (level: ChecklistRow['level'], fields: Readonly<Record<string, Field>>): readonly ChecklistRow[] =>
  Object.entries(fields).map(([field, [words, askedBy]]) => ({ level, field, words, askedBy }));

export const explanationChecklist: readonly ChecklistRow[] = [
  ...rowsOf(1, system),
  ...rowsOf(2, decision),
  ...rowsOf(3, rights),
];
