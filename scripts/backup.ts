/**
 * `npm run backup`: copies an installation, while the server runs, sealed, into a folder or S3-compatible storage.
 * Flow:    command line → backup/kept (sealed, with those that are over removed) or backup/copying (open) → place.
 * Promise: the main database first, the keystore second; the master key and the witness folder are never in it.
 * Source:  docs/design.md 6; docs/operating.md.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { makeFolder } from '../src/folder.ts';
import { findInstallation } from '../src/installation.ts';
import { noteBackup } from '../src/last-backup.ts';
import { toldInWords } from '../src/start-fault.ts';
import { dueShare } from '../src/vocabulary/kept-backup.ts';
import { copyInstallation } from './backup/copying.ts';
import { type Kept, ownBackups, removeOver, sealInto } from './backup/kept.ts';
import type { Manifest } from './backup/manifest.ts';
import { placeFor } from './backup/place.ts';
import { type ProvenBackup, prove, wordsOfProof } from './backup/prove.ts';
import { openTarget } from './backup/targets.ts';
import { command, Misused, onlyWord, print, wordsOfFault } from './command-line/command.ts';
import { configFor } from './installation/where.ts';

const HELP = `Copies the ledger, its views and the wrapped keys, sealed, into a place that holds many backups. The server may be running.

  npm run backup -- [<place>] [--data <folder>] [--demo] [--json]
  npm run backup -- --prove [<place>]     restores the newest one into a scratch place and verifies it
  npm run backup -- --list [<place>]      what is there, the newest first
  npm run backup -- --unsealed <folder>   copies into one empty folder, and seals nothing
  npm run backup -- --made-otherwise      notes that other tools have just made one, such as those of PostgreSQL

  <place>             a folder, or s3://bucket/folder (default: CANDOR_BACKUP_TO)
  --if-due            makes one only where the newest is older than CANDOR_BACKUP_EVERY; the service does so by itself
                      where CANDOR_BACKUP_TO is set
  --scratch <folder>  where --prove restores (default: a folder in the system's place for temporary files)
  --scratch-database <url>  an empty database for --prove (default: one that it makes beside the real one, and drops)
  --data <folder>     the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo              the data folder of the demo, data/demo
  --json              what the backup says about itself
  --help              this text

Backups that are older than CANDOR_BACKUP_LIFE, or more than CANDOR_BACKUP_KEEP, are removed from CANDOR_BACKUP_TO after each
run: certificates of erasure promise it. What you put elsewhere you remove yourself.

It is sealed under the master key, or that of CANDOR_BACKUP_KEY_FILE, which is NOT in it: keep that file in another safe place,
for without it no backup opens. The witness folder with the mark and the erasure journal is NOT in it either: keep it by
itself, for a restore needs it to erase again who was erased after the backup.

Exit: 0 copied, or proven good · 1 it could not be copied, or is not good · 2 the command cannot be understood.
`;
const OPTIONS = {
  data: { type: 'string' },
  demo: { type: 'boolean' },
  prove: { type: 'boolean' },
  list: { type: 'boolean' },
  unsealed: { type: 'boolean' },
  'if-due': { type: 'boolean' },
  'made-otherwise': { type: 'boolean' },
  scratch: { type: 'string' },
  'scratch-database': { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const main = command({
  help: HELP,
  takesWords: true,
  options: OPTIONS,
  async run({ values, words }) {
    const does = (['prove', 'list', 'unsealed', 'if-due', 'made-otherwise'] as const).filter((name) => values[name]);
    if (does.length > 1) throw new Misused(`--${does.join(' and --')} do not go together.`);
    const config = configFor(values);
    if (values['made-otherwise'] === true) return noteOther(config, words);
    if (values.unsealed === true) return unsealed(config, words, values.json);
    const [to = config.backup.to, ...more] = words;
    if (to === undefined || more.length > 0)
      throw new Misused('Name one place for backups, a folder or s3://bucket/folder, or set CANDOR_BACKUP_TO.');
    if (values.prove === true) {
      const { scratch, 'scratch-database': database } = values;
      const proof = await prove(config, to, { scratch, database });
      print(values.json, proof, wordsOfProof(proof));
      return isGood(proof) ? 0 : 1;
    }
    return toldInWords(config, () => (values.list === true ? list : make)(config, to, values));
  },
});

const isGood = ({ findings }: ProvenBackup): boolean => findings.length === 0;

interface Wish {
  readonly json?: boolean | undefined;
  readonly 'if-due'?: boolean | undefined;
}

async function make(config: Config, to: string, { json, 'if-due': ifDue }: Wish): Promise<number> {
  demandInstallation(config);
  const place = placeFor(config, to);
  const kept = ifDue === true ? await newestInTime(config, to) : undefined;
  if (kept !== undefined) {
    noteHere(config, kept);
    const at = new Date(kept).toISOString();
    print(json, { at }, `The newest backup is of ${at}; none is due.`);
  } else {
    const { name, manifest } = await sealInto(config, place);
    noteHere(config, Date.parse(manifest.at));
    print(json, { name, ...manifest }, wordsOf({ name, manifest }, to));
  }
  // A place that was named on the command line may hold what somebody keeps for other ends.
  if (to === config.backup.to) await removeOver(config, place);
  return 0;
}

/** The moment of the newest one, where none is due: so that each is made before the time is over, and not after. */
async function newestInTime(config: Config, to: string): Promise<number | undefined> {
  const { everyMs } = config.backup;
  const [newest] = (await ownBackups(config, placeFor(config, to))).filter(({ isWhole }) => isWhole);
  const isYoung = newest !== undefined && systemClock.now() - newest.at < everyMs * dueShare;
  return isYoung ? newest.at : undefined;
}

