import { describe, it } from 'vitest';
import { evaluationCases } from '../suites/evaluation-cases.ts';
import { runCase } from './run-case.ts';

describe('the evaluation table', () => {
  for (const each of evaluationCases) it(each.title, () => void runCase(each));
});
