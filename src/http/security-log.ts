/**
 * The security log: one JSON line an event, into a file or to standard output.
 * Flow:    visit (every answer), service (start, stop) → here → whoever watches.
 * Promise: names and members are those of vocabulary/security-event.ts; its own fault stops and delays nothing, and
 *          what is lost is counted and said as soon as it can be. A file that was moved away is begun anew.
 * Source:  ASVS 5.0 chapter 16.
 */
import { closeSync, constants, fstatSync, openSync, statSync, write } from 'node:fs';
import type { Endpoint } from '../../openapi/endpoint.ts';
import { timeOf } from '../vocabulary/instant.ts';
import { type SecurityEventName, type SecurityMembers, securityEvents } from '../vocabulary/security-event.ts';

interface SecurityLog {
  event(name: SecurityEventName, members?: SecurityMembers): void;
  /** How many lines could not be written so far. */
  lost(): number;
  /** Resolves when what is waiting was written, or could not be. */
  stop(): Promise<void>;
}

const noSecurityLog: SecurityLog = { event: () => undefined, lost: () => 0, stop: async () => undefined };

const STANDARD_OUTPUT = 1;
/** Characters that wait for a slow disk; more are counted as lost. */
const MOST_WAITING = 1_000_000;
const { O_APPEND, O_CREAT, O_WRONLY, O_NONBLOCK } = constants;

/** Opens a file anew where it was moved away; a pipe that nobody reads is a fault and no wait. */
function fileOf(path: string): () => number {
  if (path === 'stdout') return () => STANDARD_OUTPUT;
  let fd: number | undefined;
  return () => {
    if (fd !== undefined && statSync(path, { throwIfNoEntry: false })?.ino !== fstatSync(fd).ino) {
      closeSync(fd);
      fd = undefined;
    }
    fd ??= openSync(path, O_APPEND | O_CREAT | O_WRONLY | O_NONBLOCK, 0o600);
    return fd;
  };
}

function written(fd: number, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  return new Promise((resolve, reject) =>
    write(fd, bytes, 0, bytes.length, null, (fault, count) =>
      fault === null && count === bytes.length ? resolve() : reject(fault ?? new Error('written in part')),
    ),
  );
}

export function openSecurityLog(to: string | undefined, now: () => number): SecurityLog {
  if (to === undefined) return noSecurityLog;
  const file = fileOf(to);
  let [waiting, lines, lost, told]: [string, number, number, number] = ['', 0, 0, 0];
  let running = Promise.resolve();
  const add = (name: SecurityEventName, members: SecurityMembers): void => {
    const { level } = securityEvents[name];
    waiting += `${JSON.stringify({ time: timeOf(now()), event: name, level, ...members })}\n`;
    lines += 1;
  };
  const flush = async (): Promise<void> => {
    if (waiting === '') return;
    if (lost > told) add('log.lost', { count: lost - told });
    const [text, count, saying] = [waiting, lines, lost];
    [waiting, lines] = ['', 0];
    try {
      await written(file(), text);
      told = saying;
    } catch {
      // The line about the loss is none of what was lost.
      lost += count - (saying > told ? 1 : 0);
    }
  };
  return {
    event(name, members = {}) {
      if (waiting.length > MOST_WAITING) {
        lost += 1;
        return;
      }
      if (waiting === '') running = running.then(() => new Promise((next) => setImmediate(next))).then(flush);
      add(name, members);
    },
    lost: () => lost,
    stop: () => running,
  };
}

interface Answered {
  readonly requestId: string;
  /** Asked only where an event is written. */
  readonly actor: () => string | undefined;
  readonly method: string;
  readonly status: number;
  readonly code?: string;
  readonly endpoint: Endpoint | undefined;
}

const refusals: Readonly<Record<number, SecurityEventName>> = {
  401: 'authn.refused',
  403: 'authz.refused',
  429: 'rate.limited',
};

/** What an answered call means for the log, by what its endpoint is for. */
const acts: Readonly<Record<string, SecurityEventName>> = {
  postLink: 'link.made',
  showEnter: 'link.opened',
  showConsoleEnter: 'link.opened',
  enter: 'link.spent',
  enterConsole: 'link.spent',
  leave: 'session.ended',
  leaveConsole: 'session.ended',
  endMySession: 'session.ended',
  endMySessions: 'session.ended',
  endSession: 'session.ended',
  endSessions: 'session.ended',
  endConsoleSession: 'session.ended',
  endConsoleSessions: 'session.ended',
  endSignIn: 'session.ended',
  endConsoleSignIn: 'session.ended',
};

/** Where an outside word was not taken: told by a name of its own, whatever the status. */
const outside: Readonly<Record<string, SecurityEventName>> = {
  answerSignIn: 'sign-in.refused',
  answerConsoleSignIn: 'sign-in.refused',
  endSignIn: 'logout.refused',
  endConsoleSignIn: 'logout.refused',
};

function meant({ status, endpoint }: Answered): SecurityEventName | undefined {
  const refused = (status >= 400 && status !== 429 ? outside[endpoint?.id ?? ''] : undefined) ?? refusals[status];
  if (refused !== undefined || endpoint === undefined) return refused;
  const act = acts[endpoint.id];
  if (status >= 400) return act?.startsWith('link.') === true && endpoint.who === 'public' ? 'link.refused' : undefined;
  return act;
}

/** Tells the log of one answer, where it is one that somebody who watches wants to know of. */
export function logAnswer(log: SecurityLog, answered: Answered): void {
  const name = meant(answered);
  if (name === undefined) return;
  const { requestId, method, status, code, endpoint } = answered;
  log.event(name, {
    requestId,
    actor: answered.actor() ?? 'nobody',
    method,
    route: endpoint?.path ?? 'none',
    status,
    ...(code === undefined ? {} : { code }),
  });
}