const wordsOf = ({ name, manifest }: Kept, to: string): string =>
  `Copied ${manifest.size} entries, sealed, to ${to.replace(/\/+$/, '')}/${name}. The key that opens it and the witness folder are not in it; keep both elsewhere.`;

async function list(config: Config, to: string, { json }: Wish): Promise<number> {
  const backups = await ownBackups(config, placeFor(config, to));
  const shown = backups.map(({ name, at, isWhole }) => ({ name, at: new Date(at).toISOString(), isWhole }));
  const lines = shown.map(({ name, at, isWhole }) => `${at}  ${name}${isWhole ? '' : '  (not finished)'}`);
  print(json, shown, lines.length === 0 ? `There is no backup of this ledger in ${to}.` : lines.join('\n'));
  return 0;
}

async function unsealed(config: Config, words: readonly string[], json: boolean | undefined): Promise<number> {
  const folder = onlyWord(words, 'Name one folder for the backup.');
  const manifest = await toldInWords(config, () => backup(config, folder));
  noteHere(config, Date.parse(manifest.at));
  const summary = `Copied ${manifest.size} entries to ${folder}, unsealed. The master key and the witness folder are not in it; keep both elsewhere.`;
  print(json, manifest, summary);
  return 0;
}

/** The copy is whole, whether this can be noted or not. */
function noteHere({ dataDir }: Config, at: number): void {
  try {
    noteBackup(dataDir, at);
  } catch (fault) {
    process.stderr.write(`The copy is whole, but the data folder does not say so: ${wordsOfFault(fault)}\n`);
  }
}

/** What nobody here has seen is believed, and only noted. */
function noteOther(config: Config, words: readonly string[]): number {
  if (words.length > 0) throw new Misused('--made-otherwise takes no folder: it copies nothing.');
  demandInstallation(config);
  noteBackup(config.dataDir, systemClock.now());
  process.stdout.write('Noted that a backup was made by other tools just now.\n');
  return 0;
}

function demandInstallation({ dataDir }: Config): void {
  if (!existsSync(join(dataDir, 'installation.json'))) throw new Error(`There is no installation in ${dataDir}.`);
}

/** Open files in an empty folder. */
export async function backup(config: Config, folder: string): Promise<Manifest> {
  demandInstallation(config);
  findInstallation(config);
  makeFolder(folder);
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. Name a new folder for each backup.`);
  return copyInstallation(config, openTarget(folder));
}
