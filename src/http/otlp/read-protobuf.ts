/**
 * Reads an ExportTraceServiceRequest in the protobuf encoding.
 * Flow:    handlers/traces.ts → here → span.
 * Promise: total on any bytes. A value whose name was not asked for is stepped over and never made into a text; as
 *          nothing is read but the messages named here, no nesting is followed.
 * Source:  Protocol Buffers encoding guide; opentelemetry-proto trace_service.proto, trace.proto, common.proto.
 */
import { problem } from '../../vocabulary/problems.ts';
import { checked, MOST_SPANS, MOST_TEXT, type Reading, type ReadSpan, type SpanValue, together } from './span.ts';
import { type Field, fieldsOf, Malformed, type Range } from './wire.ts';

interface Taking {
  readonly bytes: Buffer;
  readonly names: ReadonlySet<string>;
  readonly spans: ReadSpan[];
  unreadable: number;
}

class TooMany extends Error {}

export function readProtobufTraces(bytes: Buffer, names: ReadonlySet<string>): Reading {
  const taking: Taking = { bytes, names, spans: [], unreadable: 0 };
  try {
    for (const part of fieldsOf(bytes)) if (part.number === 1) takeResource(taking, inside(part));
  } catch (fault) {
    if (fault instanceof TooMany) return problem('payload-too-large');
    if (fault instanceof Malformed) return problem('invalid-request', 'The bytes are no ExportTraceServiceRequest.');
    throw fault;
  }
  return { spans: taking.spans, unreadable: taking.unreadable };
}

function inside({ range }: Field): Range {
  if (range === undefined) throw new Malformed();
  return range;
}

/** ResourceSpans: the resource may come after its spans. */
function takeResource(taking: Taking, range: Range): void {
  const resource = new Map<string, SpanValue>();
  const scopes: Range[] = [];
  for (const part of fieldsOf(taking.bytes, range)) {
    if (part.number === 1) {
      for (const own of fieldsOf(taking.bytes, inside(part)))
        if (own.number === 1) takeValue(taking, inside(own), resource);
    } else if (part.number === 2) scopes.push(inside(part));
  }
  for (const scope of scopes)
    for (const part of fieldsOf(taking.bytes, scope)) if (part.number === 2) takeSpan(taking, inside(part), resource);
}

/** A byte count that is wrong gives an id of another length, which is refused. */
const hexOf = ({ bytes }: Taking, { from, to }: Range): string =>
  to - from > 16 ? '' : bytes.toString('hex', from, to);

function takeSpan(taking: Taking, range: Range, resource: ReadonlyMap<string, SpanValue>): void {
  if (taking.spans.length + taking.unreadable >= MOST_SPANS) throw new TooMany();
  const own = new Map<string, SpanValue>();
  const found = { trace: '', span: '', kind: 0, begun: 0n, ended: 0n, status: 0 };
  for (const part of fieldsOf(taking.bytes, range)) {
    if (part.number === 1) found.trace = hexOf(taking, inside(part));
    else if (part.number === 2) found.span = hexOf(taking, inside(part));
    else if (part.number === 6) found.kind = Number(part.value ?? 0n);
    else if (part.number === 7) found.begun = part.value ?? 0n;
    else if (part.number === 8) found.ended = part.value ?? 0n;
    else if (part.number === 9) takeValue(taking, inside(part), own);
    else if (part.number === 15) found.status = statusIn(taking, inside(part));
  }
  const span = checked({ ...found, values: together(resource, own) });
  if (span === undefined) taking.unreadable += 1;
  else taking.spans.push(span);
}

function statusIn({ bytes }: Taking, range: Range): number {
  let code = 0;
  for (const part of fieldsOf(bytes, range)) if (part.number === 3) code = Number(part.value ?? 0n);
  return code;
}

/** KeyValue: its value is looked at only where its name was asked for. */
function takeValue({ bytes, names }: Taking, range: Range, into: Map<string, SpanValue>): void {
  let name = '';
  let held: Range | undefined;
  for (const part of fieldsOf(bytes, range)) {
    if (part.number === 1) {
      const { from, to } = inside(part);
      name = to - from > MOST_TEXT ? '' : bytes.toString('utf8', from, to);
    } else if (part.number === 2) held = inside(part);
  }
  const value = held === undefined || !names.has(name) ? undefined : valueIn(bytes, held);
  if (value !== undefined) into.set(name, value);
}

/** AnyValue, where it is a text or a number; lists and what is nested in it are passed over. */
function valueIn(bytes: Buffer, range: Range): SpanValue | undefined {
  let value: SpanValue | undefined;
  for (const part of fieldsOf(bytes, range)) {
    if (part.number === 1) {
      const { from, to } = inside(part);
      value = to - from > MOST_TEXT ? undefined : bytes.toString('utf8', from, to);
    } else if (part.number === 2) value = part.value !== undefined && part.value !== 0n;
    else if (part.number === 3) value = Number(BigInt.asIntN(64, part.value ?? 0n));
    else if (part.number === 4 && part.at !== undefined) value = bytes.readDoubleLE(part.at);
  }
  return value;
}
