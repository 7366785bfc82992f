/**
 * A service with the official SDK of OpenTelemetry, whose exporter posts to a running Candor.
 * Flow:    journeys → here → the official exporters, JSON or protobuf, plain or gzip → POST /v1/traces.
 * Promise: nothing of the exporters is replaced; what they were told is what a service would be told.
 */
import { type Attributes, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import type { RunningService } from '../service.ts';

export type Encoding = 'json' | 'protobuf';
type Compression = NonNullable<ConstructorParameters<typeof JsonExporter>[0]>['compression'];

export interface Called {
  readonly name?: string;
  readonly kind?: SpanKind;
  readonly attributes: Attributes;
  /** Milliseconds. */
  readonly begunAt: number;
  readonly duration?: number;
  readonly hasFailed?: boolean;
  /** A name and values, as older instrumentations send what was said. */
  readonly event?: { readonly name: string; readonly attributes: Attributes };
}

export interface ExportWish {
  readonly encoding: Encoding;
  readonly isPacked?: boolean;
  readonly service?: string;
  readonly scope?: string;
}

function traced(processor: SimpleSpanProcessor | BatchSpanProcessor, called: readonly Called[], service: string) {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('shop');
  for (const { name = 'chat', kind = SpanKind.CLIENT, attributes, begunAt, duration = 1200, ...more } of called) {
    const span = tracer.startSpan(name, { kind, attributes, startTime: begunAt });
    if (more.event !== undefined) span.addEvent(more.event.name, more.event.attributes, begunAt);
    if (more.hasFailed === true) span.setStatus({ code: SpanStatusCode.ERROR, message: 'the model failed' });
    span.end(begunAt + duration);
  }
  return provider;
}

/** Finished spans as the SDK holds them, to be exported as often as a test likes. */
export async function spansOf(called: readonly Called[], service = 'shop'): Promise<readonly ReadableSpan[]> {
  const memory = new InMemorySpanExporter();
  const provider = traced(new SimpleSpanProcessor(memory), called, service);
  await provider.forceFlush();
  return memory.getFinishedSpans();
}

export async function anExporter(
  service: RunningService,
  { encoding, isPacked = false, scope = 'traces' }: ExportWish,
) {
  const Exporter = encoding === 'json' ? JsonExporter : ProtobufExporter;
  return new Exporter({
    url: `http://127.0.0.1:${service.port}/v1/traces`,
    headers: { authorization: `Bearer ${await service.token({ sub: 'collector', scope })}` },
    // The members of the enumeration are these words.
    compression: (isPacked ? 'gzip' : 'none') as Compression & string,
  });
}

/** What the exporter itself says of it. */
export async function exportSpans(
  service: RunningService,
  spans: readonly ReadableSpan[],
  wish: ExportWish,
): Promise<{ readonly isDone: boolean; readonly error?: string }> {
  const exporter = await anExporter(service, wish);
  const told = await new Promise<{ isDone: boolean; error?: string }>((resolve) =>
    exporter.export([...spans], ({ code, error }) =>
      resolve({ isDone: code === 0, ...(error === undefined ? {} : { error: error.message }) }),
    ),
  );
  await exporter.shutdown();
  return told;
}

/** As a service runs it: a batching processor in front of the exporter, flushed at the end. */
export async function runTraced(service: RunningService, called: readonly Called[], wish: ExportWish): Promise<void> {
  const provider = traced(new BatchSpanProcessor(await anExporter(service, wish)), called, wish.service ?? 'shop');
  await provider.forceFlush();
  await provider.shutdown();
}
