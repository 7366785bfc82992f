/**
 * Connections to one PostgreSQL database: taken from a pool, watched by a heartbeat, and given up when they are of no
 * use.
 * Flow:    postgres, keystore-postgres → here → pg.
 * Promise: whoever waits for a server that is silent, or for a connection that is not to be had, is told within about
 *          two seconds. A connection that broke is never used again, and what it left behind on the server (a
 *          transaction, its locks) is ended as soon as the server answers.
 * Source:  docs/promises.md finding 10, F44; decision 0054.
 */
import pg from 'pg';
import { asUnavailable } from './faults.ts';
import { watchServer } from './heartbeat.ts';
import { Unavailable, type Watchable } from './store.ts';
import type { StoragePart } from './trouble.ts';

export interface Connections extends Watchable {
  /** A connection for this work alone. `wait` ends a wait for the server as soon as the server is silent. */
  use<T>(work: (client: pg.PoolClient, wait: Wait) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
type Wait = <T>(work: Promise<T>) => Promise<T>;

const CONNECT_MS = 2_000;
/** Attempts of the heartbeat; longer, because an old one may be the first to be answered. */
const KNOCK_MS = 4_000;

/** The connection is gone, or nobody knows what it is doing. */
const broken = /^(?:not-answering|connection-lost|outcome-unknown|57P\w\w|08\w{3}|E[A-Z0-9]{4,})$/;

export const isBroken = (fault: unknown): boolean => fault instanceof Unavailable && broken.test(fault.code);

const ENDED = `
  select pg_terminate_backend(pid) from pg_stat_activity where pid = any($1::int[]) and application_name = $2`;

export function openConnections(config: pg.PoolConfig, part: StoragePart): Connections {
  // Tells our connections from those of every other process, for as long as the server runs.
  const name = `candor ${process.pid} ${performance.timeOrigin.toFixed(3)}`;
  const named = { ...config, application_name: name };
  const left = new Set<number>();
  let pool = openPool(named);
  const heart = watchServer({
    open: () => new pg.Client({ ...named, connectionTimeoutMillis: KNOCK_MS }),
    fellSilent() {
      // Whatever lies idle may be as dead as what was in use.
      pool.end().catch(() => undefined);
      pool = openPool(named);
    },
    answersAgain(client) {
      const pids = [...left];
      left.clear();
      if (pids.length > 0) client.query(ENDED, [pids, name]).catch(() => undefined);
    },
  });
  return {
    files: [],
    trouble: () => (heart.isSilent() ? { part, code: 'not-answering' } : undefined),
    async use(work) {
      const client = await take(pool, heart.guard);
      let isUsable = false;
      try {
        const result = await work(client, heart.guard);
        isUsable = true;
        return result;
      } catch (fault) {
        const told = asUnavailable(fault);
        isUsable = !isBroken(told);
        throw told;
      } finally {
        if (!isUsable) left.add(pidOf(client));
        client.release(!isUsable);
      }
    },
    async close() {
      heart.stop();
      await pool.end();
    },
  };
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, connectionTimeoutMillis: CONNECT_MS });
  // Without a listener a connection that the server ends would end this process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function take(pool: pg.Pool, wait: Wait): Promise<pg.PoolClient> {
  const taking = pool.connect();
  try {
    return await wait(taking);
  } catch (fault) {
    // One that comes after all goes back to its pool.
    taking.then(
      (late) => late.release(),
      () => undefined,
    );
    throw asUnavailable(fault);
  }
}

/** The number of the process on the server that works for this connection. */
const pidOf = (client: pg.PoolClient): number =>
  'processID' in client && typeof client.processID === 'number' ? client.processID : 0;
