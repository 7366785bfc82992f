/**
 * Says why a house could not be opened: which variable named the place, what is wrong there, what to do.
 * Flow:    house, service, scripts (a fault at the start) → here → a sentence.
 * Promise: a raw code of the system, a driver or SQLite never reaches a person; no password is ever in a sentence. What
 *          is not known here passes as it is.
 * Source:  docs/design.md 9.
 */
import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Config } from './config.ts';
import { Unavailable } from './store/store.ts';
import { isSystemFault, type SystemFault, sentenceOfSystem } from './vocabulary/errno.ts';

/** The code stays for programs, the sentence is for whoever starts the service. */
export class CannotStart extends Unavailable {
  constructor(code: string, sentence: string, cause: unknown) {
    super(code, cause);
    this.message = sentence;
  }
}

/** The same fault in words, or the fault itself where nothing here knows it. */
export function asStartFault(fault: unknown, config: Config): unknown {
  if (fault instanceof CannotStart) return fault;
  const code = codeOf(fault) ?? 'unknown';
  const sentence =
    wordsOfFolder(code, config) ?? wordsOfListening(fault, config) ?? wordsOfPlace(fault, config) ?? undefined;
  return sentence === undefined ? fault : new CannotStart(code, sentence, fault);
}

/** Does the work; what goes wrong in it is told in words. */
export async function toldInWords<T>(config: Config, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw asStartFault(fault, config);
  }
}

function codeOf(fault: unknown): string | undefined {
  const seen = fault as { readonly code?: unknown; readonly cause?: unknown } | undefined;
  if (typeof seen?.code === 'string') return seen.code;
  return seen?.cause === undefined ? undefined : codeOf(seen.cause);
}

function holderOf(dataDir: string): string {
  try {
    return ` (process ${readFileSync(join(dataDir, 'lock.pid'), 'utf8').trim()})`;
  } catch {
    return '';
  }
}

const sqlite: readonly (readonly [code: string, words: (folder: string) => string])[] = [
  ['SQLITE_CANTOPEN', (folder) => `cannot be opened. May this account read and write ${folder}?`],
  [
    'SQLITE_READONLY',
    (folder) => `cannot be written. May this account write ${folder}, and is its disk not read-only?`,
  ],
  ['SQLITE_PERM', (folder) => `may not be opened by this account. Give it the right to read and write ${folder}.`],
  ['SQLITE_NOTADB', () => 'is damaged, or is no database at all. Put it back from a backup.'],
  ['SQLITE_CORRUPT', () => 'is damaged. Put it back from a backup.'],
  ['SQLITE_FULL', () => 'cannot be written, because the disk is full. Make room there.'],
  ['SQLITE_IOERR', () => 'cannot be read or written: its disk answers with a fault.'],
  ['SQLITE_BUSY', () => 'is held by another program. Stop that one.'],
];

function wordsOfFolder(code: string, { dataDir }: Config): string | undefined {
  if (code === 'schema-newer')
    return 'The database was changed by a newer release of Candor, which this one does not know. Start the newer one again, or restore a backup that was made before it.';
  if (code === 'data-folder-in-use')
    return `Another process${holderOf(dataDir)} holds the data folder ${dataDir} (CANDOR_DATA_DIR). Stop it, or name another folder.`;
  const words = sqlite.find(([begin]) => code.startsWith(begin))?.[1];
  return words && `The database in ${dataDir} (CANDOR_DATA_DIR) ${words(dataDir)}`;
}

