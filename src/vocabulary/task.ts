/**
 * The words of tasks: what a connected system is asked to do for a request, and how far that has come.
 * Flow:    read by facts, views, commands, openapi, systems.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  decision 0101.
 */

/** What a system is asked for. */
export const taskWorks = ['access', 'erasure', 'rectification', 'restriction', 'restriction-lifted'] as const;
export type TaskWork = (typeof taskWorks)[number];

/** What a system is told of, so that it does the same; who gave the answer decided it before (GDPR 19). */
const toldWorks = ['rectification', 'restriction'] as const satisfies readonly TaskWork[];
type ToldWork = (typeof toldWorks)[number];

export const isToldWork = (kind: string): kind is ToldWork => (toldWorks as readonly string[]).includes(kind);

/** It comes after the request was answered. */
export const isAfterwards = (work: TaskWork): boolean => work === 'restriction-lifted';

export const isTaskWork = (kind: string): kind is TaskWork => (taskWorks as readonly string[]).includes(kind);

/**
 * `waiting`: nobody has begun. `running`: somebody has, until the end of a lease. `failed`: it is tried again by
 * itself. `parked`: it waits for a person.
 */
export const taskStates = ['waiting', 'running', 'failed', 'parked', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export const systemKinds = ['postgresql', 'mariadb', 'mysql', 'http', 'opendsr', 's3', 'manual'] as const;
export type SystemKind = (typeof systemKinds)[number];

/** A system that may hold data of the same people, as the house knows it. */
export interface NamedSystem {
  readonly key: string;
  readonly name: string;
  readonly kind: SystemKind;
}

/** Waits before each next try, in milliseconds; after the last of them a task is parked. */
export const taskWaits: readonly number[] = [1_000, 10_000, 60_000, 600_000, 3_600_000, 21_600_000, 86_400_000];

/** How long one run may take; the lease on it is longer, so that two runs never meet. */
export const taskRunMs = 240_000;
export const taskLeaseMs = 300_000;

/** Nothing of a table was changed. */
export const isUntouched = ({
  deleted = 0,
  masked = 0,
}: {
  readonly deleted?: number;
  readonly masked?: number;
}): boolean => deleted + masked === 0;
