/**
 * `npm run link`: makes a sign-in link to the running server, for a person or for a member of staff.
 * Flow:    command line → here → POST /v1/links → standard output.
 * Promise: the link works once and for ten minutes; a GET of it signs nobody in.
 * Source:  docs/design.md 8 (identity).
 */
import { readAddress, urlAt } from '../src/address.ts';
import type { Config } from '../src/config.ts';
import { defined } from '../src/vocabulary/defined.ts';
import { consoleScopes } from '../src/vocabulary/scope.ts';
import { command, Misused, print } from './command-line/command.ts';
import { postJson } from './command-line/post-json.ts';
import { tokenFor } from './installation/issuer.ts';
import { configFor } from './installation/where.ts';

const HELP = `Makes a sign-in link for a customer or a member of staff: single use, ten minutes. The server has to run.

  npm run link -- --sub <id> [--demo]
  npm run link -- --staff <id> [--scope "reviews requests"] [--demo]

  --sub <id>         the number of the customer (42 stands for customer:42)
  --staff <id>       the member of staff, as in PUT /v1/staff/{id}; opens the console
  --scope <scopes>   what they may do there (default: ${consoleScopes.join(' ')})
  --new              also for somebody of whom nothing is recorded yet; their page is empty
  --url <url>        where the server is (default: where the one of the data folder says it listens)
  --token <token>    an admin token (default: one is made from the data folder)
  --data <folder>    the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo             the running demo
  --json             {"url": "…", "expiresAt": "…", "known": true}
  --help             this text

Exit: 0 made · 1 the server is not there or refused, or nobody is recorded under that number · 2 the command cannot be understood.
`;

const OPTIONS = {
  sub: { type: 'string' },
  staff: { type: 'string' },
  scope: { type: 'string' },
  new: { type: 'boolean' },
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

interface SignInLink {
  readonly url: string;
  readonly expiresAt: string;
  /** Whether anything is recorded of whom it lets in. */
  readonly known?: boolean;
}

type Reply = SignInLink & {
  readonly detail?: string;
  readonly errors?: readonly { readonly message: string; readonly fix: string }[];
};

export const main = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }) {
    const who = whoIn(values);
    if (who === undefined) throw new Misused('Name the customer with --sub, or the member of staff with --staff.');
    const config = configFor(values);
    const token = values.token ?? (await tokenFor(config, { sub: 'operator', scope: 'admin', ttl: 60 }));
    const places = values.url === undefined ? placesFor(config) : [values.url];
    const link = await firstThatAnswers(who, places, token);
    if (link.known === false) sayUnknown(who, values.new === true);
    print(values.json, link, link.url);
    return 0;
  },
});

/** A mistyped number would open an empty page. Staff come in before they are described: the first ones must. */
function sayUnknown(who: Invited, meant: boolean): void {
  if ('staff' in who)
    process.stderr.write(`Nobody is described as staff "${who.staff.id}" yet; the link works all the same.\n`);
  else if (!meant)
    throw new Error(
      `Nobody is recorded as ${who.subject}. Is the number right? To let them in all the same, add --new.`,
    );
}

/** Whom a link lets in, as the API is asked for it. */
type Invited =
  | { readonly subject: string }
  | { readonly staff: { readonly id: string; readonly scopes: readonly string[] } };

function whoIn({
  sub,
  staff,
  scope,
}: {
  readonly sub?: string;
  readonly staff?: string;
  readonly scope?: string;
}): Invited | undefined {
  if ((sub === undefined) === (staff === undefined) || sub?.trim() === '' || staff?.trim() === '') return undefined;
  if (sub !== undefined) return { subject: sub.startsWith('customer:') ? sub : `customer:${sub}` };
  return {
    staff: {
      id: staff ?? '',
      scopes: scope === undefined ? consoleScopes : scope.split(/[ ,]+/).filter((word) => word !== ''),
    },
  };
}

/** Where the service may listen, the likeliest first: where it wrote that it does, then where it is configured to. */
function placesFor({ dataDir, baseUrl, host, port }: Config): readonly string[] {
  const written = readAddress(dataDir);
  return [...new Set([...(written === undefined ? [] : [written]), baseUrl ?? urlAt(host, port)])];
}

/** A service that was killed leaves its address behind, and another program may listen there since. */
async function firstThatAnswers(who: Invited, places: readonly string[], token: string): Promise<SignInLink> {
  const [url = '', ...others] = places;
  try {
    return await linkFor(who, { url, token });
  } catch (fault) {
    if (!(fault instanceof NotThere) || others.length === 0) throw fault;
    return firstThatAnswers(who, others, token).catch((later: unknown) => {
      throw later instanceof NotThere
        ? new NotThere(
            `${later.message}\nA service of this folder left its address ${url} behind; it no longer answers there.`,
          )
        : later;
    });
  }
}

/** What answers at an address, if anything, is not the service of this data folder. */
class NotThere extends Error {}

async function linkFor(who: Invited, server: { readonly url: string; readonly token: string }): Promise<SignInLink> {
  const { status, body: said } = await postJson(new URL('/v1/links', server.url), {
    token: server.token,
    body: who,
  }).catch(() => {
    throw new NotThere(`Nothing answers at ${server.url}. Start the server first, or name it with --url.`);
  });
  if (status === 401)
    throw new NotThere(
      `The server at ${server.url} does not know the keys of this data folder. Is it another one? Name the right one with --url.`,
    );
  const body = said as Partial<Reply> | null | undefined;
  const { url, expiresAt, known } = body ?? {};
  if (typeof body !== 'object' || body === null || (status === 201 && (url === undefined || expiresAt === undefined)))
    throw new NotThere(`What answers at ${server.url} is not Candor. Name the right address with --url.`);
  if (url === undefined || expiresAt === undefined) {
    const faults = (body.errors ?? []).map(({ message, fix }) => `${message} ${fix}`);
    throw new Error([body.detail ?? `The server answered ${status}.`, ...faults].join('\n'));
  }
  return { url, expiresAt, ...defined({ known }) };
}