function wordsOfListening(fault: unknown, { host, port, gate, metricsPort }: Config): string | undefined {
  if (!isSystemFault(fault)) return undefined;
  if (fault.syscall === 'getaddrinfo')
    return `There is no address for ${host} (HOST). Write 127.0.0.1 for this machine alone, or 0.0.0.0 for all.`;
  if (fault.syscall !== 'listen' && fault.syscall !== 'bind') return undefined;
  const [variable = 'PORT'] = [
    ...(fault.port === port ? ['PORT'] : []),
    ...(fault.port === gate?.port ? ['CANDOR_GATE_PORT'] : []),
    ...(fault.port === metricsPort ? ['METRICS_PORT'] : []),
  ];
  const words: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${fault.port} of ${host} is in use by another program. Stop that one, or name another port with ${variable}.`,
    EACCES: `Port ${fault.port} may not be used by this account (ports below 1024 are for the system). Name another one with ${variable}.`,
    EADDRNOTAVAIL: `This machine has no address ${host} (HOST). Write 127.0.0.1 for this machine alone, or 0.0.0.0 for all.`,
  };
  return words[fault.code] ?? `Port ${fault.port} of ${host} (${variable}, HOST) cannot be used: ${fault.code}.`;
}

/** Which variable named the place that the system speaks of; the longest place wins, for they lie in each other. */
function variableOf({ path = '' }: SystemFault, config: Config): string | undefined {
  const data = resolve(config.dataDir);
  const places = [
    ['CANDOR_DATA_DIR', data],
    ['CANDOR_WITNESS_DIR', resolve(config.witnessDir)],
    ['CANDOR_MASTER_KEY_FILE', resolve(config.masterKeyFile)],
  ] as const;
  const isUsual = (place: string): boolean => place === join(data, 'witness') || place === join(data, 'master.key');
  return places
    .filter(([, place]) => !isUsual(place) && isWithin(resolve(path), place))
    .sort(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

/** Also what is written aside with the same beginning, such as `master.key.new`. */
const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}${sep}`) || path === `${place}.new`;

const wordsOfPlace = (fault: unknown, config: Config): string | undefined =>
  isSystemFault(fault) ? sentenceOfSystem(fault, variableOf(fault, config)) : undefined;

const postgresWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'There is no machine of that name. Is the host right?',
  EAI_AGAIN: 'The name of that machine cannot be looked up now. Is the host right, and does the network work?',
  ETIMEDOUT: 'It does not answer. Is PostgreSQL running, and may this machine reach it?',
  EHOSTUNREACH: 'That machine cannot be reached from here. Does the network work?',
  ENETUNREACH: 'That network cannot be reached from here.',
  ECONNRESET: 'It ended the connection. Is it PostgreSQL that listens there?',
  ENOENT: 'There is no such socket. Is PostgreSQL running, and is its folder right?',
  '28P01': 'It does not take this name and password.',
  '28000': 'It does not let this account in. Is the name right, and does pg_hba.conf allow this machine?',
  '3D000': 'There is no such database. Make it with createdb, or name another one.',
  '42501': 'This account may not make or use the tables. Give it the right to.',
  '53300': 'It has too many connections open. Give it more, or close some.',
  '57P03': 'It is starting or stopping. Try again in a moment.',
};

/** What a driver says where it gives no code. */
const uncoded: readonly (readonly [said: RegExp, words: string])[] = [
  [/timeout/i, 'It does not answer in time. Is PostgreSQL running, and may this machine reach it?'],
  [/terminated unexpectedly/i, 'It ended the connection. Is it PostgreSQL that listens there?'],
  [/does not support SSL/i, 'It does not speak TLS. Leave sslmode out of the URL, or turn TLS on there.'],
  [/certificate|self.signed/i, 'Its certificate is not one that this machine trusts.'],
  [/password must be a string|no password/i, 'It wants a password, and the URL has none.'],
];

/** To be caught where a database is opened: names variable, host and port, never name or password. */
export const databaseFault =
  (variable: 'DATABASE_URL' | 'KEYSTORE_URL', url: string) =>
  (fault: unknown): never => {
    const code = codeOf(fault);
    const said = fault instanceof Error ? `${fault.message} ${(fault.cause as Error | undefined)?.message ?? ''}` : '';
    const words = postgresWords[code ?? ''] ?? uncoded.find(([pattern]) => pattern.test(said))?.[1];
    if (words === undefined) throw fault;
    throw new CannotStart(
      code ?? 'database-unreachable',
      `PostgreSQL at ${placeOf(url)} (${variable}) cannot be used. ${words}`,
      fault,
    );
  };

function placeOf(url: string): string {
  const { hostname, port, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? (hostname || 'localhost')}:${searchParams.get('port') ?? (port || '5432')}`;
}
