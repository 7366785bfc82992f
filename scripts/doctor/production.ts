/**
 * What must not go live: what a demonstration may do and a house with real data may not.
 * Flow:    doctor (`--production`) → here → findings.
 * Promise: each item is bad with the way to mend it; changes nothing, and says nothing of values that are secrets.
 * Source:  docs/deploying.md.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import { readInstallation } from '../../src/installation.ts';
import { lastBackup } from '../../src/last-backup.ts';
import { DAY_MS, HOUR_MS } from '../../src/vocabulary/instant.ts';
import type { Rows } from '../verify/stored-log.ts';
import { type ClockKept, clockKept } from './clock-kept.ts';
import { bad, type DoctorFinding, good, note } from './finding.ts';

interface Demand {
  readonly about: string;
  readonly isMet: (config: Config) => boolean;
  readonly met: string;
  /** What is wrong, and how to mend it. */
  readonly unmet: string;
}

const isHttps = ({ baseUrl }: Config): boolean => baseUrl?.startsWith('https://') === true;

/** What the configuration alone can tell. */
const demands: readonly Demand[] = [
  {
    about: 'address',
    isMet: isHttps,
    met: 'people reach it by https',
    unmet:
      'people would reach it without TLS. Put a proxy in front that ends it (deploy/proxy), and set CANDOR_BASE_URL to the https address that people see',
  },
  {
    about: 'proxy',
    isMet: ({ trustedProxies }) => trustedProxies.length > 0,
    met: 'the proxies in front are named',
    unmet:
      'no proxy is named, so everybody behind it counts as one caller. Set CANDOR_TRUSTED_PROXIES to the address or network from which it comes',
  },
  {
    about: 'issuer',
    isMet: ({ issuer }) => issuer !== undefined,
    met: 'an identity provider issues tokens',
    unmet:
      'Candor issues its own tokens, and nobody signs in anywhere. Set CANDOR_ISSUER, CANDOR_JWKS_URL and CANDOR_AUDIENCE to your identity provider',
  },
  {
    about: 'contact',
    isMet: ({ contact }) => contact !== undefined,
    met: 'people read whom to write to',
    unmet: 'people read nowhere whom to write to. Set CANDOR_CONTACT to "name; e-mail; postal address"',
  },
  {
    about: 'mail',
    isMet: ({ smtpUrl }) => smtpUrl !== undefined,
    met: 'messages to people leave by a mail server',
    unmet:
      'messages to people become files in the data folder and reach nobody. Set SMTP_URL and CANDOR_MAIL_FROM to your mail server',
  },
  {
    about: 'log',
    isMet: ({ logLevel }) => ['info', 'warn', 'error'].includes(logLevel),
    met: 'the log tells what an operator needs',
    unmet: 'the log tells too much to read, or too little to know of faults. Set LOG_LEVEL to info',
  },
];

/** What setup can say before there is anything but settings. */
export const lookAtSettings = (config: Config): readonly DoctorFinding[] =>
  demands.map(({ about, isMet, met, unmet }) => (isMet(config) ? good(about, met) : bad(about, unmet)));

/** Before the first start the folders may not be there yet. */
const placeOf = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));
const isWithin = (path: string, folder: string): boolean =>
  `${placeOf(path)}${sep}`.startsWith(`${placeOf(folder)}${sep}`);
const diskOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.dev;

function lookAtPlaces({ dataDir, witnessDir, masterKeyFile }: Config): readonly DoctorFinding[] {
  return [
    ...(isWithin(witnessDir, dataDir)
      ? [
          bad(
            'witness',
            'the mark lies inside the data folder, so an older copy of all of it put back is not noticed. Stop Candor, move the folder to another disk, and set CANDOR_WITNESS_DIR',
          ),
        ]
      : diskOf(witnessDir) !== undefined && diskOf(witnessDir) === diskOf(dataDir)
        ? [note('witness', 'the mark lies on the same disk as the data; another disk or machine notices more')]
        : []),
    ...(isWithin(masterKeyFile, dataDir)
      ? [
          bad(
            'master key',
            'the master key lies beside the data, so whoever copies the folder can read it. Stop Candor, move the file, and set CANDOR_MASTER_KEY_FILE',
          ),
        ]
      : []),
  ];
}

/** A name drawn at random says nobody's ledger this is, and no ledger changes its name. */
function lookAtOrigin(config: Config): readonly DoctorFinding[] {
  const mend =
    'begin with an empty data folder and CANDOR_ORIGIN, such as privacy.example.com, before real data comes in';
  try {
    const { origin, isNew } = readInstallation(config);
    const isDrawn = origin.startsWith('candor.invalid/');
    if (!isDrawn) return [good('origin', `the ledger is called ${origin}`)];
    return [
      bad(
        'origin',
        isNew
          ? `the ledger would get a name drawn at random, for ever: ${mend}`
          : `the ledger has a name drawn at random, for ever: ${mend}`,
      ),
    ];
  } catch {
    // What is wrong with the installation is told where it is opened.
    return [];
  }
}

