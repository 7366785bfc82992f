/**
 * An erasure reaches connected systems before the house destroys the keys: afterwards nobody could say whom to look
 * for.
 * Flow:    erasing.ts → here → command `task.open`; work-tasks comes back when all are done.
 * Promise: nothing of a person is erased here while a system is not done, and none is erased without a request that its
 *          certificate could answer.
 * Source:  GDPR 17, 19; decision 0101.
 */
import type { ErasureSetup } from '../ledger/erasure/erasure.ts';
import { requestsOf } from '../ledger/queries.ts';
import { readPeople } from '../ledger/see.ts';
import type { House } from '../ports/house.ts';
import type { UnfinishedErasure } from '../ports/reads.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import { systemsOpen } from '../views/request/task-row.ts';
import { isProblem, type Problem, problem } from '../vocabulary/problems.ts';
import { isOpenRequest } from '../vocabulary/request.ts';
import type { NamedSystem } from '../vocabulary/task.ts';
import { waitingFor } from './recording.ts';

export async function rowOf({ store }: Pick<ErasureSetup, 'store'>, id: string): Promise<RequestRow | undefined> {
  const [row] = await store.one(requestsOf, { ids: [id] });
  return row === undefined ? undefined : (JSON.parse(row.doc) as RequestRow);
}

/** What is to be waited for, or why it cannot be; nothing where the house may go on. */
export async function systemsFirst(
  room: ErasureSetup,
  systems: readonly NamedSystem[],
  [identifier, { request, keep, sender }]: Parameters<House['erase']>,
): Promise<UnfinishedErasure | Problem | undefined> {
  if (request === undefined) return problem('systems-connected');
  const row = await rowOf(room, request);
  // One that is not there, is closed or is somebody else's is refused by the erasure itself.
  if (row?.kind !== 'erasure' || row.subject === undefined || !isOpenRequest(row.state)) return undefined;
  const [person] = (await readPeople(room, [identifier], false)).people;
  if (person?.found !== 'known' || person.subject !== row.subject) return undefined;
  const open = systemsOpen(row, systems);
  if (open.length === 0) return undefined;
  if (open.some(({ state }) => state === 'none')) {
    const { caller, requestId } = sender;
    const input = { request, systems, ...(keep === undefined ? {} : { keep }) };
    const opened = await room.writer.run(
      waitingFor({ kind: 'task.open', input, now: room.now() }, { caller, requestId }),
    );
    if (isProblem(opened)) return opened;
  }
  return waitsForSystems((await rowOf(room, request)) ?? row);
}

/** An erasure that was decided and waits for systems, by its request. */
export function waitsForSystems(row: RequestRow | undefined): UnfinishedErasure | undefined {
  const [first] = row?.tasks ?? [];
  if (row === undefined || first === undefined || row.kind !== 'erasure' || !isOpenRequest(row.state)) return undefined;
  return { underWay: row.id, request: row.id, begunAt: first.openedAt };
}
