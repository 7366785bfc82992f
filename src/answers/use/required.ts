/**
 * Which rule of law asks for which member of the answer, for the regimes of the person, on a day.
 * Flow:    systems.ts, explain.ts, completeness.ts → here → law (regime lookup, dated rows).
 * Promise: the content of an answer is the union over the person's regimes; a rule tags nothing before its first day.
 * Source:  LAW 4 (merged checklist), LAW 1 (dates).
 */
import { fallsUnder } from '../../law/law.ts';

interface Rule {
  readonly title: string;
  readonly regimes: readonly string[];
  /** First day in force, `YYYY-MM-DD`. */
  readonly from: string;
}

const rule = (title: string, regimes: readonly string[], from: string): Rule => ({ title, regimes, from });

/** Tag → the rule behind it. */
export const rules = {
  'gdpr-15-1-c': rule('GDPR Article 15(1)(c)', ['EU', 'UK'], '2018-05-25'),
  'gdpr-15-1-d': rule('GDPR Article 15(1)(d)', ['EU', 'UK'], '2018-05-25'),
  'gdpr-15-1-g': rule('GDPR Article 15(1)(g)', ['EU', 'UK'], '2018-05-25'),
  'gdpr-15-1-h': rule('GDPR Article 15(1)(h), judgment C-203/22', ['EU', 'UK'], '2018-05-25'),
  'gdpr-13': rule('GDPR Articles 13 and 14', ['EU', 'UK'], '2018-05-25'),
  'gdpr-22-3': rule('GDPR Article 22(3)', ['EU'], '2018-05-25'),
  'uk-gdpr-22c': rule('UK GDPR Article 22C', ['UK'], '2026-02-05'),
  'ai-act-50': rule('AI Act Article 50', ['EU'], '2026-08-02'),
  'ai-act-86': rule('AI Act Article 86', ['EU'], '2026-08-02'),
  'ccpa-7220-c': rule('11 CCR 7220(c)', ['US-CA'], '2027-01-01'),
  'ccpa-7222-b': rule('11 CCR 7222(b)', ['US-CA'], '2027-01-01'),
  'co-rule-9-03': rule('Colorado Privacy Act Rule 9.03', ['US-CO'], '2023-07-01'),
  'co-sb-26-189': rule('Colorado SB 26-189', ['US-CO'], '2027-01-01'),
  'mn-325m-14-g': rule('Minnesota Statutes 325M.14(g)', ['US-MN'], '2025-07-31'),
  'ct-sb-1295': rule('Connecticut SB 1295', ['US-CT'], '2026-07-01'),
  'qc-12-1': rule('Québec Act P-39.1, section 12.1', ['CA-QC'], '2023-09-22'),
  'br-20': rule('LGPD Article 20', ['BR'], '2020-09-18'),
} as const satisfies Record<string, Rule>;

export type Tag = keyof typeof rules;

/** Level 1: member of a system answer → the rules that ask for it. */
export const systemMembers = {
  interactionDisclosure: ['ai-act-50'],
  provider: ['gdpr-13'],
  choice: ['gdpr-15-1-h', 'ccpa-7220-c', 'ccpa-7222-b', 'co-rule-9-03'],
  decisionTypes: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'co-sb-26-189'],
  dataCategories: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'co-sb-26-189'],
  sources: ['gdpr-15-1-g', 'ccpa-7220-c', 'co-sb-26-189'],
  logic: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'br-20'],
  output: ['ccpa-7220-c', 'co-rule-9-03', 'ai-act-86'],
  humanOversight: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'ai-act-86'],
  evaluation: ['co-rule-9-03'],
  benefits: ['co-rule-9-03'],
  limitations: ['co-rule-9-03'],
  possibleConsequences: ['gdpr-15-1-h', 'co-rule-9-03'],
  optOut: ['ccpa-7220-c', 'co-rule-9-03'],
  alternativeProcess: ['ccpa-7220-c'],
  trainingUse: ['gdpr-13'],
  recipients: ['gdpr-15-1-c'],
  retention: ['gdpr-15-1-d'],
} as const satisfies Record<string, readonly Tag[]>;

/** Level 2: member of a decision answer → the rules that ask for it. */
export const decisionMembers = {
  what: ['ccpa-7222-b', 'co-sb-26-189', 'ai-act-86', 'qc-12-1'],
  outcome: ['ccpa-7222-b', 'co-sb-26-189', 'ai-act-86', 'qc-12-1'],
  aiRole: ['ai-act-86', 'ccpa-7222-b', 'co-sb-26-189'],
  inputs: ['gdpr-15-1-h', 'qc-12-1', 'mn-325m-14-g', 'ct-sb-1295', 'co-sb-26-189'],
  factors: ['gdpr-15-1-h', 'ccpa-7222-b', 'qc-12-1', 'mn-325m-14-g', 'ct-sb-1295', 'br-20'],
  output: ['ccpa-7222-b', 'gdpr-15-1-h'],
  counterfactuals: ['mn-325m-14-g', 'ct-sb-1295', 'gdpr-15-1-h'],
  consequences: ['gdpr-15-1-h'],
  significance: ['gdpr-15-1-h'],
  otherFactors: ['ccpa-7222-b', 'co-rule-9-03'],
  humanInvolvement: ['ccpa-7222-b', 'co-rule-9-03', 'gdpr-22-3', 'uk-gdpr-22c'],
  futureUse: ['ccpa-7222-b'],
  modelVersion: ['gdpr-15-1-h'],
  rights: ['gdpr-22-3', 'uk-gdpr-22c', 'ccpa-7222-b', 'co-sb-26-189', 'qc-12-1', 'br-20'],
} as const satisfies Record<string, readonly Tag[]>;

export type SystemMember = keyof typeof systemMembers;
export type DecisionMember = keyof typeof decisionMembers;

/** Whose law, on which day: what every tag is judged by. */
export interface Law {
  readonly regimes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export function applies(tag: Tag, law: Law): boolean {
  const { regimes, from }: Rule = rules[tag];
  return from <= law.day && law.regimes.some((regime) => regimes.some((wider) => fallsUnder(regime, wider)));
}

export const tagsThatApply = (tags: readonly Tag[], law: Law): readonly Tag[] => tags.filter((tag) => applies(tag, law));

/** The person's regimes that a tag speaks for. */
export const regimesOf = (tags: readonly Tag[], law: Law): readonly string[] =>
  law.regimes.filter((regime) => tags.some((tag) => applies(tag, { regimes: [regime], day: law.day })));

/** Member → tags that apply; members that no rule asks for are left out. */
export function requiredOf(members: Readonly<Record<string, readonly Tag[]>>, law: Law): Readonly<Record<string, readonly Tag[]>> {
  const found = Object.entries(members).map(([member, tags]) => [member, tagsThatApply(tags, law)] as const);
  return Object.fromEntries(found.filter(([, tags]) => tags.length > 0));
}

/** Every tag of a table that applies, once. */
export const allTags = (members: Readonly<Record<string, readonly Tag[]>>, law: Law): readonly Tag[] => [
  ...new Set(Object.values(requiredOf(members, law)).flat()),
];

/** Tag → title, for the tags that apply. */
export const tagTitles = (law: Law): Readonly<Record<string, string>> =>
  Object.fromEntries((Object.keys(rules) as Tag[]).filter((tag) => applies(tag, law)).map((tag) => [tag, rules[tag].title]));
