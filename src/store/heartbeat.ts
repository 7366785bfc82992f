/**
 * Asks a PostgreSQL server all the time whether it still answers, so that nobody waits for one that stands still.
 * Flow:    postgres-connections → here → the server, over a connection of its own.
 * Promise: a server that says nothing for about a second is silent, and whoever waits for it is told so; it is asked
 *          on, over the old connection and over new ones, and the first answer ends the silence. A busy process of ours
 *          is not taken for a silent server, because turns are counted and not the time.
 * Source:  docs/promises.md F44; decision 0054.
 */
import type pg from 'pg';
import { Unavailable } from './store.ts';

interface Heartbeat {
  isSilent(): boolean;
  /** The same as the work, but no longer than the server answers. */
  guard<T>(work: Promise<T>): Promise<T>;
  stop(): void;
}

interface Listener {
  /** A connection that has not been opened yet. */
  open(): pg.Client;
  /** The silence begins. */
  fellSilent(): void;
  /** It is over, and this connection answers. */
  answersAgain(client: pg.Client): void;
}

const TURN_MS = 100;
/** In turns: how long after an answer it is asked again, is taken for silent, and is tried over a new connection. */
const ASKED_AFTER = 2;
const SILENT_AFTER = 13;
const NEW_EVERY = 5;

export function watchServer(listener: Listener): Heartbeat {
  const waiting = new Set<(fault: Unavailable) => void>();
  let turns = 0;
  let isSilent = false;
  const questions = askServer(listener.open, (client) => {
    turns = 0;
    if (!isSilent) return;
    isSilent = false;
    listener.answersAgain(client);
  });
  const timer = setInterval(() => {
    turns += 1;
    if (!isSilent && turns >= SILENT_AFTER) {
      isSilent = true;
      for (const tell of waiting) tell(new Unavailable('not-answering'));
      listener.fellSilent();
    }
    questions.turn(turns);
  }, TURN_MS);
  timer.unref();
  return {
    isSilent: () => isSilent,
    guard(work) {
      if (isSilent) {
        work.catch(() => undefined);
        return Promise.reject(new Unavailable('not-answering'));
      }
      return new Promise((resolve, reject) => {
        waiting.add(reject);
        work.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    },
    stop() {
      clearInterval(timer);
      questions.stop();
    },
  };
}

/** One connection that is asked again and again, and new ones for as long as it owes an answer. */
function askServer(open: Listener['open'], heard: (client: pg.Client) => void) {
  const asked = new Set<pg.Client>();
  let living: pg.Client | undefined;
  let isOver = false;
  const lost = (client: pg.Client): void => {
    asked.delete(client);
    if (living === client) living = undefined;
    end(client);
  };
  const answered = (client: pg.Client): void => {
    asked.delete(client);
    const other = living;
    // Of two that answer one is enough; one that was asked and still says nothing is of no use.
    if (other !== undefined && other !== client && !asked.has(other)) end(client);
    else {
      living = client;
      if (other !== undefined && other !== client) lost(other);
    }
    if (!isOver) heard(living ?? client);
  };
  const ask = (client: pg.Client, connected: Promise<unknown>): void => {
    asked.add(client);
    connected
      .then(() => client.query('select 1'))
      .then(
        () => answered(client),
        () => lost(client),
      );
  };
  const askAnew = (): void => {
    const client = open();
    client.on('error', () => lost(client));
    ask(client, client.connect());
  };
  askAnew();
  return {
    turn(turns: number): void {
      if (living !== undefined && !asked.has(living)) {
        if (turns >= ASKED_AFTER) ask(living, Promise.resolve());
      } else if (asked.size === 0 || turns % NEW_EVERY === 0) askAnew();
    },
    stop(): void {
      isOver = true;
      for (const client of new Set([...asked, ...(living === undefined ? [] : [living])])) end(client);
    },
  };
}

function end(client: pg.Client): void {
  client.end().catch(() => undefined);
}
