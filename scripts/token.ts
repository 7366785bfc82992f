/**
 * `npm run token`: makes a bearer token of the built-in issuer, while the server runs.
 * Flow:    command line → here → installation/issuer → standard output.
 * Promise: prints the token alone, so that `$(npm run --silent token -- …)` can be pasted; an unknown scope is refused.
 * Source:  docs/design.md 8 and 9.
 */
import { scopes, scopesOfRole } from '../src/vocabulary/scope.ts';
import { command, Misused, print } from './command-line/command.ts';
import { type TokenRequest, tokenFor } from './installation/issuer.ts';
import { configFor } from './installation/where.ts';

const HELP = `Makes a token for the API.

  npm run --silent token -- --sub <id> --scope "<scopes>" [--ttl 1h] [--demo]

  --sub <id>          who calls; with the scope self, the number of the customer (42 stands for customer:42)
  --scope "<scopes>"  one or more of: ${scopes.join(' ')}
  --role <role>       the scopes of a role instead: ${Object.keys(scopesOfRole).join(', ')}
  --ttl <time>        how long it lives: 30s, 15m, 8h, 1d (default 1h; a day at most)
  --data <folder>     the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo              the data folder of the demo, data/demo
  --json              {"token": "…", "expiresIn": <seconds>}
  --help              this text

Exit: 0 made · 1 there is no installation, or it cannot be opened · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: {
    sub: { type: 'string' },
    scope: { type: 'string' },
    role: { type: 'string' },
    ttl: { type: 'string', default: '1h' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const wish = wishOf(values);
    const token = await tokenFor(configFor(values), wish);
    print(values.json, { token, expiresIn: wish.ttl }, token);
    return 0;
  },
});

interface Written {
  readonly sub?: string;
  readonly scope?: string;
  readonly role?: string;
  readonly ttl: string;
}

function wishOf({ sub, role, ttl: written, scope = scopeOfRole(role) }: Written): TokenRequest {
  if (sub === undefined || scope === undefined)
    throw new Misused('Name who calls with --sub, and what they may do with --scope or --role.');
  const unknown = scope.split(' ').filter((word) => !(scopes as readonly string[]).includes(word));
  if (unknown.length > 0)
    throw new Misused(`There is no scope ${unknown.join(', ')}. Scopes are: ${scopes.join(' ')}.`);
  const ttl = secondsOf(written);
  if (ttl === undefined) throw new Misused(`${written} is no length of time up to a day. Write 30s, 15m, 8h or 1d.`);
  const prefix = scope === 'self' && sub.startsWith('customer:') ? 'customer:' : '';
  return { sub: sub.slice(prefix.length), scope, ttl };
}

const scopeOfRole = (role: string | undefined): string | undefined =>
  role !== undefined && Object.hasOwn(scopesOfRole, role)
    ? scopesOfRole[role as keyof typeof scopesOfRole].join(' ')
    : undefined;

const unit = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Seconds, or nothing where it is no length of time or longer than a day. */
export function secondsOf(text: string): number | undefined {
  const [, count, letter] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * unit[(letter ?? 's') as keyof typeof unit];
  return count === undefined || seconds > unit.d ? undefined : seconds;
}
