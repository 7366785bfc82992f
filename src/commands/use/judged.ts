/**
 * What a use or an automated decision keeps of the evaluation that judged it.
 * Flow:    evaluation → here → the payloads of commands/use and commands/decision.
 * Promise: reason, bases and evidence exactly as they were answered, so that the fold can be judged again offline.
 * Source:  docs/design.md 8.1; docs/promises.md I3, I20.
 */

import type { Evaluation } from '../../evaluation/evaluate.ts';
import type { Registry } from '../../evaluation/registry.ts';
import type { UseRefused } from '../../facts/use.ts';
import { defined } from '../../vocabulary/defined.ts';

type Judged = Pick<
  UseRefused,
  'reason' | 'basis' | 'bases' | 'evidence' | 'assumptions' | 'purposeVersion' | 'aiSystemVersion'
>;

export const judgedBy = (evaluation: Evaluation): Judged => ({
  reason: evaluation.reason,
  ...(evaluation.basis === null ? {} : { basis: evaluation.basis }),
  bases: evaluation.bases.map(({ regime, basis, reason }) => ({
    regime,
    ...(basis === null ? {} : { basis }),
    reason,
  })),
  evidence: evaluation.evidence.map(({ kind, id }) => ({ kind, id })),
  assumptions: [...evaluation.assumptions],
  ...defined({ purposeVersion: evaluation.purposeVersion, aiSystemVersion: evaluation.aiSystemVersion }),
});

/** A key that nobody declared could hold anything, so a fact in clear keeps declared ones only. */
export const declaredKeys = (registry: Registry, asked: { readonly aiSystem: string; readonly purpose: string }) => ({
  ...(registry.aiSystems.has(asked.aiSystem) ? { aiSystem: asked.aiSystem } : {}),
  ...(registry.purposes.has(asked.purpose) ? { purpose: asked.purpose } : {}),
});
