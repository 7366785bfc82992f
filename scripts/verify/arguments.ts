/**
 * The command line of the verifier, read with node's own parser.
 * Flow:    `npm run verify -- …` → here → verify.
 * Promise: an option that is not known is refused, never ignored: a mistyped `--vkey` must not fall back to another
 *          key.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isWrong, type Wrong, wrong } from './wrong.ts';

export const HELP = `Checks evidence offline. Needs no server, and trusts only keys that you name.

  npm run verify -- <bundle.json | ->       check one person's evidence bundle (- reads standard input)
  npm run verify -- <certificate.json | ->  check a certificate of erasure
  npm run verify -- --all                   check the whole stored ledger

Whom to trust (the key inside a bundle is only compared, never believed):
  --vkey <key>         a log's verifier key, name+hash+key; may be given more than once
  --policy <file>      a C2SP tlog-policy file
  neither of the two   the keys in <data folder>/log.vkey

Where things are:
  --data <folder>      the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo               the data folder of the demo, data/demo
  --database-url <url> a PostgreSQL ledger, for --all (default: DATABASE_URL, else SQLite in the data folder)
  --witness <folder>   where the mark is, for --all (default: CANDOR_WITNESS_DIR, else <data folder>/witness)

Output:
  --json               the report as JSON
  --help               this text

Exit: 0 good · 1 bad, with each place named · 2 no trusted key, or the command cannot be understood.
`;

export interface Arguments {
  readonly help: boolean;
  readonly json: boolean;
  readonly all: boolean;
  readonly file?: string;
  readonly vkeys: readonly string[];
  readonly policyFile?: string;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly witnessFolder?: string;
}

const OPTIONS = {
  vkey: { type: 'string', multiple: true },
  policy: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
  'database-url': { type: 'string' },
  witness: { type: 'string' },
  all: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export function readArguments(argv: readonly string[], environment: NodeJS.ProcessEnv): Arguments | Wrong {
  const parsed = parse(argv);
  if (isWrong(parsed)) return parsed;
  const { values, positionals } = parsed;
  const [file, more] = positionals;
  const all = values.all === true;
  const help = values.help === true;
  if (!help && (more !== undefined || all === (file !== undefined)))
    return wrong('name one bundle or certificate, or - for standard input, or --all');
  if (values.vkey !== undefined && values.policy !== undefined) return wrong('give --vkey or --policy, not both');
  // An empty variable counts as unset, as everywhere in Candor.
  const dataFolder =
    values.data ?? (values.demo === true ? join('data', 'demo') : environment['CANDOR_DATA_DIR'] || 'data');
  const databaseUrl =
    values['database-url'] ??
    (values.data === undefined && values.demo !== true ? environment['DATABASE_URL'] : undefined);
  const witnessFolder =
    values.witness ??
    (values.data === undefined && values.demo !== true ? environment['CANDOR_WITNESS_DIR'] : undefined);
  return {
    help,
    json: values.json === true,
    all,
    vkeys: values.vkey ?? [],
    dataFolder,
    ...(file === undefined ? {} : { file }),
    ...(values.policy === undefined ? {} : { policyFile: values.policy }),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(witnessFolder ? { witnessFolder } : {}),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'the command cannot be understood');
  }
}
