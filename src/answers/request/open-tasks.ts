/**
 * What connected systems still have to do for open requests, page by page.
 * Flow:    http (GET /v1/tasks), answers/console → here → ports/reads, views/request.
 * Promise: every task of every open request once, in an order that no try changes; a page is full while there are more.
 * Source:  docs/design.md 8 (lists); decision 0101.
 */
import type { Page, PageQuery, PlacedRequest, Reads } from '../../ports/reads.ts';
import { showTask } from '../../views/request/task-row.ts';

export type ShownTask = ReturnType<typeof showTask>;

/** More tasks than one request ever has, so that a task has a place of its own among all. */
const MOST_OF_ONE = 1024;
const STEP = 200;

const placed = ({ position, row }: PlacedRequest) =>
  (row.tasks ?? []).map((task, at) => ({ place: position * MOST_OF_ONE + at, task: showTask(row.id, task) }));

/** The oldest request first; `before` is the place of the last one that was shown. */
export async function askOpenTasks(
  reads: Pick<Reads, 'requestsAtSystems'>,
  { before: shown = -1, limit }: PageQuery,
  isWanted: (task: ShownTask) => boolean,
): Promise<Page<ShownTask>> {
  const found: ReturnType<typeof placed>[number][] = [];
  let after = Math.floor(shown / MOST_OF_ONE) - 1;
  for (let rows: readonly PlacedRequest[] = []; found.length <= limit; ) {
    rows = await reads.requestsAtSystems({ after, limit: STEP });
    found.push(...rows.flatMap(placed).filter(({ place, task }) => place > shown && isWanted(task)));
    after = rows.at(-1)?.position ?? after;
    if (rows.length < STEP) break;
  }
  const items = found.slice(0, limit);
  return { items: items.map(({ task }) => task), next: found.length > limit ? (items.at(-1)?.place ?? null) : null };
}
