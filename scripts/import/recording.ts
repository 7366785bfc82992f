/**
 * Records lines in a house of this process, as many at once as one commit takes, of whatever kinds.
 * Flow:    lines → here → house (recordMany).
 * Promise: order is kept, also between kinds; a line that was recorded under this name is not recorded again.
 * Source:  docs/design.md 4 and 9.
 */
import type { CommandKind, InputOf } from '../../src/commands/commands.ts';
import type { House } from '../../src/ports/house.ts';
import type { Recorded, Sender } from '../../src/ports/records.ts';
import { isProblem, problem, readProblem } from '../../src/vocabulary/problems.ts';
import type { ImportLine, RefusedLine } from './lines.ts';
import { type LineOutcome, notedIn, refusedBecause } from './tally.ts';

/**
 * Lines that are judged together, and recorded in one commit where the folder is our own. Ids and pseudonyms are spread
 * over whole indexes, so that the more lines there are, the more of them share a page that is written (decision 0135).
 */
export const groupSize = 4096;

export type RecordLines = (lines: readonly ImportLine[]) => Promise<readonly LineOutcome[]>;

export const recordInHouse =
  (house: House, name: string): RecordLines =>
  async (lines) => {
    // A file that goes from person to person changes kinds with every line. All stand in line at once, in their order,
    // and the ledger takes them together.
    const recorded = await Promise.all(
      runsOfOneKind(lines).map(([kind, run]) =>
        house.recordMany(
          kind,
          // Each line was held against the model of its kind when it was read.
          run.map((line) => ({ input: line.input as InputOf<CommandKind>, sender: senderOf(line, name) })),
        ),
      ),
    );
    return recorded.flat().map((one, place) => outcomeOf(lines[place] as ImportLine, one));
  };

function runsOfOneKind(lines: readonly ImportLine[]): readonly (readonly [CommandKind, readonly ImportLine[]])[] {
  const runs: [CommandKind, ImportLine[]][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.[0] === line.kind.command) last[1].push(line);
    else runs.push([line.kind.command, [line]]);
  }
  return runs;
}

function senderOf(line: ImportLine, name: string): Sender {
  const caller = {
    principal: `import:${name}`,
    actor: { id: 'import', role: 'system' },
    scopes: ['registry', 'consent', 'use', 'decide'],
  } as const;
  const shared = { caller, requestId: `import-${line.number}`, withoutReceipt: true };
  // A PUT says a state and repeats itself without harm; a key would keep an older state from being said again.
  if (line.kind.method === 'PUT') return shared;
  return { ...shared, idempotency: { route: `import ${line.path}`, key: line.key, body: line.text } };
}

function outcomeOf({ number }: ImportLine, recorded: Recorded): LineOutcome {
  if (isProblem(recorded)) return refusedBecause(number, recorded);
  const { status, replayed } = recorded;
  const bytes = Buffer.from(recorded.bytes.buffer, recorded.bytes.byteOffset, recorded.bytes.byteLength);
  if (status >= 400) return refusedBecause(number, readProblem(JSON.parse(bytes.toString())) ?? problem('internal'));
  const noted = saysMore(bytes) ? notedIn(JSON.parse(bytes.toString())) : {};
  return { number, what: replayed || status === 200 ? 'known' : 'recorded', ...noted };
}

/** Whether a reply may say more than that the line stands, as few do: reading one costs more than looking. */
const saysMore = (reply: Buffer): boolean => notes.some((note) => reply.includes(note));
const notes = ['"effect":"none"', '"warnings":["', '"quality":["'].map((note) => Buffer.from(note));

/** Hands lines on in groups, and every outcome in the order of the lines. */
export async function* inGroups(
  lines: AsyncIterable<ImportLine | RefusedLine>,
  take: RecordLines,
  most = groupSize,
): AsyncGenerator<LineOutcome> {
  let waiting: (ImportLine | RefusedLine)[] = [];
  for await (const line of lines) {
    waiting.push(line);
    if (waiting.length < most) continue;
    yield* await outcomesOf(waiting, take);
    waiting = [];
  }
  yield* await outcomesOf(waiting, take);
}

/** A line that cannot be read keeps its place, and parts no group into two commits. */
async function outcomesOf(
  lines: readonly (ImportLine | RefusedLine)[],
  take: RecordLines,
): Promise<readonly LineOutcome[]> {
  const readable = lines.filter((line): line is ImportLine => !('refused' in line));
  const taken = (readable.length === 0 ? [] : await take(readable)).values();
  return lines.flatMap((line) =>
    'refused' in line ? refusedBecause(line.number, line.refused) : (taken.next().value ?? []),
  );
}
