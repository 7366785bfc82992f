/** Made explanations, from the made decisions of ai-use.ts. Nothing here is about a real person. */

import type { DecisionRecord } from '../../src/answers/decision/decision-record.ts';
import { type ExplanationMaterial, explanationAnswer } from '../../src/answers/explanation/assemble.ts';
import type { ExplanationAnswer } from '../../src/answers/explanation/explanation-answer.ts';
import type { DecisionRecorded } from '../../src/facts/decision.ts';
import { aDecision, someMaterial } from './ai-use.ts';

export const explanationMaterial = (
  record: DecisionRecord,
  changes: Partial<ExplanationMaterial> = {},
): ExplanationMaterial => {
  const about = someMaterial({ decisions: [], tallies: {}, decisionCount: 1 });
  return {
    record,
    about,
    publishedThen: about.published,
    versions: [{ kind: 'ai-system', key: 'credit-scoring', version: 1, fact: 'fact_1', log: 1, index: 3 }],
    ofTwelveMonths: [record],
    proof: {
      treeSize: 4712,
      inclusion: ['n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='],
      checkpoint: about.checkpoint,
    },
    ...changes,
  };
};

export const anExplanation = (
  payload: Partial<DecisionRecorded> = {},
  changes: Partial<ExplanationMaterial> = {},
): ExplanationAnswer => explanationAnswer(explanationMaterial(aDecision(payload), changes));
