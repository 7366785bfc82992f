/**
 * What whoever runs the service is told of it as it happens: the log, the numbers of requests, spans.
 * Flow:    service → here → http/log, metrics, own-spans; the house says what goes wrong.
 * Promise: nothing about a person; each line of a request goes to all who are told.
 */
import type { Config } from '../config.ts';
import type { OpenHouse } from '../house.ts';
import { createLog, type ServiceLog } from '../http/log.ts';
import type { Metrics } from '../http/metrics.ts';
import { ownSpans } from '../http/own-spans.ts';
import { nameOfFault } from '../http/pipeline.ts';
import { watchUnfit } from '../http/watch-unfit.ts';
import { reportTroubles } from '../jobs/report-troubles.ts';
import type { RequestLine } from '../vocabulary/request-line.ts';

/** What goes wrong behind the edge, told as it happens. */
export function reportsOf({ logLevel, otlpTo }: Config, house: OpenHouse, metrics: Metrics | undefined) {
  const log = createLog(logLevel);
  house.hearFaults((fault, { requestId }) => log.fault({ requestId, route: 'one of many', error: nameOfFault(fault) }));
  watchUnfit({ report: house.room.bound.report, walkedAt: () => house.walk.lastRound()?.at ?? 0 }, { log, metrics });
  const spans = otlpTo === undefined ? undefined : ownSpans(otlpTo, house.now);
  if (spans !== undefined) metrics?.gauge('candor_spans_lost', 'Spans that no receiver took.', spans.lost);
  const storage = reportStorage(house, log, metrics);
  const observe = (line: RequestLine): void => {
    metrics?.observe(line);
    spans?.observe(line);
  };
  const stop = async (): Promise<void> => {
    storage.stop();
    await spans?.stop();
  };
  return { log, observe, reporting: { stop } };
}

/** In the log when it begins and ends, and as a number for a monitor. */
function reportStorage(house: OpenHouse, log: ServiceLog, metrics: Metrics | undefined) {
  metrics?.gauge('candor_storage_troubles', 'What stands against recording now.', () => house.troubles().length);
  metrics?.gauge('candor_log_lines_lost', 'Lines of the log that could not be written.', log.lost);
  return reportTroubles(house.troubles, log.trouble);
}
