/**
 * What the answer to each kind of request must hold, as checklists for those who write or compose it.
 * Flow:    answers (package, certificate, letters), console → here → the lists in lists/.
 * Promise: the content of an answer is the union over the person's regimes; a rule asks for nothing before its first
 *          day.
 * Source:  docs/law.md 3.5, 3.6, 4, 6.4, 7. Members of the AI-use answer are tagged by the answer itself.
 */
import type { RequestKind } from '../vocabulary/request.ts';
import type { AnswerLaw } from './answer-rules.ts';
import { stands } from './dated.ts';
import { californiaLists } from './lists/california.ts';
import { gdprLists } from './lists/gdpr.ts';
import type { ListItem } from './lists/item.ts';
import { severalLawsLists } from './lists/several-laws.ts';
import { anyFallsUnder } from './regimes.ts';
import { lawOf } from './request-kinds.ts';

const lists: Readonly<Record<string, readonly ListItem[]>> = { ...gdprLists, ...californiaLists, ...severalLawsLists };

export const answerListNames: readonly string[] = Object.keys(lists);

export interface RequiredItem {
  readonly field: string;
  readonly words: string;
  /** The places in the law that ask for it, for the regimes of this person. */
  readonly requiredBy: readonly string[];
}

const asks = (item: ListItem, law: AnswerLaw): boolean =>
  stands(item, law.day) && anyFallsUnder(law.regimes, item.regimes);

/** The places in the law that ask for one field of a list. */
export const requiredBy = (list: string, field: string, law: AnswerLaw): readonly string[] =>
  (lists[list] ?? []).filter((item) => item.field === field && asks(item, law)).map((item) => item.source);

/** Everything that the answer to this kind of request must hold for this person. */
export function answerListFor(kind: RequestKind, law: AnswerLaw): readonly RequiredItem[] {
  const named = new Set(law.regimes.flatMap((regime) => lawOf(kind, regime, law.day)?.checklist ?? []));
  const found = new Map<string, RequiredItem>();
  for (const item of [...named].flatMap((name) => lists[name] ?? []).filter((candidate) => asks(candidate, law))) {
    const before = found.get(item.field);
    found.set(item.field, {
      field: item.field,
      words: before?.words ?? item.words,
      requiredBy: [...new Set([...(before?.requiredBy ?? []), item.source])],
    });
  }
  return [...found.values()];
}
