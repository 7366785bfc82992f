/**
 * Counts requests and shows the process to a monitor, on a port of its own.
 * Flow:    visit (each request), ledger (numbers) → here (prom-client) → GET /metrics.
 * Promise: labels are route templates, methods and statuses; nothing about a person or a caller.
 * Source:  docs/design.md 8.
 */
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestLine } from '../vocabulary/request-line.ts';

export interface Metrics {
  observe(line: RequestLine): void;
  /** A number that is read when the monitor asks. */
  gauge(name: string, help: string, read: () => number): void;
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
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) });
    },
    text: () => registry.metrics(),
    stop: () => registry.clear(),
  };
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
