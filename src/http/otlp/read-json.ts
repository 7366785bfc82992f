/**
 * Reads an ExportTraceServiceRequest in the JSON encoding.
 * Flow:    handlers/traces.ts → here → span.
 * Promise: total on any bytes and never recursive. The standard lets a reader pass over what it does not know, so this
 *          one is not strict; nothing of what it passes over is copied anywhere.
 * Source:  OTLP specification, JSON Protobuf encoding: ids are hex, whole numbers of 64 bits texts or numbers.
 */
import { isUtf8 } from 'node:buffer';
import { problem } from '../../vocabulary/problems.ts';
import { endOfString } from '../strict-json.ts';
import { checked, MOST_SPANS, MOST_TEXT, type Reading, type ReadSpan, type SpanValue, together } from './span.ts';

const MOST_DEPTH = 128;
/** Objects and lists of one request. */
const MOST_PARTS = 600_000;

export function readJsonTraces(bytes: Buffer, names: ReadonlySet<string>): Reading {
  if (!isUtf8(bytes)) return problem('malformed-encoding');
  if (!isBounded(bytes)) return problem('json-too-complex');
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    return problem('malformed-json');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return problem('invalid-request', 'The body is no ExportTraceServiceRequest.');
  const spans: ReadSpan[] = [];
  let unreadable = 0;
  for (const resourceSpans of list(body, 'resourceSpans')) {
    const resource = valuesIn(member(resourceSpans, 'resource'), names);
    for (const written of list(resourceSpans, 'scopeSpans').flatMap((scope) => list(scope, 'spans'))) {
      if (spans.length + unreadable >= MOST_SPANS) return problem('payload-too-large');
      const span = spanIn(written, resource, names);
      if (span === undefined) unreadable += 1;
      else spans.push(span);
    }
  }
  return { spans, unreadable };
}

/** Before anything is made of it: a body of brackets alone would fill the memory. */
function isBounded(bytes: Buffer): boolean {
  let [depth, parts] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) at = endOfString(bytes, at);
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      parts += 1;
      if (depth > MOST_DEPTH || parts > MOST_PARTS) return false;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return true;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

function list(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}

const textIn = (value: unknown, most = MOST_TEXT): string =>
  typeof value === 'string' && value.length <= most ? value : '';

function wholeIn(value: unknown): bigint {
  if (typeof value === 'string' && /^-?\d{1,20}$/.test(value)) return BigInt(value);
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : 0n;
}

function spanIn(
  written: unknown,
  resource: ReadonlyMap<string, SpanValue>,
  names: ReadonlySet<string>,
): ReadSpan | undefined {
  return checked({
    trace: textIn(member(written, 'traceId'), 32).toLowerCase(),
    span: textIn(member(written, 'spanId'), 16).toLowerCase(),
    kind: Number(wholeIn(member(written, 'kind'))),
    begun: wholeIn(member(written, 'startTimeUnixNano')),
    ended: wholeIn(member(written, 'endTimeUnixNano')),
    status: Number(wholeIn(member(member(written, 'status'), 'code'))),
    values: together(resource, valuesIn(written, names)),
  });
}

function valuesIn(holder: unknown, names: ReadonlySet<string>): ReadonlyMap<string, SpanValue> {
  const values = new Map<string, SpanValue>();
  for (const pair of list(holder, 'attributes')) {
    const name = member(pair, 'key');
    const value = typeof name === 'string' && names.has(name) ? valueIn(member(pair, 'value')) : undefined;
    if (typeof name === 'string' && value !== undefined) values.set(name, value);
  }
  return values;
}

function valueIn(written: unknown): SpanValue | undefined {
  const [text, whole, broken, flag] = ['stringValue', 'intValue', 'doubleValue', 'boolValue'].map((name) =>
    member(written, name),
  );
  if (typeof text === 'string') return text.length > MOST_TEXT ? undefined : text;
  if (whole !== undefined) return Number(wholeIn(whole));
  if (typeof broken === 'number') return broken;
  return typeof flag === 'boolean' ? flag : undefined;
}
