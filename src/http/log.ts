/**
 * Writes the log: one line a request, one a failure of ours, with allowed members only.
 * Flow:    visit, pipeline, house → here (pino) → standard error.
 * Promise: route templates, codes, numbers and ids of ours; never paths, values, addresses or error messages.
 * Source:  docs/promises.md rule 30, finding 5.
 */

import { type DestinationStream, destination, type Level, pino } from 'pino';
import { defined } from '../vocabulary/defined.ts';
import type { EdgeLog, RequestLine } from './edge.ts';

export interface ServiceLog extends EdgeLog {
  /** Something the operator should know, as a fixed code with numbers. */
  notice(code: string, numbers?: Readonly<Record<string, number>>): void;
  /** Something that must be looked at now: a fixed code, and where; the place is a table and a name of ours. */
  alarm(code: string, place: { readonly table: string; readonly key: string }): void;
  flush(): void;
}

/** Standard output carries the ready line and what commands print, so the log goes to standard error. */
export function createLog(
  level: Level | 'silent',
  to: DestinationStream = destination({ fd: 2, sync: false }),
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
    alarm: (code, { table, key }) => logger.error({ code, table, key }, 'alarm'),
    flush: () => logger.flush(),
  };
}
