/**
 * The answer that was decided and waits for connected systems.
 * Flow:    work-tasks, http, answers/console → here → ports/reads (the fact that opened the tasks).
 * Promise: word for word what was decided; nothing once the request is answered, whose letter says it.
 * Source:  GDPR 16, 19; decision 0106.
 */
import type { Accepted } from '../../facts/task.ts';
import type { Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';

export async function askAccepted(
  reads: Pick<Reads, 'facts'>,
  { state, tasks = [] }: Pick<RequestRow, 'state' | 'tasks'>,
): Promise<Accepted | undefined> {
  const id = tasks.find(({ accepted }) => accepted !== undefined)?.accepted;
  if (id === undefined || !isOpenRequest(state)) return undefined;
  const opened = (await reads.facts([id])).get(id);
  return opened?.kind === 'task.opened' ? opened.payload.accepted : undefined;
}
