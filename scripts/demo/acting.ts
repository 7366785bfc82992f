/**
 * How somebody acts in the sample company: staff and data subjects, each under their own name, through the commands of
 * the house.
 * Flow:    live, reviewers, waiting → here → house.
 * Promise: what is refused ends the demo with a reason; nothing is recorded but through a command.
 */

import type { windUpClock } from '../../src/clock.ts';
import type { CommandKind, InputOf } from '../../src/commands/commands.ts';
import type { OpenHouse } from '../../src/house.ts';
import type { Sender } from '../../src/ports/records.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';

export interface DemoHouse {
  readonly house: OpenHouse;
  readonly clock: ReturnType<typeof windUpClock>;
  readonly importName: string;
}

type Reply = Readonly<Record<string, unknown>>;

async function record<K extends CommandKind>(
  { house }: DemoHouse,
  kind: K,
  of: { readonly input: InputOf<K>; readonly sender: Sender },
): Promise<Reply> {
  const recorded = await house.record(kind, of.input, of.sender);
  if (isProblem(recorded)) throw new Error(`${kind} was refused: ${JSON.stringify(recorded)}`);
  return JSON.parse(Buffer.from(recorded.bytes).toString('utf8')) as Reply;
}

/** As a member of staff. */
export function actAsStaff<K extends CommandKind>(
  lived: DemoHouse,
  kind: K,
  of: { readonly input: InputOf<K>; readonly by: string },
): Promise<Reply> {
  const caller = {
    principal: of.by,
    actor: { id: lived.house.actorOf(of.by), role: 'officer' },
    scopes: ['admin'],
  } as const;
  return record(lived, kind, { input: of.input, sender: { caller, requestId: 'demo' } });
}

/** As the person themself. */
export function actAsPerson<K extends CommandKind>(
  lived: DemoHouse,
  kind: K,
  of: { readonly input: InputOf<K>; readonly self: string },
): Promise<Reply> {
  const caller = { principal: of.self, actor: { id: 'self', role: 'self' }, scopes: ['self'], self: of.self } as const;
  return record(lived, kind, { input: of.input, sender: { caller, requestId: 'demo' } });
}
