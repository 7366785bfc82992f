/**
 * The evaluation table of docs/design.md 7 as data: sequences of commands, a question, and the answer it must get.
 * Flow:    test/evaluation runs it over the rules; the end-to-end run over both engines runs the same list.
 * Promise: every row, every pair of rows in order, several bodies of law, erased and unknown people, late and replayed
 *          messages, a basis changed around a withdrawal, and reports of what already happened.
 */
import { aloneCases } from './evaluation-cases/alone.ts';
import { coverageCases } from './evaluation-cases/coverage.ts';
import { lawCases } from './evaluation-cases/law.ts';
import { limitCases } from './evaluation-cases/limits.ts';
import { messageCases } from './evaluation-cases/messages.ts';
import { noticeCases } from './evaluation-cases/notices.ts';
import { peopleCases } from './evaluation-cases/people.ts';
import { reportCases } from './evaluation-cases/reports.ts';
import { everyPair, everyRow } from './evaluation-cases/rows.ts';
import type { EvaluationCase } from './evaluation-cases/steps.ts';

export type { Ask, CommandKind, CommandStep, EraseStep, EvaluationCase, Step } from './evaluation-cases/steps.ts';

export const evaluationCases: readonly EvaluationCase[] = [
  ...everyRow,
  ...everyPair,
  ...messageCases,
  ...peopleCases,
  ...lawCases,
  ...limitCases,
  ...coverageCases,
  ...noticeCases,
  ...reportCases,
  ...aloneCases,
];
