/**
 * `npm run link`: makes a sign-in link to the running server, for a person or for a member of staff.
 * Flow:    command line → here → POST /v1/links → standard output.
 * Promise: the link works once and for ten minutes; a GET of it signs nobody in.
 * Source:  docs/design.md 8 (identity).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../src/config.ts';
import { consoleScopes } from '../src/vocabulary/scope.ts';
import { command, Misused } from './command-line/command.ts';
import { tokenFor } from './installation/issuer.ts';
import { configFor } from './installation/where.ts';

const HELP = `Makes a sign-in link for a customer or a member of staff: single use, ten minutes. The server has to run.

  npm run link -- --sub <id> [--demo]
  npm run link -- --staff <id> [--scope "reviews requests"] [--demo]

  --sub <id>         the number of the customer (42 stands for customer:42)
  --staff <id>       the member of staff, as in PUT /v1/staff/{id}; opens the console
  --scope <scopes>   what they may do there (default: ${consoleScopes.join(' ')})
  --url <url>        where the server is (default: CANDOR_BASE_URL, else HOST and PORT)
  --token <token>    an admin token (default: one is made from the data folder)
  --data <folder>    the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo             the running demo
  --json             {"url": "…", "expiresAt": "…"}
  --help             this text

Exit: 0 made · 1 the server is not there or refused · 2 the command cannot be understood.
`;

const OPTIONS = {
  sub: { type: 'string' },
  staff: { type: 'string' },
  scope: { type: 'string' },
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

interface SignInLink {
  readonly url: string;
  readonly expiresAt: string;
}

export const main = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }) {
    const who = whoIn(values);
    if (who === undefined) throw new Misused('Name the customer with --sub, or the member of staff with --staff.');
    const config = configFor(values);
    const token = values.token ?? (await tokenFor(config, { sub: 'operator', scope: 'admin', ttl: 60 }));
    const link = await linkFor(who, { url: values.url ?? addressOf(config), token });
    process.stdout.write(`${values.json === true ? JSON.stringify(link) : link.url}\n`);
    return 0;
  },
});

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
  if ((sub === undefined) === (staff === undefined)) return undefined;
  if (sub !== undefined) return { subject: sub.startsWith('customer:') ? sub : `customer:${sub}` };
  return {
    staff: {
      id: staff ?? '',
      scopes: scope === undefined ? consoleScopes : scope.split(/[ ,]+/).filter((word) => word !== ''),
    },
  };
}

/** Written by the demo, which may have had to take another port than the usual one. */
export const addressFile = 'address';

function addressOf(config: Config): string {
  const written = join(config.dataDir, addressFile);
  if (config.baseUrl !== undefined) return config.baseUrl;
  return existsSync(written) ? readFileSync(written, 'utf8').trim() : `http://${config.host}:${config.port}`;
}

async function linkFor(who: Invited, server: { readonly url: string; readonly token: string }): Promise<SignInLink> {
  const response = await fetch(new URL('/v1/links', server.url), {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(who),
  }).catch(() => {
    throw new Error(`Nothing answers at ${server.url}. Start the server first, or name it with --url.`);
  });
  if (response.status === 401)
    throw new Error(
      `The server at ${server.url} does not know the keys of this data folder. Is it another one? Name the right one with --url.`,
    );
  const body = (await response.json()) as SignInLink & {
    readonly detail?: string;
    readonly errors?: readonly { readonly message: string; readonly fix: string }[];
  };
  if (!response.ok) {
    const faults = (body.errors ?? []).map(({ message, fix }) => `${message} ${fix}`);
    throw new Error([body.detail ?? `The server answered ${response.status}.`, ...faults].join('\n'));
  }
  return body;
}
