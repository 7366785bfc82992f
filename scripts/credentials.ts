/**
 * `npm run credentials`: keeps, replaces and withdraws what opens other systems, beside a running service.
 * Flow:    command line, standard input or a file → here → keystore.
 * Promise: a credential is never an option or a word of the command line, which others on the machine can read, and
 *          is never shown again.
 * Source:  docs/connected-systems.md; decision 0141.
 */
import { readFileSync } from 'node:fs';
import { systemClock } from '../src/clock.ts';
import type { Keyring } from '../src/seal/seal.ts';
import { credentialName } from '../src/vocabulary/credential.ts';
import { command, Misused, print } from './command-line/command.ts';
import { demandFile } from './command-line/demand-file.ts';
import { withKeystore } from './installation/keys.ts';
import { configFor } from './installation/where.ts';

const HELP = `Keeps what opens other systems: passwords, access keys, signing secrets. The service may be running.

  npm run credentials -- put <name> < file    keeps what standard input says, in place of the one before
  npm run credentials -- withdraw <name>      overwrites it; whoever needs it fails from then on, and says so
  npm run credentials                         the names that are kept, and since when

  --from <file>    instead of standard input
  --data <folder>  the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo           the data folder of the demo, data/demo
  --json           the same as JSON
  --help           this text

A name is what systems.yaml asks for: small letters, digits and hyphens. A credential is sealed by the master key, counts
from the next use on, and is shown by nothing. A file of the same name in CANDOR_SYSTEM_SECRETS counts where none is kept.

Exit: 0 done · 1 it could not be done, or there was none to withdraw · 2 the command cannot be understood.
`;

const MOST_BYTES = 64 * 1024;

function wordsOf([what = 'list', name, ...more]: readonly string[]) {
  if (what === 'list' && name === undefined) return { what, name: '' } as const;
  if ((what !== 'put' && what !== 'withdraw') || more.length > 0)
    throw new Misused('Say put or withdraw, and one name. The credential itself is read from standard input.');
  if (name === undefined || !credentialName.test(name))
    throw new Misused('Name one credential, in small letters, digits and hyphens.');
  return { what, name };
}

/** The last line ends with the line, not with the credential. */
function textFrom(file: string | undefined): string {
  if (file === undefined && process.stdin.isTTY === true)
    throw new Misused('Give it by standard input or with --from, so that it is shown on no screen.');
  if (file !== undefined) demandFile(file);
  const bytes = readFileSync(file ?? 0);
  if (bytes.byteLength > MOST_BYTES) throw new Error('A credential has 64 kB at most.');
  const text = bytes.toString('utf8').trim();
  if (text === '') throw new Error('There is nothing to keep: what was given is empty.');
  return text;
}

async function put(keyring: Keyring, name: string, text: string): Promise<string> {
  if (!(await keyring.keepCredential(name, text, systemClock.now())))
    throw new Error('Somebody else changed it, or the master key, in the same moment. Run it again.');
  return `${name} is kept and counts from the next use on.`;
}

export const main = command({
  help: HELP,
  takesWords: true,
  options: {
    from: { type: 'string' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values, words }) {
    const { what, name } = wordsOf(words);
    const config = configFor(values);
    const text = what === 'put' ? textFrom(values.from) : '';
    return withKeystore(config, { readOnly: what === 'list' }, async ({ keyring }) => {
      if (what === 'put') {
        print(values.json, { kept: name }, await put(keyring, name, text));
        return 0;
      }
      if (what === 'withdraw') {
        const wasKept = await keyring.withdrawCredential(name);
        if (!wasKept) throw new Error(`There is no credential ${name}.`);
        print(values.json, { withdrawn: name }, `${name} is withdrawn.`);
        return 0;
      }
      const kept = (await keyring.credentials()).map((each) => ({
        ...each,
        since: new Date(each.since).toISOString(),
      }));
      const lines = kept.map((each) => `${each.name}, since ${each.since.slice(0, 10)}`);
      print(values.json, { credentials: kept }, lines.length === 0 ? 'None is kept.' : lines.join('\n'));
      return 0;
    });
  },
});
