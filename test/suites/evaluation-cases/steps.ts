/**
 * A case of the evaluation table as plain data: what happens, what is asked, what must be answered.
 * Flow:    the tables beside it → here → test/evaluation (over the rules) and the end-to-end run over both engines.
 * Promise: nothing in a case names a room or an engine; inputs are the bodies of the API, times are RFC 3339.
 */
import type { KeepGround } from '../../../src/vocabulary/hold.ts';
import type { By } from '../../given/evaluation/world.ts';

export type CommandKind =
  | 'purpose.publish'
  | 'notice.publish'
  | 'ai-system.publish'
  | 'ai-system.suspend'
  | 'ai-system.resume'
  | 'subject.describe'
  | 'consent.record'
  | 'limit.record'
  | 'notice.show'
  | 'use.record'
  | 'decision.record';

/**
 * One command, as its rule takes it. `expect` is checked against the reply where it is given; `problem` is the code of
 * a refusal.
 */
export interface CommandStep {
  readonly command: CommandKind;
  readonly input: Readonly<Record<string, unknown>>;
  readonly by: By;
  readonly at: string;
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

/** The erasure of a whole person; `keep` is what a legal ground keeps. */
export interface EraseStep {
  readonly erase: string;
  readonly at: string;
  readonly keep?: readonly { readonly purpose: string; readonly code: KeepGround; readonly until: string }[];
}

export type Step = CommandStep | EraseStep;

export interface Ask {
  readonly subject: string;
  readonly aiSystem: string;
  readonly purpose: string;
  readonly dataCategories?: readonly string[];
  readonly context?: { readonly regime?: string; readonly gpc?: boolean };
  readonly at: string;
}

export interface EvaluationCase {
  readonly title: string;
  readonly steps: readonly Step[];
  /** A check at the end, after every step. */
  readonly ask?: Ask;
  /** Members of the answer that must be exactly so. */
  readonly expect?: Readonly<Record<string, unknown>>;
}

const start = Date.parse('2026-03-01T08:00:00.000Z');
const minute = 60_000;

/** Minutes after the start of every case. */
export const minutes = (count: number): string => new Date(start + count * minute).toISOString();
export const days = (count: number): string => new Date(start + count * 1440 * minute).toISOString();
