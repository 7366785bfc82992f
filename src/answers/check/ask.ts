/**
 * Asks "may I?" without leaving a trace, for one person or for many at once.
 * Flow:    http → here → ports/reads (registry and people of one moment), evaluation.
 * Promise: a check and a use with the same body are the same question; all answers of a batch are of one moment, and
 *          whoever cannot be answered about hinders nobody else.
 * Source:  docs/design.md 7 and 8.1.
 */
import { evaluate } from '../../evaluation/evaluate.ts';
import type { PersonState } from '../../evaluation/person.ts';
import { type QuestionBody, questionOf } from '../../evaluation/question.ts';
import { shownCheck } from '../../evaluation/shown.ts';
import { explainReason } from '../../language/reasons.ts';
import type { Reads, Seen } from '../../ports/reads.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';

export type CheckQuestion = QuestionBody;
type CheckAnswer = ReturnType<typeof shownCheck>;

const nobody: PersonState = { found: 'unknown', suppressions: [] };

interface Moment {
  readonly reads: Reads;
  readonly seen: Pick<Seen, 'registry' | 'now'>;
  readonly language: string;
}

function answerCheck(body: QuestionBody, person: PersonState, { reads, seen, language }: Moment): CheckAnswer {
  const evaluation = evaluate(seen.registry, person, questionOf(body, reads.settings.defaultRegime), seen.now);
  return shownCheck(evaluation, explainReason(language, evaluation.reason));
}

export async function askCheck(reads: Reads, body: QuestionBody, language: string): Promise<CheckAnswer> {
  const seen = await reads.see([body.subject]);
  return answerCheck(body, seen.people[0] ?? nobody, { reads, seen, language });
}

/** One answer for each question, or the problem of its person, in their order. Everybody is looked up once. */
export async function askChecks(
  reads: Reads,
  questions: readonly QuestionBody[],
  language: string,
): Promise<readonly (CheckAnswer | Problem)[]> {
  const who = [...new Set(questions.map(({ subject }) => subject))];
  const seen = await reads.seeEach(who);
  const people = new Map(who.map((identifier, place) => [identifier, seen.people[place] ?? nobody]));
  return questions.map((body) => {
    const person = people.get(body.subject) ?? nobody;
    return isProblem(person) ? person : answerCheck(body, person, { reads, seen, language });
  });
}
