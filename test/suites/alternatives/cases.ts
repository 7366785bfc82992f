/**
 * Everything that shows an alternative of the rules alone: the evaluation table, and the questions beside it.
 * Flow:    test/given/evaluation/alternatives.ts bundles this → test/evaluation/alternatives.test.ts.
 */
import type { Case } from '../../given/evaluation/alternatives.ts';
import { runCase } from '../../given/evaluation/run-case.ts';
import { evaluationCases } from '../evaluation-cases.ts';
import { evaluationAlternatives } from './evaluation.ts';
import { lawAlternatives } from './law.ts';

export const cases: readonly Case[] = [
  ...evaluationCases.map((each) => ({ title: each.title, run: () => void runCase(each) })),
  ...evaluationAlternatives,
  ...lawAlternatives,
];
