import { describe, it } from 'vitest';
import { runCase } from '../given/evaluation/run-case.ts';
import { evaluationCases } from '../suites/evaluation-cases.ts';

describe('the evaluation table', () => {
  for (const each of evaluationCases) it(each.title, () => void runCase(each));
});
