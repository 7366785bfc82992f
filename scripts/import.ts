/**
 * `npm run import`: records a file of lines, one `{kind, …body}` each, into the data folder or over HTTP.
 * Flow:    command line → here → import/ → house or a running server → how many lines were recorded.
 * Promise: order is kept, nothing is dropped unasked, and the same command run again goes on where it stopped.
 * Source:  docs/design.md 9.
 */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { defined } from '../src/vocabulary/defined.ts';
import { command, Misused, onlyWord, printJson } from './command-line/command.ts';
import { demandFile } from './command-line/demand-file.ts';
import { linesOf } from './import/line-bytes.ts';
import { type ImportLine, type ImportOptions, type RefusedLine, readLine, refuseBroken } from './import/lines.ts';
import { progressOnTerminal } from './import/progress.ts';
import { groupSize, inGroups, type RecordLines, recordInHouse } from './import/recording.ts';
import { sendOverHttp } from './import/sending.ts';
import { countOutcome, describeTally, emptyTally, type ImportTally } from './import/tally.ts';
import { openFor } from './installation/open-house.ts';

const HELP = `Records a file of lines, one JSON object each: {"kind": "…", …the body as in the API}.

  npm run import -- <file.ndjson | ->       into the data folder (- reads standard input)
  npm run import -- <file> --url http://localhost:8080 --token <token>
                                            into a running server

Kinds: purpose, notice, ai-system, recipient (with key); subject, limit (with subject); consent, use, automated-decision.
A use is a report unless it says "mode": "request". Where the body has a kind of its own, it stands in purposeKind,
recipientKind or limitKind, or the whole body under "body": {"kind": "limit", "subject": "customer:42", "body": {"kind": "objection", …}}.

  --as <kind>       the kind of lines that name none
  --drop <member>   leave this member out of every line; may be given more than once (unknown members are refused)
  --stop            stop at the first line that is refused; without it the others go on, and each refused one is named
  --name <name>     the name of the import (default: the name of the file). The same line under the same name is recorded once.
  --data <folder>   the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo            the data folder of the demo, data/demo
  --json            the outcome as JSON
  --help            this text

A file of automated decisions without kinds, with a member that is not part of the record:
  npm run import -- --as automated-decision --drop actual decisions.ndjson

Lines that stand without effect, such as a consent older than the withdrawal that is known, and lines in which something
is missing for a good answer are counted and named; they do not change the exit code.

Exit: 0 every line stands · 1 some were refused, each named with its reason · 2 nothing could be read, opened or reached.
`;

const OPTIONS = {
  as: { type: 'string' },
  drop: { type: 'string', multiple: true },
  stop: { type: 'boolean' },
  name: { type: 'string' },
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const main = command({
  help: HELP,
  takesWords: true,
  options: OPTIONS,
  fault: { code: 2 },
  async run({ values, words }) {
    const file = onlyWord(words, 'Name one file, or - for standard input.');
    if ((values.url === undefined) !== (values.token === undefined))
      throw new Misused('--url and --token belong together.');
    const wishes: ImportOptions = {
      name: values.name ?? basename(file),
      ...defined({ as: values.as }),
      drop: values.drop ?? [],
      stops: values.stop === true,
    };
    // Before a house is opened, or made.
    if (file !== '-') demandFile(file);
    if (values.url !== undefined && values.token !== undefined)
      return report(
        await importLines(file, wishes, sendOverHttp({ url: values.url, token: values.token })),
        values.json,
      );
    const house = await openFor(values, groupSize);
    try {
      return report(await importLines(file, wishes, recordInHouse(house, wishes.name)), values.json);
    } finally {
      await house.close();
    }
  },
});

/** Reads, records and counts a whole file. */
export async function importLines(file: string, wishes: ImportOptions, take: RecordLines): Promise<ImportTally> {
  const stored = file === '-' ? undefined : createReadStream(file);
  const size = stored === undefined ? 0 : statSync(file).size;
  const progress = progressOnTerminal(() => (stored === undefined ? undefined : stored.bytesRead / Math.max(1, size)));
  const bytes = stored ?? process.stdin;
  let tally = emptyTally();
  // Whoever stops at the first refusal must find nothing recorded after it, so no line goes together with another.
  for await (const outcome of inGroups(checkedLines(bytes, wishes), take, wishes.stops === true ? 1 : groupSize)) {
    tally = countOutcome(tally, outcome);
    progress.tell(tally);
    if (wishes.stops === true && outcome.what === 'refused') break;
  }
  progress.end();
  return tally;
}

async function* checkedLines(
  bytes: AsyncIterable<Uint8Array>,
  wishes: ImportOptions,
): AsyncGenerator<ImportLine | RefusedLine> {
  for await (const line of linesOf(bytes))
    yield 'text' in line ? readLine(line.number, line.text, wishes) : refuseBroken(line);
}

function report(tally: ImportTally, json: boolean | undefined): number {
  if (json === true) printJson(tally);
  else {
    for (const { line, reason } of tally.withoutEffect)
      process.stderr.write(`line ${line}: without effect. ${reason}\n`);
    for (const { line, reason } of tally.incomplete) process.stderr.write(`line ${line}: incomplete. ${reason}\n`);
    for (const { line, code, reason } of tally.refused) process.stderr.write(`line ${line}: ${code}. ${reason}\n`);
    process.stdout.write(`${describeTally(tally)}\n`);
  }
  return tally.refused.length === 0 ? 0 : 1;
}
