/**
 * Which rule of law asks for which member of the answer, for the regimes of the person, on a day.
 * Flow:    systems.ts, explain.ts, completeness.ts → here → law (regime lookup, dated rows).
 * Promise: the content of an answer is the union over the person's regimes; a rule tags nothing before its first day.
 * Source:  docs/law.md 4 (merged checklist), docs/law.md 1 (dates).
 */
import type { DeclaredAiSystem } from '../../facts/registry.ts';
import { type AnswerLaw, type AnswerTag, answerRules, tagApplies } from '../../law/law.ts';

/** Level 1: member of a system answer → the rules that ask for it. */
export const systemMembers = {
  interactionDisclosure: ['ai-act-50'],
  provider: ['gdpr-13'],
  choice: ['gdpr-15-1-h', 'ccpa-7220-c', 'ccpa-7222-b', 'co-rule-9-03'],
  decisionTypes: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'co-sb-26-189'],
  dataCategories: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'co-sb-26-189'],
  sources: ['gdpr-15-1-g', 'ccpa-7220-c', 'co-sb-26-189'],
  logic: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'br-20', 'ch-25'],
  output: ['ccpa-7220-c', 'co-rule-9-03', 'ai-act-86'],
  humanOversight: ['gdpr-15-1-h', 'ccpa-7220-c', 'co-rule-9-03', 'ai-act-86'],
  evaluation: ['co-rule-9-03'],
  benefits: ['co-rule-9-03'],
  limitations: ['co-rule-9-03'],
  possibleConsequences: ['gdpr-15-1-h', 'co-rule-9-03'],
  optOut: ['ccpa-7220-c', 'co-rule-9-03'],
  alternativeProcess: ['ccpa-7220-c'],
  trainingUse: ['gdpr-13'],
  recipients: ['gdpr-15-1-c', 'ch-25', 'br-18'],
  retention: ['gdpr-15-1-d'],
} as const satisfies Record<string, readonly AnswerTag[]>;

/** Level 2: member of a decision answer → the rules that ask for it. */
export const decisionMembers = {
  what: ['ccpa-7222-b', 'co-sb-26-189', 'ai-act-86', 'qc-12-1'],
  outcome: ['ccpa-7222-b', 'co-sb-26-189', 'ai-act-86', 'qc-12-1'],
  aiRole: ['ai-act-86', 'ccpa-7222-b', 'co-sb-26-189'],
  inputs: ['gdpr-15-1-h', 'qc-12-1', 'mn-325m-14-g', 'ct-sb-1295', 'co-sb-26-189'],
  factors: ['gdpr-15-1-h', 'ccpa-7222-b', 'qc-12-1', 'mn-325m-14-g', 'ct-sb-1295', 'br-20', 'ch-25'],
  output: ['ccpa-7222-b', 'gdpr-15-1-h'],
  counterfactuals: ['mn-325m-14-g', 'ct-sb-1295', 'gdpr-15-1-h'],
  consequences: ['gdpr-15-1-h'],
  significance: ['gdpr-15-1-h'],
  otherFactors: ['ccpa-7222-b', 'co-rule-9-03'],
  humanInvolvement: ['ccpa-7222-b', 'co-rule-9-03', 'gdpr-22-3', 'uk-gdpr-22c'],
  futureUse: ['ccpa-7222-b'],
  modelVersion: ['gdpr-15-1-h'],
  rights: ['gdpr-22-3', 'uk-gdpr-22c', 'ccpa-7222-b', 'co-sb-26-189', 'qc-12-1', 'br-20', 'ch-21'],
} as const satisfies Record<string, readonly AnswerTag[]>;

export type SystemMember = keyof typeof systemMembers;

export type Law = AnswerLaw;

/**
 * Is this published system one of Annex III of the AI Act? Point 2 (critical infrastructure) is left out, because
 * Article 86 leaves it out.
 */
export const isAnnexIII = ({
  significance,
  annexIIIPoint,
}: Pick<DeclaredAiSystem, 'significance' | 'annexIIIPoint'>): boolean =>
  annexIIIPoint === undefined ? significance?.includes('annex-iii') === true : !annexIIIPoint.startsWith('2');

export const tagsThatApply = (tags: readonly AnswerTag[], law: Law): readonly AnswerTag[] =>
  tags.filter((tag) => tagApplies(tag, law));

/** The person's regimes that a tag speaks for. */
export const regimesOfTags = (tags: readonly AnswerTag[], law: Law): readonly string[] =>
  law.regimes.filter((regime) => tags.some((tag) => tagApplies(tag, { ...law, regimes: [regime] })));

/** Member → tags that apply; members that no rule asks for are left out. */
export function requiredOf(
  members: Readonly<Record<string, readonly AnswerTag[]>>,
  law: Law,
): Readonly<Record<string, readonly AnswerTag[]>> {
  const found = Object.entries(members).map(([member, tags]) => [member, tagsThatApply(tags, law)] as const);
  return Object.fromEntries(found.filter(([, tags]) => tags.length > 0));
}

/** Every tag of a table that applies, once. */
export const allTags = (members: Readonly<Record<string, readonly AnswerTag[]>>, law: Law): readonly AnswerTag[] => [
  ...new Set(Object.values(requiredOf(members, law)).flat()),
];

/** AnswerTag → title, for the tags that apply. */
export const tagTitles = (law: Law): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (Object.keys(answerRules) as AnswerTag[])
      .filter((tag) => tagApplies(tag, law))
      .map((tag) => [tag, answerRules[tag].title]),
  );
