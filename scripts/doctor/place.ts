/**
 * Looks at what lies on the disk, the keys, the mark, the clock, and at whom people are told to write to.
 * Flow:    doctor → here → findings.
 * Promise: opens the keys as the house does and changes nothing.
 * Source:  docs/design.md 5 and 6; docs/promises.md F13, F14.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { type Config, keystoreFile } from '../../src/config.ts';
import { gapsHolding, unusedPagesHolding } from '../../src/store/sqlite-files.ts';
import { wordsOfFault } from '../command-line/command.ts';
import { withKeyring } from '../installation/keys.ts';
import type { Rows } from '../verify/stored-log.ts';
import { bad, type DoctorFinding, good, note } from './finding.ts';

export async function lookAtKeys(config: Config): Promise<DoctorFinding> {
  try {
    return await withKeyring(config, async ({ origin, masterState }) => {
      const { number, next, since } = await masterState();
      const opens = `the master key opens the keystore of ${origin}`;
      if (next !== undefined)
        return note(
          'keys',
          `${opens}; a change to master key ${next} is not ended: run \`npm run rotate-keys -- master\``,
        );
      return good('keys', `${opens}; it is number ${number}, since ${new Date(since).toISOString()}`);
    });
  } catch (fault) {
    return bad('keys', wordsOfFault(fault));
  }
}

export function lookAtWitness({ dataDir, witnessDir }: Config): DoctorFinding {
  if (!existsSync(join(witnessDir, 'mark-0')))
    return bad('witness', `there is no mark in ${witnessDir}; put it back, or restore from a backup`);
  const [data, witness] = [realpathSync(dataDir), realpathSync(witnessDir)];
  if (!`${witness}${sep}`.startsWith(`${data}${sep}`))
    return good('witness', `the mark stands outside the data folder, in ${witnessDir}`);
  return note(
    'witness',
    'the mark lies inside the data folder, so an older copy of the whole folder put back is not noticed; set CANDOR_WITNESS_DIR',
  );
}

export function lookAtMasterKey({ dataDir, masterKeyFile, databaseUrl }: Config): DoctorFinding {
  if (
    databaseUrl === undefined &&
    existsSync(masterKeyFile) &&
    realpathSync(masterKeyFile).startsWith(`${realpathSync(dataDir)}${sep}`)
  ) {
    return note(
      'master key',
      'the master key lies beside the data, so whoever copies the folder can read it; move it and set CANDOR_MASTER_KEY_FILE',
    );
  }
  return statSync(masterKeyFile, { throwIfNoEntry: false }) === undefined
    ? bad('master key', 'the master key file is missing; put it back from its safe place')
    : good('master key', 'the master key is kept apart from the data');
}

/** Law wants both named to people: the controller always, the officer where there is one. */
export function lookAtContacts({ contact, dpo }: Config): readonly DoctorFinding[] {
  const about = 'contact';
  return [
    contact === undefined
      ? note(about, 'people read nowhere whom to write to; set CANDOR_CONTACT to "name; e-mail; postal address"')
      : good(about, `people write to ${contact.name}, ${contact.email}`),
    dpo === undefined
      ? note(about, 'no data protection officer is named; if you have one, set CANDOR_DPO to "name; e-mail"')
      : good(about, `the data protection officer is ${dpo.name}, ${dpo.email}`),
  ];
}

/** Five minutes: more than clocks that are kept in step ever differ. */
const mostAheadMs = 300_000;

export async function lookAtClock(rows: Rows): Promise<DoctorFinding> {
  const [newest] = await rows.rows(
    'SELECT "at" FROM entries WHERE "at" IS NOT NULL ORDER BY log DESC, "index" DESC LIMIT 1',
  );
  const at = newest === undefined ? undefined : Number(newest['at']);
  const now = systemClock.now();
  if (at !== undefined && at > now + mostAheadMs) {
    return bad(
      'clock',
      `this machine's clock stands ${Math.round((at - now) / 60_000)} minutes before the newest entry; set it right before starting`,
    );
  }
  return good(
    'clock',
    at === undefined ? 'nothing is recorded yet' : `the newest entry is of ${new Date(at).toISOString()}`,
  );
}

/** What SQLite leaves of deleted content; Candor overwrites it, another tool that writes to the file may not. */
export function lookAtFiles(config: Config): readonly DoctorFinding[] {
  const files = [
    config.databaseUrl === undefined ? join(config.dataDir, 'candor.db') : undefined,
    keystoreFile(config),
  ];
  return files.flatMap((file) => {
    if (file === undefined || !existsSync(file)) return [];
    const pages = unusedPagesHolding(file) + gapsHolding(file);
    return pages === 0
      ? [good('files', `${basename(file)} holds nothing in its unused pages and between its rows`)]
      : [
          bad(
            'files',
            `${basename(file)} holds deleted content in ${pages} pages, unused or between rows: something wrote to it with secure_delete off. Stop Candor and run VACUUM on the file with secure_delete on, and let nothing else write to it`,
          ),
        ];
  });
}
