import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../src/composed/recording.ts';
import { asUnavailable } from '../../src/store/faults.ts';
import { Unavailable } from '../../src/store/store.ts';
import { sentenceOf, troubleBehind } from '../../src/store/trouble.ts';
import { problems } from '../../src/vocabulary/problems.ts';

const ofSystem = (code: string) => Object.assign(new Error(`${code}: something`), { code, syscall: 'write' });
const codeOf = (fault: unknown): string | undefined => {
  const told = asUnavailable(fault);
  return told instanceof Unavailable ? told.code : undefined;
};

describe('a fault of the storage is told as one', () => {
  it.each(['EIO', 'ENOSPC', 'EROFS', 'EMFILE', 'ENFILE', 'EDQUOT', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'])(
    '%s',
    (code) => expect(codeOf(ofSystem(code))).toBe(code),
  );

  it.each(['SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_CANTOPEN'])('%s', (code) =>
    expect(codeOf(new Database.SqliteError('something', code))).toBe(code),
  );

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('of the driver, without a code: %s', (words) => expect(codeOf(new Error(words))).toBe('connection-lost'));

  it('what the server says, also inside another fault, whose words hold values', () => {
    const said = Object.assign(new pg.DatabaseError('terminating connection', 1, 'error'), { code: '57P01' });
    expect(codeOf(said)).toBe('57P01');
    expect(codeOf(new Error('Failed query: select … params: was closed', { cause: said }))).toBe('57P01');
  });

  it('and a fault of ours is not', () => {
    for (const fault of [
      new TypeError('x is not a function'),
      new RangeError('Maximum call stack size exceeded'),
      Object.assign(new Error('The argument'), { code: 'ERR_INVALID_ARG_TYPE' }),
      new Error('Failed query: insert … params: Connection terminated'),
      'a text',
      undefined,
    ]) {
      expect(asUnavailable(fault)).toBe(fault);
      expect(problemOf(fault).problem).toBe('internal');
    }
  });
});

describe('whoever asked', () => {
  it('is told by a 503 where the storage is at fault, and never that nothing was recorded where nobody knows', () => {
    expect(problemOf(new Unavailable('outcome-unknown')).problem).toBe('outcome-unknown');
    expect(problemOf(new Unavailable('SQLITE_FULL')).problem).toBe('unavailable');
    for (const code of ['internal', 'unavailable', 'outcome-unknown'] as const)
      expect(`${problems[code].meaning} ${problems[code].fix}`).not.toMatch(/nothing was recorded/i);
  });
});

describe('whoever runs the service', () => {
  it.each([
    ['SQLITE_FULL', 'is full'],
    ['ENOSPC', 'is full'],
    ['53100', 'is full'],
    ['EROFS', 'can only be read'],
    ['SQLITE_IOERR_WRITE', 'answers with faults'],
    ['EIO', 'answers with faults'],
    ['EMFILE', 'too many files'],
    ['SQLITE_CORRUPT', 'damaged'],
  ])('reads what %s means', (code, words) => {
    const trouble = troubleBehind(code);
    expect(trouble && sentenceOf({ part: 'database', code: trouble })).toContain(words);
  });

  it.each(['23505', '40001', '55P03', 'data-folder-in-use'])('is not alarmed by %s, which is of one call', (code) =>
    expect(troubleBehind(code)).toBeUndefined(),
  );
});
