/**
 * Counts requests and shows the process to a monitor, on a port of its own.
 * Flow:    visit (each request), ledger (numbers) → here (prom-client) → GET /metrics.
 * Promise: labels are route templates, methods, statuses, and keys of AI systems that were published; nothing about a
 *          person or a caller. A number that cannot be had in a second is not a number (NaN), and keeps no other back.
 * Source:  docs/design.md 8.
 */
import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestLine } from '../vocabulary/request-line.ts';

type ReadNumber = () => number | undefined | Promise<number | undefined>;

export interface Metrics {
  observe(line: RequestLine): void;
  /** A number that is read when the monitor asks; NaN where there is none. */
  gauge(name: string, help: string, read: ReadNumber): void;
  /** A number that only grows, one for each set of labels; gives back what adds one. */
  counter<L extends string>(name: string, help: string, labels: readonly L[]): (of: Record<L, string>) => void;
  /** How many were how large; gives back what notes one. */
  histogram(name: string, help: string, buckets: readonly number[]): (value: number) => void;
  text(): Promise<string>;
  stop(): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'candor_http_request_seconds',
    help: 'How long requests took, by route template, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return {
    observe: ({ route, method, status, ms }) => seconds.observe({ route, method, status }, ms / 1000),
    gauge: (name, help, read) => {
      const collect = async (): Promise<void> => gauge.set(await withinASecond(read));
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect });
    },
    counter: (name, help, labels) => {
      const counter = new Counter({ name, help, labelNames: [...labels], registers: [registry] });
      return (of) => counter.inc(of);
    },
    histogram: (name, help, buckets) => {
      const histogram = new Histogram({ name, help, buckets: [...buckets], registers: [registry] });
      return (value) => histogram.observe(value);
    },
    text: () => registry.metrics(),
    stop: () => registry.clear(),
  };
}

const SECOND_MS = 1000;

/** A database that says nothing must not keep the monitor waiting for what the process knows by itself. */
async function withinASecond(read: ReadNumber): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), SECOND_MS);
  });
  try {
    return (await Promise.race([read(), late])) ?? Number.NaN;
  } catch {
    return Number.NaN;
  } finally {
    clearTimeout(timer);
  }
}

/** Answers GET /metrics and nothing else. */
export function createMetricsServer(metrics: Metrics): Server {
  return createServer({ requestTimeout: 10_000, headersTimeout: 5000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'Content-Length': 0 }).end();
      return;
    }
    void metrics.text().then(
      (text) =>
        response
          .writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' })
          .end(text),
      () => response.writeHead(500, { 'Content-Length': 0 }).end(),
    );
  });
}