function lookAtBackup({ dataDir }: Config): DoctorFinding {
  const last = lastBackup(dataDir);
  const mend =
    'Set CANDOR_BACKUP_TO, or run npm run backup every night; after a backup by other tools say so with npm run backup -- --made-otherwise';
  if (last === undefined) return bad('backup', `no backup was ever made here. ${mend}`);
  const hours = Math.floor((systemClock.now() - last) / HOUR_MS);
  return hours < DAY_MS / HOUR_MS
    ? good('backup', `the newest backup is ${hours} hours old`)
    : bad('backup', `the newest backup is ${hours} hours old. ${mend}`);
}

const clockWords: Readonly<Record<ClockKept, DoctorFinding>> = {
  yes: good('clock', 'this machine keeps its clock in step'),
  no: bad('clock', 'the clock of this machine is not kept in step. Start chrony or systemd-timesyncd'),
  unknown: bad(
    'clock',
    'nothing here can say whether the clock is kept in step. Start chrony or systemd-timesyncd; in a container look at the machine itself, and then say --clock-is-kept',
  ),
};

/** Everything that can be told without the ledger. */
export function lookAtProduction(config: Config, isClockKept: boolean): readonly DoctorFinding[] {
  return [
    ...lookAtSettings(config),
    ...lookAtPlaces(config),
    ...lookAtOrigin(config),
    lookAtBackup(config),
    isClockKept ? note('clock', 'you say that the clock is kept in step') : clockWords[clockKept()],
  ];
}

const UNSAFE = new Map([
  ['fsync', 'off'],
  ['full_page_writes', 'off'],
  ['synchronous_commit', 'off'],
  ['zero_damaged_pages', 'on'],
  ['ignore_checksum_failure', 'on'],
]);

/** What the server does with what it was given; asked in the session of whoever looks. */
export async function lookAtPostgres(rows: Rows): Promise<readonly DoctorFinding[]> {
  const about = 'database';
  const named = [...UNSAFE.keys(), 'data_checksums'].map((name) => `'${name}'`).join(', ');
  const found = await rows.rows(`SELECT name, reset_val AS setting FROM pg_settings WHERE name IN (${named})`);
  const unsafe = found.filter(({ name, setting }) => UNSAFE.get(String(name)) === setting);
  const hasSums = found.some(({ name, setting }) => name === 'data_checksums' && setting === 'on');
  const [session] = await rows.rows(
    'SELECT ssl, inet_server_addr() IS NOT NULL AS "isFar" FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
  );
  return [
    ...(unsafe.length === 0
      ? [good(about, 'PostgreSQL keeps what it has acknowledged')]
      : unsafe.map(({ name, setting }) =>
          bad(
            about,
            `PostgreSQL runs with ${name} = ${setting}, and may lose or hide what it has acknowledged. Set it back to its default`,
          ),
        )),
    ...(hasSums ? [] : [note(about, 'PostgreSQL keeps no checksums of its pages; pg_checksums --enable adds them')]),
    ...(session !== undefined && session['isFar'] === true && session['ssl'] !== true
      ? [
          note(
            about,
            'the connection is not encrypted; beyond this machine or a network of its own, say sslmode=verify-full',
          ),
        ]
      : []),
  ];
}

/** Every hour the house ends what is over; a house that never does keeps what it promised to let go. */
export async function lookAtRetention(rows: Rows): Promise<DoctorFinding> {
  const about = 'retention';
  const mend = 'Start Candor and let it run; where it runs, its log and /readyz say what stands in the way';
  const [swept] = await rows.rows(`SELECT value FROM meta WHERE name = 'retention-swept'`);
  if (swept === undefined) return bad(about, `what is over was never ended here. ${mend}`);
  const hours = Math.floor((systemClock.now() - Number(swept['value'])) / HOUR_MS);
  return hours < DAY_MS / HOUR_MS
    ? good(about, `what is over was last ended ${hours} hours ago`)
    : bad(about, `what is over was last ended ${hours} hours ago. ${mend}`);
}

/** A note about what production forbids would say the same twice. */
export const withoutDoubles = (
  findings: readonly DoctorFinding[],
  forbidden: readonly DoctorFinding[],
): readonly DoctorFinding[] => {
  const told = new Set(forbidden.filter(({ state }) => state === 'bad').map(({ about }) => about));
  return [...findings.filter(({ about, state }) => state !== 'note' || !told.has(about)), ...forbidden];
};
