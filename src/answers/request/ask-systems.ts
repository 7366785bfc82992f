/**
 * What connected systems answered to a request, each under its name.
 * Flow:    ask-package.ts → here → ports/reads.
 * Promise: every system that was asked is named, also one that found nothing; what was done by hand is told in the
 *          words of whoever did it.
 * Source:  GDPR 15(1), 15(3); decision 0101.
 */
import type { Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { TaskRow } from '../../views/request/task-row.ts';
import { timeOf } from '../../vocabulary/instant.ts';

async function tablesIn(reads: Reads, { file }: TaskRow): Promise<unknown> {
  const kept = file === undefined ? undefined : await reads.file(file);
  return kept === undefined ? [] : (JSON.parse(Buffer.from(kept.bytes).toString('utf8')) as unknown);
}

async function wordsIn(reads: Reads, { by, fact }: TaskRow): Promise<{ readonly words?: string }> {
  if (by !== 'person' || fact === undefined) return {};
  const opened = (await reads.facts([fact])).get(fact);
  return opened?.kind === 'task.done' && opened.payload.words !== undefined ? { words: opened.payload.words } : {};
}

export async function askSystems(reads: Reads, { tasks = [] }: RequestRow): Promise<{ readonly systems?: object[] }> {
  if (tasks.length === 0) return {};
  const systems: object[] = [];
  for (const task of tasks)
    systems.push({
      system: task.system,
      name: task.name,
      ...(task.doneAt === undefined ? {} : { at: timeOf(task.doneAt) }),
      tables: await tablesIn(reads, task),
      ...(await wordsIn(reads, task)),
    });
  return { systems };
}
