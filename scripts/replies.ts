/**
 * `npm run replies`: what a service of this checkout answers on a fixed journey, alone or beside another revision.
 * Flow:    command line → replies/running (a service on a folder of its own) → replies/journeys → file, or comparison.
 * Promise: the service is spoken to over HTTP alone, so that any revision can be asked the same; ids, times, hashes and
 *          secrets are replaced before anything is compared.
 */
import { writeFileSync } from 'node:fs';
import { systemClock } from '../src/clock.ts';
import { root } from '../src/root.ts';
import { layOut } from './checkouts/revision.ts';
import { command, Misused } from './command-line/command.ts';
import { differencesOf, type KeptReply, linesOfReplies, wordsOfDifferences } from './replies/compare.ts';
import { askedOf, demoJourney, shopJourney } from './replies/journeys.ts';

const HELP = `Asks a service of this checkout the same things in the same order, and keeps what it answers.

  npm run replies -- --out <file>          the replies, without ids, times, hashes and secrets
  npm run replies -- --against <revision>  whether that revision of git answers the same, byte for byte

  --most <n>   how many differences to show (default 10)
  --help       this text

Exit: 0 kept, or all the same · 1 a difference, or a service did not start · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: { out: { type: 'string' }, against: { type: 'string' }, most: { type: 'string', default: '10' } },
  async run({ values: { out, against, most } }) {
    if (out === undefined && against === undefined)
      throw new Misused('Name a file with --out, or a revision with --against.');
    const day = today();
    const after = await repliesOf(root);
    if (out !== undefined) writeFileSync(out, linesOfReplies(after));
    if (against === undefined) {
      process.stdout.write(`${after.length} replies.\n`);
      return 0;
    }
    const { commit, replies } = await repliesAt(against);
    if (today() !== day) throw new Error('A new day began meanwhile (UTC), and dates are compared. Run it again.');
    if (out !== undefined) writeFileSync(`${out}.before`, linesOfReplies(replies));
    return reportDifferences(differencesOf(replies, after), { count: after.length, commit, most: Number(most) });
  },
});

const today = (): string => new Date(systemClock.now()).toISOString().slice(0, 10);

interface Compared {
  readonly count: number;
  readonly commit: string;
  readonly most: number;
}

function reportDifferences(differences: ReturnType<typeof differencesOf>, { count, commit, most }: Compared): number {
  if (differences.length === 0) {
    process.stdout.write(`${count} replies byte-equal but for ids and times, held against ${commit.slice(0, 12)}.\n`);
    return 0;
  }
  process.stdout.write(`${wordsOfDifferences(differences, most)}\n${differences.length} of ${count} replies differ.\n`);
  return 1;
}

async function repliesAt(
  revision: string,
): Promise<{ readonly commit: string; readonly replies: readonly KeptReply[] }> {
  const other = layOut(revision, { packages: true });
  try {
    return { commit: other.commit, replies: await repliesOf(other.folder) };
  } finally {
    other.close();
  }
}

/** First a service that begins with nothing, then the sample company. */
async function repliesOf(folder: string): Promise<readonly KeptReply[]> {
  return [...(await askedOf(folder, 'start', shopJourney)), ...(await askedOf(folder, 'demo', demoJourney))];
}
