/**
 * Writes the log: one line a request, one a failure of ours, with allowed members only.
 * Flow:    visit, pipeline, house → here (pino) → standard error.
 * Promise: route templates, codes, numbers and ids of ours; never paths, values, addresses or error messages. A log
 *          that cannot be written ends nothing.
 * Source:  docs/promises.md rule 30, finding 5.
 */

import { type Level, pino } from 'pino';
import { defined } from '../vocabulary/defined.ts';
import type { RequestLine } from '../vocabulary/request-line.ts';
import type { EdgeLog } from './edge.ts';
import { type LogStream, logStream } from './log-stream.ts';

export interface ServiceLog extends EdgeLog {
  /** Something the operator should know, as a fixed code with numbers. */
  notice(code: string, numbers?: Readonly<Record<string, number>>): void;
  /** Something stands against recording, or no longer does. */
  trouble(trouble: { readonly part: string; readonly code: string }, what: 'begun' | 'over'): void;
  /** Something that must be looked at now: a fixed code, and where; the place is a table and a name of ours. */
  alarm(code: string, place: { readonly table: string; readonly key: string }): void;
  /** How many lines could not be written. */
  lost(): number;
}

/** Standard output carries the ready line and what commands print, so the log goes to standard error. */
export function createLog(
  level: Level | 'silent',
  to: Pick<LogStream, 'write'> & Partial<LogStream> = logStream(2),
): ServiceLog {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
  return {
    request: ({ requestId, method, route, status, ms, code }: RequestLine) => {
      const line = { requestId, method, route, status, ms, ...defined({ code }) };
      if (status >= 500) logger.error(line, 'request');
      else if (status === 401 || status === 403 || status === 429) logger.warn(line, 'request');
      else logger.debug(line, 'request');
    },
    fault: ({ requestId, route, error }) => logger.error({ requestId, route, error }, 'fault'),
    notice: (code, numbers = {}) => logger.info({ code, ...numbers }, 'notice'),
    trouble: ({ part, code }, what) => logger.warn({ part, code, what }, 'trouble'),
    alarm: (code, { table, key }) => logger.error({ code, table, key }, 'alarm'),
    lost: () => to.lost?.() ?? 0,
  };
}
