import { JsonTraceSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJsonTraces } from '../../src/http/otlp/read-json.ts';
import { readProtobufTraces } from '../../src/http/otlp/read-protobuf.ts';
import { spansOf } from '../given/otlp/exporting.ts';

const names = new Set(['service.name', 'gen_ai.operation.name', 'gen_ai.usage.input_tokens', 'flag', 'share']);
const BEGAN = 1_795_000_000_000;

const anAttribute = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.integer(),
  // What is whole is sent as a whole number.
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((number) => !Number.isInteger(number)),
  fc.boolean(),
  fc.array(fc.string()),
);
const aCall = fc.record({
  attributes: fc.dictionary(fc.constantFrom(...names, 'gen_ai.prompt', 'another'), anAttribute),
  duration: fc.integer({ min: 0, max: 1_000_000 }),
  hasFailed: fc.boolean(),
});
const bytesOf = (bytes: Uint8Array | undefined): Buffer => Buffer.from(bytes ?? []);

it('both readers read the same out of what the official serializers write, and all of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aCall, { minLength: 1, maxLength: 5 }), async (calls) => {
      const spans = [...(await spansOf(calls.map((call) => ({ ...call, begunAt: BEGAN }))))];
      const json = readJsonTraces(bytesOf(JsonTraceSerializer.serializeRequest(spans)), names);
      const protobuf = readProtobufTraces(bytesOf(ProtobufTraceSerializer.serializeRequest(spans)), names);
      expect(protobuf).toEqual(json);
      if ('problem' in json) throw new Error(json.problem);
      expect(json.unreadable).toBe(0);
      expect(json.spans.map(({ trace, span }) => [trace, span])).toEqual(
        spans.map((span) => [span.spanContext().traceId, span.spanContext().spanId]),
      );
      json.spans.forEach(({ begunAt, endedAt, hasFailed, values }, at) => {
        const call = calls[at];
        expect([begunAt, endedAt - begunAt, hasFailed]).toEqual([BEGAN, call?.duration, call?.hasFailed]);
        const expected = Object.entries(call?.attributes ?? {}).filter(
          ([name, value]) => names.has(name) && !Array.isArray(value),
        );
        for (const [name, value] of expected) expect(values.get(name)).toEqual(value);
        expect([...values.keys()].filter((name) => !names.has(name))).toEqual([]);
      });
    }),
    { numRuns: 100 },
  );
});

it('whatever bytes come, both readers come to an end and answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      readProtobufTraces(Buffer.from(bytes), names);
      readJsonTraces(Buffer.from(bytes), names);
    }),
    { numRuns: 2000 },
  );
});

it('a request that was cut, or changed in one byte, is read or refused and never more than that', async () => {
  const whole = bytesOf(
    ProtobufTraceSerializer.serializeRequest([
      ...(await spansOf([{ attributes: { 'gen_ai.operation.name': 'chat' }, begunAt: BEGAN }])),
    ]),
  );
  for (let at = 0; at < whole.length; at += 1) {
    readProtobufTraces(whole.subarray(0, at), names);
    for (const bit of [1, 0x80]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ bit;
      const read = readProtobufTraces(changed, names);
      if (!('problem' in read)) expect(read.spans.length + read.unreadable).toBeLessThanOrEqual(1);
    }
  }
});

it('a value that is long, nested or a list is passed over', () => {
  const attributes = [
    { key: 'gen_ai.operation.name', value: { stringValue: 'x'.repeat(401) } },
    { key: 'flag', value: { kvlistValue: { values: [{ key: 'flag', value: { boolValue: true } }] } } },
    { key: 'share', value: { arrayValue: { values: [{ doubleValue: 1 }] } } },
    { key: '__proto__', value: { stringValue: 'polluted' } },
    { key: 'gen_ai.usage.input_tokens', value: { intValue: '7' } },
  ];
  const span = {
    traceId: '5B8EFFF798038103D269B633813FC60C',
    spanId: 'EEE19B7EC3C1B174',
    startTimeUnixNano: '1795000000000000000',
    endTimeUnixNano: '1795000000000000000',
    attributes,
  };
  const read = readJsonTraces(
    Buffer.from(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] })),
    names,
  );
  expect(read).toMatchObject({ unreadable: 0 });
  if ('problem' in read) return;
  expect([...(read.spans[0]?.values ?? [])]).toEqual([['gen_ai.usage.input_tokens', 7]]);
});
