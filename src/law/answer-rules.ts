/**
 * The rules that ask for a member of an answer about AI: each by a short tag, with its laws and its first day.
 * Flow:    answers/use/required.ts, explanation-checklist.ts → here.
 * Promise: a tag keeps its meaning for ever, because answers carry it; a rule asks for nothing before its first day.
 * Source:  docs/law.md 1 (dates), docs/law.md 4 (merged checklist).
 */
import { anyFallsUnder } from './regimes.ts';

interface AnswerRule {
  readonly title: string;
  readonly regimes: readonly string[];
  /** First day in force, `YYYY-MM-DD`. */
  readonly from: string;
  /** It speaks only about systems of Annex III of the AI Act. */
  readonly onlyAnnexIII?: boolean;
}

const rule = (title: string, regimes: readonly string[], from: string): AnswerRule => ({ title, regimes, from });

/** Tag → the rule behind it. */
export const answerRules = {
  'gdpr-15-1-c': rule('GDPR Article 15(1)(c)', ['EU', 'UK'], '2018-05-25'),
  'gdpr-15-1-d': rule('GDPR Article 15(1)(d)', ['EU', 'UK'], '2018-05-25'),
  'gdpr-15-1-g': rule('GDPR Article 15(1)(g)', ['EU', 'UK'], '2018-05-25'),
  'gdpr-15-1-h': rule('GDPR Article 15(1)(h), judgment C-203/22', ['EU', 'UK'], '2018-05-25'),
  'gdpr-13': rule('GDPR Articles 13 and 14', ['EU', 'UK'], '2018-05-25'),
  'gdpr-22-3': rule('GDPR Article 22(3)', ['EU'], '2018-05-25'),
  'uk-gdpr-22c': rule('UK GDPR Article 22C', ['UK'], '2026-02-05'),
  'ai-act-50': rule('AI Act Article 50', ['EU'], '2026-08-02'),
  // It needs a high-risk system of Annex III, and the duties for those were put off to that day.
  'ai-act-86': { ...rule('AI Act Article 86', ['EU'], '2027-12-02'), onlyAnnexIII: true },
  'ccpa-7220-c': rule('11 CCR 7220(c)', ['US-CA'], '2027-01-01'),
  'ccpa-7222-b': rule('11 CCR 7222(b)', ['US-CA'], '2027-01-01'),
  'co-rule-9-03': rule('Colorado Privacy Act Rule 9.03', ['US-CO'], '2023-07-01'),
  'co-sb-26-189': rule('Colorado SB 26-189', ['US-CO'], '2027-01-01'),
  'mn-325m-14-g': rule('Minnesota Statutes 325M.14(g)', ['US-MN'], '2025-07-31'),
  'ct-sb-1295': rule('Connecticut SB 1295', ['US-CT'], '2026-07-01'),
  'qc-12-1': rule('Québec Act P-39.1, section 12.1', ['CA-QC'], '2023-09-22'),
  'ch-21': rule('FADP Article 21', ['CH'], '2023-09-01'),
  'ch-25': rule('FADP Article 25(2)', ['CH'], '2023-09-01'),
  'br-18': rule('LGPD Article 18', ['BR'], '2020-09-18'),
  'br-20': rule('LGPD Article 20', ['BR'], '2020-09-18'),
} as const satisfies Record<string, AnswerRule>;

export type AnswerTag = keyof typeof answerRules;

/** Whose law, on which day: what every tag and every list is judged by. */
export interface AnswerLaw {
  readonly regimes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Is the answer about a system that is published as one of Annex III of the AI Act? */
  readonly annexIII?: boolean;
}

export function tagApplies(tag: AnswerTag, law: AnswerLaw): boolean {
  const { regimes, from, onlyAnnexIII }: AnswerRule = answerRules[tag];
  if (onlyAnnexIII === true && law.annexIII !== true) return false;
  return from <= law.day && anyFallsUnder(law.regimes, regimes);
}
