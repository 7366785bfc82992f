/**
 * A span as both readers give it: its ids, its times, how it ended, and the few values that were asked for.
 * Flow:    read-json, read-protobuf → here → call-of-span.
 * Promise: whatever bytes came in, what is here is bounded: ids of one form, whole milliseconds, short texts.
 * Source:  opentelemetry-proto trace.proto.
 */
import type { Problem } from '../../vocabulary/problems.ts';

export type SpanValue = string | number | boolean;
export type SpanValues = ReadonlyMap<string, SpanValue>;

export interface ReadSpan {
  /** Lower-case hex of 16 bytes and of 8 bytes, neither all zero. */
  readonly trace: string;
  readonly span: string;
  /** 3 is a client that waits for an answer. */
  readonly kind: number;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly endedAt: number;
  readonly hasFailed: boolean;
  /** The span's own values, and under them those of the resource it comes from. */
  readonly values: SpanValues;
}

interface ReadTraces {
  readonly spans: readonly ReadSpan[];
  /** How many have no ids or times that can be read. */
  readonly unreadable: number;
}
export type Reading = ReadTraces | Problem;

/** The most spans of one request. */
export const MOST_SPANS = 10_000;
/** A value that is longer names nothing; it is left out. */
export const MOST_TEXT = 400;

/** Nanoseconds as whole milliseconds; undefined where that is no time. */
function millisecondsIn(nanoseconds: bigint): number | undefined {
  const at = Number(nanoseconds / 1_000_000n);
  return at > 0 && at <= 8_640_000_000_000_000 ? at : undefined;
}

/** What a reader found out of one span, nothing checked. */
interface Unchecked {
  readonly trace: string;
  readonly span: string;
  readonly kind: number;
  readonly begun: bigint;
  readonly ended: bigint;
  readonly status: number;
  readonly values: SpanValues;
}

const STATUS_ERROR = 2;
const isId = (text: string, length: number): boolean =>
  text.length === length && /^[0-9a-f]+$/.test(text) && !/^0+$/.test(text);

/** Nothing where ids or times cannot be read. */
export function checked({ begun, ended, status, ...span }: Unchecked): ReadSpan | undefined {
  const [begunAt, endedAt] = [millisecondsIn(begun), millisecondsIn(ended)];
  if (!isId(span.trace, 32) || !isId(span.span, 16) || begunAt === undefined || endedAt === undefined) return undefined;
  return endedAt < begunAt ? undefined : { ...span, begunAt, endedAt, hasFailed: status === STATUS_ERROR };
}

/** The span's own values before those of its resource. */
export const together = (resource: SpanValues, own: SpanValues): SpanValues =>
  resource.size === 0 ? own : new Map([...resource, ...own]);
