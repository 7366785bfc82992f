/**
 * `npm run figures`: counts the figures of oversight again, from the entries of a running server's ledger.
 * Flow:    command line → GET /v1/ledger/entries, page by page → figures/count.ts → standard output.
 * Promise: whoever audits need not believe the report: this shares no code with what made it.
 * Source:  docs/law.md 7, 8.
 */
import { command, Misused, outline, printJson } from './command-line/command.ts';
import { type ExportedEntry, figuresOf } from './figures/count.ts';

const HELP = `Counts the figures of oversight from the ledger itself, to be held against GET /v1/reports/oversight.
It reads every person's record; each of these looks is recorded where the person can see it.

  npm run --silent figures -- --token <token> [--from 2026-01-01] [--to 2027-01-01]

  --token <token>      a token with the scope audit
  --url <url>          where the server is (default: http://127.0.0.1:8080)
  --from <date>        from when (default: a year before --to)
  --to <date>          until when (default: now)
  --time-zone <zone>   the zone that months are counted in (default: UTC)
  --json               as JSON, also on a terminal; where the output goes elsewhere it always is
  --help               this text

Exit: 0 counted · 1 the server is not there or refused · 2 the command cannot be understood.
`;

const OPTIONS = {
  token: { type: 'string' },
  url: { type: 'string', default: 'http://127.0.0.1:8080' },
  from: { type: 'string' },
  to: { type: 'string' },
  'time-zone': { type: 'string', default: 'UTC' },
  json: { type: 'boolean' },
} as const;

const YEAR = 365 * 86_400_000;

interface Server {
  readonly url: string;
  readonly token: string;
}

async function pages({ url, token }: Server, filter: string): Promise<readonly ExportedEntry[]> {
  const entries: ExportedEntry[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = `limit=100${filter}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const answer = await fetch(`${url}/v1/ledger/entries?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    }).catch(() => {
      throw new Error(`Nothing answers at ${url}. Start the server first, or name it with --url.`);
    });
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    const page = (await answer.json()) as { readonly items: readonly ExportedEntry[]; readonly next: string | null };
    entries.push(...page.items);
    cursor = page.next;
  }
  return entries;
}

/** Every entry. What is about a person is opened person by person, and each of these looks is recorded. */
export async function exportedEntries(server: Server): Promise<readonly ExportedEntry[]> {
  const all = await pages(server, '');
  const subjects = [...new Set(all.flatMap(({ subject }) => subject ?? []))];
  const opened: ExportedEntry[] = all.filter(({ subject }) => subject === null || subject === undefined);
  for (const subject of subjects) opened.push(...(await pages(server, `&subject=${subject}`)));
  return opened;
}

const now = (): number => performance.timeOrigin + performance.now();

export const main = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }) {
    const to = values.to === undefined ? now() : Date.parse(values.to);
    const from = values.from === undefined ? to - YEAR : Date.parse(values.from);
    if (values.token === undefined || Number.isNaN(to) || Number.isNaN(from))
      throw new Misused('A token and readable dates are needed.');
    const entries = await exportedEntries({ url: values.url, token: values.token });
    const figures = figuresOf(entries, { from, to, now: now(), timeZone: values['time-zone'] });
    if (values.json === true || process.stdout.isTTY !== true) printJson(figures);
    else process.stdout.write(outline(figures));
    return 0;
  },
});
