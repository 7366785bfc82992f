/**
 * `npm run explain-all`: records a file of decisions in a scratch installation and asks why of every one of them.
 * Flow:    decisions → scratch installation → each person's own explanation over HTTP → banned words →
 *          recompute-reasons.
 * Promise: an explanation is fetched as the person would fetch it; the check of order, direction and values shares no
 *          code with the service. Exit 0 when every explanation holds, 1 when one does not, 2 when nothing could be
 *          read.
 * Source:  docs/law.md 4 (level 2), 10.10; docs/explanations.md (a catalogue of reasons).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExplanationAnswer } from '../src/answers/explanation/explanation-answer.ts';
import { vagueWordsIn } from '../src/language/vague-reasons.ts';
import { root } from '../src/root.ts';
import type { Service } from '../src/service.ts';
import { command, Misused } from './command-line/command.ts';
import { demandFile } from './command-line/demand-file.ts';
import { type Scratch, scratchFor } from './explain-all/scratch.ts';
import { describeRecomputed, type Recomputed, recompute } from './recompute-reasons.ts';

const HELP = `Explains every decision of a file, and checks each explanation against the record.

  npm run explain-all -- <decisions.ndjson> [--register <file>] [--drop <member>] [--keep <file>]

One decision a line, as in the API. A scratch installation is made, and thrown away at the end.
  --register <file>  purposes, AI systems and catalogues to import first (default: examples/credit-register.ndjson)
  --drop <member>    leave this member out of every line; may be given more than once
  --keep <file>      write the explanations there, one a line, for npm run recompute-reasons
  --help             this text

Exit: 0 every explanation holds · 1 some do not, each named · 2 nothing could be read.
`;

interface ServedExplanation {
  readonly subject: string;
  readonly explanation: ExplanationAnswer;
}

async function fetched(service: Service, subject: string, path: string): Promise<Record<string, unknown>> {
  const token = await service.token({ sub: subject.slice(subject.indexOf(':') + 1), scope: 'self' });
  const answer = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`${subject}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

async function explanationsOf(service: Service, subjects: readonly string[]): Promise<readonly ServedExplanation[]> {
  const told: ServedExplanation[] = [];
  for (const subject of subjects) {
    const { items } = (await fetched(service, subject, '/v1/me/automated-decisions')) as {
      readonly items: readonly { readonly id: string }[];
    };
    for (const { id } of items) {
      const explanation = await fetched(service, subject, `/v1/automated-decisions/${id}/explanation?language=en`);
      told.push({ subject, explanation: explanation as unknown as ExplanationAnswer });
    }
  }
  return told;
}

/** Words of the service's own list of reasons that are none; the other check has a list of its own. */
const banned = (told: readonly ServedExplanation[]): readonly string[] =>
  told.flatMap(({ subject, explanation }) =>
    explanation.layers[1].reasons.flatMap(({ code, words }) => {
      const found = vagueWordsIn(words, 'en') ?? vagueWordsIn(code, 'en');
      return found === undefined ? [] : [`${subject}: ${code} says nothing (${found})`];
    }),
  );

interface Explained {
  readonly recomputed: Recomputed;
  readonly banned: readonly string[];
  readonly refused: readonly string[];
}

async function explainIn(scratch: Scratch, decisions: string, keep: string): Promise<Explained> {
  const refused = [...scratch.registered.refused, ...scratch.decided.refused].map(
    ({ line, code, reason }) => `line ${line}: ${code}. ${reason}`,
  );
  const lines = readFileSync(decisions, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const subjects = [...new Set(lines.map((line) => (JSON.parse(line) as { readonly subject: string }).subject))];
  const told = await explanationsOf(scratch.service, subjects);
  writeFileSync(keep, told.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return { recomputed: recompute(decisions, keep), banned: banned(told), refused };
}

function report({ recomputed, banned: vague, refused }: Explained): number {
  for (const line of [...refused, ...vague]) process.stdout.write(`${line}\n`);
  process.stdout.write(describeRecomputed(recomputed));
  return recomputed.faults.length + vague.length + refused.length === 0 ? 0 : 1;
}

export const main = command({
  help: HELP,
  takesWords: true,
  options: {
    register: { type: 'string' },
    drop: { type: 'string', multiple: true },
    keep: { type: 'string' },
  },
  fault: { code: 2 },
  async run({ values, words }) {
    const [decisions] = words;
    if (decisions === undefined) throw new Misused('Name the file of decisions.');
    const register = values.register ?? join(root, 'examples', 'credit-register.ndjson');
    for (const file of [register, decisions]) demandFile(file);
    const folder = mkdtempSync(join(tmpdir(), 'candor-explained-'));
    try {
      const scratch = await scratchFor({ register, decisions, drop: values.drop ?? [] });
      try {
        return report(await explainIn(scratch, decisions, values.keep ?? join(folder, 'explanations.ndjson')));
      } finally {
        await scratch.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
