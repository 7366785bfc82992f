/**
 * A bucket of S3-compatible storage as a connected system: all objects below the prefix of one person.
 * Flow:    whoever works a request → here → listing.ts, storage-call.ts.
 * Promise: what is handed out is every object as it lies there, with where it came from. What is erased is every
 *          object, every version and every upload that was begun; looked for again before it counts as erased.
 * Source:  decision 0140.
 */
import { prefixFor, schemeIn } from '../../systems/prefix.ts';
import type { S3System } from '../../systems/system.ts';
import { taskRunMs } from '../../vocabulary/task.ts';
import { type AddressRules, type Resolve, resolveByDns } from '../public-address.ts';
import {
  type ConnectedFault,
  type ErasedInSystem,
  fault,
  lastingFault,
  type PersonNames,
  type Row,
  type SecretOf,
  SystemTrouble,
  type SystemWork,
} from '../system-work.ts';
import { allBelow, objectsBelow, sureOf } from './listing.ts';
import type { Storage, StorageAnswer } from './storage-call.ts';
import type { Listed } from './storage-text.ts';

interface S3Setup {
  readonly system: S3System;
  readonly secret: SecretOf;
  readonly rules: AddressRules;
  readonly resolve?: Resolve;
  /** Of each call. */
  readonly timeoutMs?: number;
  /** Of a whole run. */
  readonly runMs?: number;
  readonly bounds?: { readonly objects: number; readonly bytes: number };
}

const TIMEOUT_MS = 60_000;
const BOUNDS = { objects: 10_000, bytes: 16 * 1024 * 1024 };
const AT_ONCE = 8;

function storageOf({ system, secret, rules, ...more }: S3Setup, account: Storage['account']): Storage {
  const { resolve = resolveByDns, timeoutMs = TIMEOUT_MS, runMs = taskRunMs } = more;
  return { system, secret, rules, resolve, timeoutMs, account, endsAt: performance.now() + runMs };
}

/** The beginnings of all keys of a person; one of their names that fits into no path ends the run. */
function prefixesOf({ prefix: template }: S3System, person: PersonNames): readonly string[] {
  const names = person[schemeIn(template)];
  if (names.length === 0) throw new SystemTrouble(lastingFault('no-identity'));
  return names.map((name) => {
    const prefix = prefixFor(template, name);
    if (prefix === undefined) throw new SystemTrouble(lastingFault('name-unfit'));
    return prefix;
  });
}

/** What ends a run from deep inside is what it answers. */
async function told<T>(run: () => Promise<T>): Promise<T | ConnectedFault> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof SystemTrouble) return thrown.told;
    throw thrown;
  }
}

/** No table where there is nothing. */
const tableOf = <T extends object>({ bucket: name }: S3System, count: number, inside: T) =>
  count === 0 ? [] : [{ name, ...inside }];

export function s3System(setup: S3Setup): SystemWork {
  const { system } = setup;
  return {
    isPiecemeal: true,
    access: (person) =>
      told(async () => {
        const rows = await rowsOf(setup, prefixesOf(system, person));
        return { tables: tableOf(system, rows.length, { rows }) };
      }),
    // What in a file was wrong, or what reads it, only somebody can say who knows it.
    tell: (person) =>
      told(async () => {
        const storage = storageOf(setup, 'read');
        for (const prefix of prefixesOf(system, person))
          if ((await objectsBelow(storage, prefix)).length > 0) return lastingFault('by-hand', [system.bucket]);
        return { told: true };
      }),
    erase: (person, beforeFinal) =>
      told(async () => {
        const storage = storageOf(setup, 'erase');
        const prefixes = prefixesOf(system, person);
        const gone = new Set<string>();
        const erased = (): ErasedInSystem => ({ tables: tableOf(system, gone.size, { deleted: gone.size }), kept: [] });
        let found = await everyOf(storage, prefixes);
        // A storage may not list all at once; what is still listed after it was deleted is not.
        for (let before = -1; found.length > 0 && gone.size > before; found = await everyOf(storage, prefixes)) {
          before = gone.size;
          for (const each of found) gone.add(JSON.stringify([each.key, each.version, each.upload]));
          const refused = await beforeFinal?.(erased());
          if (refused !== undefined) return refused;
          await inTurns(found, (each) => remove(storage, each));
        }
        return found.length > 0 ? fault('rows-left', [system.bucket]) : erased();
      }),
  };
}

/** Whether the bucket answers to the account that reads; nobody's objects are looked for. */
export const checkStorage = (setup: S3Setup): Promise<readonly string[] | ConnectedFault> =>
  told(async () => {
    const query = { 'list-type': '2', prefix: 'candor-looks-for-nobody/', 'max-keys': '1' };
    await sureOf(storageOf(setup, 'read'), { method: 'GET', query, mostBytes: BOUNDS.bytes });
    return [];
  });

const everyOf = async (storage: Storage, prefixes: readonly string[]): Promise<readonly Listed[]> =>
  (await inTurns(prefixes, (prefix) => allBelow(storage, prefix))).flat();

async function rowsOf(setup: S3Setup, prefixes: readonly string[]): Promise<readonly Row[]> {
  const { system, bounds = BOUNDS } = setup;
  const storage = storageOf(setup, 'read');
  const found: Listed[] = [];
  for (const prefix of prefixes) found.push(...(await objectsBelow(storage, prefix, bounds.objects)));
  const declared = found.reduce((sum, { size }) => sum + size, 0);
  if (found.length > bounds.objects || declared > bounds.bytes) throw new SystemTrouble(lastingFault('too-much'));
  let left = bounds.bytes;
  return inTurns(found, async ({ key, at }) => {
    const answer = await sureOf(storage, { method: 'GET', key, mostBytes: left });
    left -= answer.body.byteLength;
    // A list may say less than lies there.
    if (left < 0) throw new SystemTrouble(lastingFault('too-much'));
    return rowOf({ bucket: system.bucket, object: key, changed: at }, answer);
  });
}

/** Text where it says that it is, and is; anything else as base64. */
function rowOf(from: Row, { headers, body }: StorageAnswer): Row {
  const type = headers['content-type'] ?? 'application/octet-stream';
  const packed = headers['content-encoding'];
  const about = { ...from, type, bytes: body.byteLength, ...(packed === undefined ? {} : { encoding: packed }) };
  const isText = packed === undefined && /^(text\/|application\/(json|xml)\b)/i.test(type);
  const text = body.toString('utf8');
  if (isText && Buffer.from(text, 'utf8').equals(body)) return { ...about, text };
  return { ...about, base64: body.toString('base64') };
}

async function remove(storage: Storage, { key, version, upload }: Listed): Promise<void> {
  const query = {
    ...(version === undefined ? {} : { versionId: version }),
    ...(upload === undefined ? {} : { uploadId: upload }),
  };
  await sureOf(storage, { method: 'DELETE', key, query, mostBytes: BOUNDS.bytes });
}

/** A few at once, in order. A fault ends it, and nothing goes on behind it. */
async function inTurns<T, R>(all: readonly T[], run: (each: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const ended = await Promise.allSettled(all.slice(at, at + AT_ONCE).map(run));
    for (const each of ended) {
      if (each.status === 'rejected') throw each.reason;
      done.push(each.value);
    }
  }
  return done;
}
