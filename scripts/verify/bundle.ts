/**
 * The form of an evidence bundle: reads the JSON file into typed parts and says which part does not have its form.
 * Flow:    evidence file → here → verify-bundle.
 * Promise: nothing here is judged true; a part that cannot be read is named and left out, so the verdict is bad.
 * Source:  docs/design.md 5, evidence bundle.
 */
import { bytesOfBase64, hashOfBase64, textOfUtf8 } from './bytes.ts';
import { isCount, isObject, type JsonObject, parseStrictJson } from './strict-json.ts';
import { type Findings, isWrong } from './wrong.ts';

/** An entry as a bundle carries it, with what is needed to prove it. */
export interface Item {
  readonly place: string;
  readonly log: number;
  readonly index: number;
  readonly entry: Uint8Array;
  readonly payload: string | null;
  readonly salt: Uint8Array | null;
  readonly proof: readonly Uint8Array[];
}

/** A step in the log's chain of signing keys: the fact that names the next key. */
export interface KeyItem extends Item {
  readonly vkey: string;
  /** A checkpoint under the key before, where the bundle carries one. */
  readonly checkpoint?: string;
}

export interface BundleLog {
  readonly place: string;
  readonly log: number;
  readonly origin: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly keys: readonly KeyItem[];
}

export interface Bundle {
  readonly subject: string | null;
  readonly origin: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly logs: readonly BundleLog[];
  readonly head: string | null;
  readonly entries: readonly Item[];
  readonly registry: readonly Item[];
  /** Members that no proof covers, by place. */
  readonly unproven: readonly string[];
}

const BUNDLE_MEMBERS = ['v', 'subject', 'origin', 'vkey', 'checkpoint', 'logs', 'head', 'entries', 'registry'];
const LOG_MEMBERS = ['log', 'origin', 'vkey', 'checkpoint', 'keys'];
const ITEM_MEMBERS = ['log', 'index', 'entry', 'payload', 'salt', 'proof'];
const KEY_MEMBERS = [...ITEM_MEMBERS, 'vkey', 'checkpoint'];

interface Reader {
  readonly findings: Findings;
  readonly unproven: string[];
}

export function readBundle(bytes: Uint8Array, findings: Findings): Bundle | undefined {
  const text = textOfUtf8(bytes);
  const json = text === undefined ? { wrong: 'is not UTF-8' } : parseStrictJson(text);
  if (isWrong(json)) return blame(findings, 'bundle', json.wrong);
  const bundle = json.value;
  if (!isObject(bundle)) return blame(findings, 'bundle', 'is not a JSON object');
  if (bundle['v'] !== 1) return blame(findings, 'v', 'is a version that this verifier does not know');
  const reader: Reader = { findings, unproven: [] };
  noteStrangers(reader, bundle, { place: '', known: BUNDLE_MEMBERS });
  const { origin, vkey, checkpoint } = bundle;
  if (typeof origin !== 'string' || typeof vkey !== 'string' || typeof checkpoint !== 'string') {
    return blame(findings, 'bundle', 'lacks its origin, its vkey or its checkpoint');
  }
  return {
    subject: textOrNull(reader, 'subject', bundle['subject']),
    head: textOrNull(reader, 'head', bundle['head']),
    origin,
    vkey,
    checkpoint,
    logs: list(reader, 'logs', bundle['logs']).flatMap((log, at) => readLog(reader, `logs[${at}]`, log)),
    entries: readItems(reader, 'entries', bundle['entries']),
    registry: readItems(reader, 'registry', bundle['registry']),
    unproven: reader.unproven,
  };
}

function readLog(reader: Reader, place: string, log: unknown): BundleLog[] {
  const { findings } = reader;
  if (!isObject(log)) {
    findings.add(place, 'is not a JSON object');
    return [];
  }
  noteStrangers(reader, log, { place: `${place}.`, known: LOG_MEMBERS });
  const { log: number, origin, vkey, checkpoint } = log;
  if (!isCount(number) || typeof origin !== 'string' || typeof vkey !== 'string' || typeof checkpoint !== 'string') {
    findings.add(place, 'lacks its number, origin, vkey or checkpoint');
    return [];
  }
  const keys = list(reader, `${place}.keys`, log['keys']).flatMap((item, at) =>
    readKeyItem(reader, `${place}.keys[${at}]`, item),
  );
  return [{ place, log: number, origin, vkey, checkpoint, keys }];
}

function readItems(reader: Reader, name: string, items: unknown): Item[] {
  return list(reader, name, items).flatMap((item, at) => {
    const place = `${name}[${at}]`;
    if (isObject(item)) noteStrangers(reader, item, { place: `${place}.`, known: ITEM_MEMBERS });
    return readItem(reader, place, item);
  });
}

function readKeyItem(reader: Reader, place: string, item: unknown): KeyItem[] {
  const vkey = isObject(item) ? item['vkey'] : undefined;
  if (!isObject(item) || typeof vkey !== 'string') {
    reader.findings.add(place, 'names no key');
    return [];
  }
  noteStrangers(reader, item, { place: `${place}.`, known: KEY_MEMBERS });
  const { checkpoint } = item;
  const extra = typeof checkpoint === 'string' ? { vkey, checkpoint } : { vkey };
  return readItem(reader, place, item).map((read) => ({ ...read, ...extra }));
}

function readItem({ findings }: Reader, place: string, item: unknown): Item[] {
  if (!isObject(item)) {
    findings.add(place, 'is not a JSON object');
    return [];
  }
  const { log, index } = item;
  const entry = typeof item['entry'] === 'string' ? bytesOfBase64(item['entry']) : undefined;
  const salt = item['salt'] === null ? null : hashOfBase64(item['salt']);
  const { payload } = item;
  const proof = Array.isArray(item['proof']) ? item['proof'].map(hashOfBase64) : [undefined];
  if (!isCount(log) || !isCount(index)) findings.add(`${place}.index`, 'is not a place in a log');
  else if (entry === undefined) findings.add(`${place}.entry`, 'is not padded base64');
  else if (typeof payload !== 'string' && payload !== null)
    findings.add(`${place}.payload`, 'is neither text nor null');
  else if (salt === undefined) findings.add(`${place}.salt`, 'is neither 32 bytes in base64 nor null');
  else if (proof.includes(undefined)) findings.add(`${place}.proof`, 'is not a list of hashes in base64');
  else return [{ place, log, index, entry, payload, salt, proof: proof as Uint8Array[] }];
  return [];
}

function list({ findings }: Reader, place: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  findings.add(place, 'is not a list');
  return [];
}

function textOrNull({ findings }: Reader, place: string, value: unknown): string | null {
  if (typeof value === 'string' || value === null) return value;
  findings.add(place, 'is neither text nor null');
  return null;
}

interface Known {
  readonly place: string;
  readonly known: readonly string[];
}

function noteStrangers(reader: Reader, object: JsonObject, { place, known }: Known): void {
  for (const name of Object.keys(object)) if (!known.includes(name)) reader.unproven.push(`${place}${name}`);
}

function blame(findings: Findings, place: string, what: string): undefined {
  findings.add(place, what);
  return undefined;
}
