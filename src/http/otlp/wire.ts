/**
 * The wire format of Protocol Buffers, field by field, and the two messages that are written.
 * Flow:    read-protobuf, reply → here.
 * Promise: never reads past the end of its range and always comes to an end; what does not fit is `Malformed`.
 * Source:  Protocol Buffers encoding guide.
 */

/** From the first byte to the one after the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Field {
  readonly number: number;
  /** Of a number. */
  readonly value?: bigint;
  /** Where the eight bytes of a number of that size begin. */
  readonly at?: number;
  /** Of a text, bytes or a message. */
  readonly range?: Range;
}

export class Malformed extends Error {}

const VARINT = 0;
const EIGHT = 1;
const LENGTH = 2;
const FOUR = 5;

interface Place {
  at: number;
  readonly to: number;
}

function varint(bytes: Buffer, place: Place): bigint {
  let low = 0;
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = next(bytes, place);
    low |= (byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt(low);
  }
  let value = BigInt(low);
  for (let shift = 28n; shift < 70n; shift += 7n) {
    const byte = next(bytes, place);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, value);
  }
  throw new Malformed();
}

function next(bytes: Buffer, place: Place): number {
  if (place.at >= place.to) throw new Malformed();
  const byte = bytes[place.at] ?? 0;
  place.at += 1;
  return byte;
}

function over(place: Place, length: number): Range {
  const from = place.at;
  if (length > place.to - from) throw new Malformed();
  place.at = from + length;
  return { from, to: place.at };
}

/** The fields of one message, in their order; an unknown one is given like any other and costs nothing. */
export function* fieldsOf(bytes: Buffer, range: Range = { from: 0, to: bytes.length }): Generator<Field> {
  const place: Place = { at: range.from, to: range.to };
  while (place.at < place.to) {
    const tag = varint(bytes, place);
    const number = Number(tag >> 3n);
    if (number === 0 || number > 0x1fff_ffff) throw new Malformed();
    yield { number, ...contentOf(bytes, place, Number(tag & 7n)) };
  }
}

function contentOf(bytes: Buffer, place: Place, wire: number): Omit<Field, 'number'> {
  if (wire === VARINT) return { value: varint(bytes, place) };
  if (wire === EIGHT) {
    const { from } = over(place, 8);
    return { value: bytes.readBigUInt64LE(from), at: from };
  }
  if (wire === LENGTH) return { range: over(place, Number(varint(bytes, place))) };
  if (wire !== FOUR) throw new Malformed();
  over(place, 4);
  return {};
}

function written(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

export const numberField = (number: number, value: number): Buffer =>
  value === 0 ? Buffer.alloc(0) : Buffer.from([...written(number << 3), ...written(value)]);

export function textField(number: number, text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  return bytes.length === 0
    ? bytes
    : Buffer.concat([Buffer.from([...written((number << 3) | LENGTH), ...written(bytes.length)]), bytes]);
}
