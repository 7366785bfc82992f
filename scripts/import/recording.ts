/**
 * Records lines in a house of this process, groups of the same kind at once.
 * Flow:    lines → here → house (recordMany).
 * Promise: order is kept; a line that was recorded under this name is not recorded again.
 * Source:  docs/design.md 4 and 9.
 */
import type { House, Recorded, Sender } from '../../src/house-port.ts';
import type { Problem } from '../../src/vocabulary/problems.ts';
import type { Line, RefusedLine } from './lines.ts';
import { notedIn, type Outcome, refusedBecause } from './tally.ts';

/** Lines that are judged together; as many as a batch of the ledger takes. */
export const groupSize = 256;

export type Take = (lines: readonly Line[]) => Promise<readonly Outcome[]>;

export const intoHouse =
  (house: House, name: string): Take =>
  async (lines) => {
    const kind = lines[0]?.kind.command ?? '';
    const recorded = await house.recordMany(
      kind,
      lines.map((line) => ({ input: line.input, sender: senderOf(line, name) })),
    );
    return recorded.map((one, place) => outcomeOf(lines[place] as Line, one));
  };

function senderOf(line: Line, name: string): Sender {
  const caller = {
    principal: `import:${name}`,
    actor: { id: 'import', role: 'system' },
    scopes: ['registry', 'consent', 'use', 'decide'],
  } as const;
  const requestId = `import-${line.number}`;
  // A PUT says a state and repeats itself without harm; a key would keep an older state from being said again.
  if (line.kind.method === 'PUT') return { caller, requestId };
  return { caller, requestId, idempotency: { route: `import ${line.path}`, key: line.key, body: line.text } };
}

function outcomeOf({ number }: Line, recorded: Recorded): Outcome {
  if ('problem' in recorded) return refusedBecause(number, recorded);
  const reply: unknown = JSON.parse(Buffer.from(recorded.bytes).toString('utf8'));
  if (recorded.status >= 400) return refusedBecause(number, reply as Problem);
  return { number, what: recorded.replayed || recorded.status === 200 ? 'known' : 'recorded', ...notedIn(reply) };
}

/** Hands lines on in groups of one kind, and every outcome in the order of the lines. */
export async function* inGroups(
  lines: AsyncIterable<Line | RefusedLine>,
  take: Take,
  most = groupSize,
): AsyncGenerator<Outcome> {
  let waiting: Line[] = [];
  for await (const line of lines) {
    const isOther = 'refused' in line || (waiting.length > 0 && waiting[0]?.kind.command !== line.kind.command);
    if (waiting.length > 0 && (isOther || waiting.length === most)) {
      yield* await take(waiting);
      waiting = [];
    }
    if ('refused' in line) yield refusedBecause(line.number, line.refused);
    else waiting.push(line);
  }
  if (waiting.length > 0) yield* await take(waiting);
}
