/**
 * Which systems have to hear that a restriction ended.
 * Flow:    request-row.ts → here → commands/task, tell-lifted.
 * Promise: those that were told of it over HTTP and not yet of its end; a database and a person who was told by hand
 *          have no message to get.
 * Source:  decision 0106.
 */
import type { RequestRow } from './request-row.ts';
import type { TaskRow } from './task-row.ts';

export function systemsToTellOfEnd({ kind, state, tasks = [] }: RequestRow): readonly TaskRow[] {
  if (kind !== 'restriction' || state !== 'fulfilled') return [];
  const isToldOfEnd = new Set(tasks.flatMap(({ work, system }) => (work === 'restriction-lifted' ? [system] : [])));
  return tasks.filter(
    (task) => task.kind === 'http' && task.by === 'connector' && task.state === 'done' && !isToldOfEnd.has(task.system),
  );
}
