/**
 * A training run of an AI system: how it ended, and how many people one call may name.
 * Flow:    read by facts, commands, openapi, answers, language.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  decision 0077.
 */
import { type UseOutcome, useOutcomes } from './use.ts';

/** As a use ends; until then it is `open`. */
export const trainingStates = ['open', ...useOutcomes] as const;
export type TrainingState = (typeof trainingStates)[number];
export type TrainingOutcome = UseOutcome;

/** The most people that are recorded in one commit. */
export const mostIncludedAtOnce = 1000;

/** Whose data may go into a run: what it is for, and the laws that may protect them. */
export interface TrainingFilter {
  readonly aiSystem: string;
  readonly purpose: string;
  readonly modelVersion: string;
  /** Absent: all that the purpose names. */
  readonly dataCategories?: readonly string[];
  /** Every law that protects a person has to be one of these; absent: any. */
  readonly regimes?: readonly string[];
}
