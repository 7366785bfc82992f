/**
 * `npm run sample-choices`: made-up choices and uses under a second purpose for the people of a file of automated
 * decisions, to try the answers on real decisions before there are real choices.
 * Flow:    a file of decisions → here → lines for `npm run import`.
 * Promise: the same file gives the same lines; every third person refuses, so that a refusal is there to be seen as
 *          well.
 */
import { readFileSync } from 'node:fs';
import { command, Misused } from './command-line/command.ts';

const HELP = `Writes import lines: a choice about a purpose that rests on consent, and uses under it, for everybody in a file of decisions.

  npm run --silent sample-choices -- <decisions.ndjson> --purpose <key> --ai-system <key> > choices.ndjson
  npm run import -- choices.ndjson

Two of three people agree half a year before their decision and are used once a month for half a year; every third refuses.
Exit: 0 written · 1 the file cannot be read · 2 the command cannot be understood.
`;

const DAY_MS = 86_400_000;
const MONTHS = 6;

interface Line {
  readonly subject: string;
  readonly decidedAt: string;
}
interface Under {
  readonly purpose: string;
  readonly aiSystem: string;
}

function choicesOf({ subject, decidedAt }: Line, place: number, { purpose, aiSystem }: Under): readonly object[] {
  const at = (days: number): string => new Date(Date.parse(decidedAt) + days * DAY_MS).toISOString();
  const refuses = place % 3 === 2;
  const consent = {
    kind: 'consent',
    subject,
    purpose,
    state: refuses ? 'refused' : 'given',
    occurredAt: at(-181),
    method: 'button',
    language: 'en',
  };
  if (refuses) return [consent];
  const uses = Array.from({ length: MONTHS }, (_, month) => ({
    kind: 'use',
    subject,
    aiSystem,
    purpose,
    occurredAt: at(-180 + month * 30),
  }));
  return [consent, ...uses];
}

export const main = command({
  help: HELP,
  takesWords: true,
  options: { purpose: { type: 'string' }, 'ai-system': { type: 'string' } },
  fault: { opening: 'The file cannot be read: ' },
  run({ values: { purpose, 'ai-system': aiSystem }, words: [file] }) {
    if (file === undefined || purpose === undefined || aiSystem === undefined)
      throw new Misused('Name the file, the purpose and the AI system.');
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    for (const [place, line] of lines.entries())
      for (const made of choicesOf(JSON.parse(line) as Line, place, { purpose, aiSystem }))
        process.stdout.write(`${JSON.stringify(made)}\n`);
    return 0;
  },
});
