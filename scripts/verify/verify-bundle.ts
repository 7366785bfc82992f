/**
 * Judges one person's evidence bundle: signed by whom you trust, in the tree, in order, none missing, contents as
 * committed.
 * Flow:    bundle, trust → here → report.
 * Promise: MUST NOT say good unless every entry from 1 to the signed head is there and proven. It says "complete to n
 *          at size y", because nobody can prove that nothing was left unrecorded.
 * Source:  docs/design.md 5.
 */
import { type Bundle, type Item, readBundle } from './bundle.ts';
import { sameBytes } from './bytes.ts';
import { type Head, openHead } from './checkpoint.ts';
import { continuationFault } from './continuation.ts';
import { isCovered, isCoveringKind, type Range, rangesIn } from './covers.ts';
import { isSubject } from './entry.ts';
import { type TrustedLog, trustLog } from './key-chain.ts';
import { type Proven, proveItem } from './proven.ts';
import { isObject, parseStrictJson } from './strict-json.ts';
import { openTrusted, type Trust } from './trust.ts';
import { type Finding, type Findings, isWrong, findings as noFindings } from './wrong.ts';

export interface BundleVerdict {
  readonly findings: readonly Finding[];
  readonly subject: string | null;
  /** The person's newest sequence number that the signed head names. */
  readonly n: number;
  /** The tree size at which that was so. */
  readonly size: number;
  readonly origin: string;
  readonly entries: number;
  readonly registry: number;
  /** Entries whose content an erasure or retention fact removed. */
  readonly emptied: number;
  readonly unproven: readonly string[];
}

export function verifyBundle(bytes: Uint8Array, trust: Trust): BundleVerdict {
  const findings = noFindings();
  const bundle = readBundle(bytes, findings);
  if (bundle === undefined) return { ...nothing, findings: findings.list };
  const logs = checkLogs(bundle, trust, findings);
  const prove = (item: Item): Proven[] => proveIn(item, logs, findings);
  const entries = bundle.entries.flatMap(prove);
  const registry = bundle.registry.flatMap(prove);
  const keys = bundle.logs.flatMap((log) => log.keys.filter((item) => item.checkpoint === undefined)).flatMap(prove);
  const all = [...entries, ...registry, ...keys];
  checkSequence(bundle, entries, findings);
  for (const { item, entry } of registry)
    if (entry.subject !== undefined)
      findings.add(`${item.place}.entry`, 'is about a person and not about the registry');
  checkNothingTwice(all, findings);
  checkContinuations(logs, all, findings);
  checkTimes(all, findings);
  const emptied = checkEmptied(all, findings);
  const head = checkHead(bundle, logs, { entries, findings });
  return {
    findings: findings.list,
    subject: bundle.subject,
    n: head?.n ?? 0,
    size: logs.find((log) => log.origin === bundle.origin)?.checkpoint.size ?? 0,
    origin: bundle.origin,
    entries: bundle.entries.length,
    registry: bundle.registry.length,
    emptied,
    unproven: bundle.unproven,
  };
}

const nothing = { subject: null, n: 0, size: 0, origin: '', entries: 0, registry: 0, emptied: 0, unproven: [] };

/** Opens the checkpoint of every log; the bundle's own origin, vkey and checkpoint must be those of one of them. */
function checkLogs(bundle: Bundle, trust: Trust, findings: Findings): readonly TrustedLog[] {
  const numbers = bundle.logs.map((log) => log.log);
  if (new Set(numbers).size !== numbers.length) findings.add('logs', 'names a log twice');
  const own = bundle.logs.find((log) => log.origin === bundle.origin);
  if (own === undefined) findings.add('origin', 'is none of the logs');
  else {
    if (bundle.vkey !== own.vkey) findings.add('vkey', `is not the key of ${own.place}`);
    if (bundle.checkpoint !== own.checkpoint) findings.add('checkpoint', `is not the checkpoint of ${own.place}`);
  }
  const logs = bundle.logs.flatMap((log) => trustLog(log, trust, findings) ?? []);
  const ownKeys = logs.find((log) => log.origin === bundle.origin)?.keys;
  const opened = ownKeys === undefined ? undefined : openTrusted(bundle.checkpoint, ownKeys, trust.policy);
  if (isWrong(opened)) findings.add('checkpoint', opened.wrong);
  return logs;
}

function proveIn(item: Item, logs: readonly TrustedLog[], findings: Findings): Proven[] {
  const log = logs.find((candidate) => candidate.log === item.log);
  if (log === undefined) findings.add(`${item.place}.log`, `is no log with a checkpoint that you trust`);
  return [proveItem(item, log?.checkpoint, findings) ?? []].flat();
}

/**
 * Each entry has the next n, names the leaf hash of the one before, is about this person, and stands after it in the
 * ledger.
 */
function checkSequence(bundle: Bundle, entries: readonly Proven[], findings: Findings): void {
  if (bundle.subject !== null && !isSubject(bundle.subject)) findings.add('subject', 'is not a subject');
  let before: Proven | undefined;
  for (const proven of entries) {
    const { item, entry } = proven;
    const expected = (before?.entry.n ?? 0) + 1;
    if (entry.subject !== bundle.subject) findings.add(`${item.place}.entry`, 'is about another person');
    if (entry.n !== expected)
      findings.add(`${item.place}.entry`, `has n = ${entry.n ?? 'none'} where n = ${expected} belongs`);
    else if (before !== undefined && !(entry.prev !== undefined && sameBytes(entry.prev, before.leafHash))) {
      findings.add(`${item.place}.entry`, `names another entry before it than n = ${before.entry.n}`);
    }
    if (before !== undefined && !isAfter(item, before.item))
      findings.add(`${item.place}.index`, 'does not come after the entry before it');
    before = proven;
  }
}

const isAfter = (item: Item, before: Item): boolean =>
  item.log > before.log || (item.log === before.log && item.index > before.index);

function checkNothingTwice(all: readonly Proven[], findings: Findings): void {
  const seen = new Set<string>();
  for (const { item, entry } of all) {
    for (const name of [`${item.log}/${item.index}`, entry.id]) {
      if (seen.has(name)) findings.add(item.place, `stands in the bundle twice (${name})`);
      seen.add(name);
    }
  }
}

/** Each log but the first one here shows by its first entry that it goes on from the one before, as that one ends. */
function checkContinuations(logs: readonly TrustedLog[], all: readonly Proven[], findings: Findings): void {
  const ordered = [...logs].sort((a, b) => a.log - b.log);
  for (const [at, log] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before === undefined) continue;
    const first = all.find(({ item }) => item.log === log.log && item.index === 0);
    const json =
      first?.entry.kind !== 'log.continued' || first.item.payload === null
        ? undefined
        : parseStrictJson(first.item.payload);
    const payload = json === undefined || isWrong(json) || !isObject(json.value) ? undefined : json.value;
    const { size, root } = before.checkpoint;
    const fault = continuationFault(payload, { log: before.log, origin: before.origin, size, root });
    if (fault !== undefined) findings.add(`log ${log.log}`, fault);
  }
}

/** In one log, a later entry is never recorded at an earlier time. */
function checkTimes(all: readonly Proven[], findings: Findings): void {
  const ordered = [...all].sort((a, b) => a.item.log - b.item.log || a.item.index - b.item.index);
  for (const [at, { item, entry }] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before?.item.log === item.log && entry.at < before.entry.at)
      findings.add(`${item.place}.entry`, 'says an earlier time than an entry before it');
  }
}

function checkEmptied(all: readonly Proven[], findings: Findings): number {
  const ranges: Range[] = [];
  for (const { item, entry } of all) {
    if (!isCoveringKind(entry.kind) || item.payload === null) continue;
    const named = rangesIn(item.payload);
    if (named === undefined) findings.add(`${item.place}.payload`, 'does not name the entries that it covers');
    // A fact covers only what was recorded before it.
    else
      ranges.push(
        ...named.map((range) =>
          range.log === item.log ? { ...range, to: Math.min(range.to, item.index - 1) } : range,
        ),
      );
  }
  const emptied = all.filter(({ item }) => item.payload === null);
  for (const { item } of emptied) {
    if (!isCovered(ranges, item.log, item.index))
      findings.add(`${item.place}.payload`, 'was left out, and no erasure or retention fact here covers it');
  }
  return emptied.length;
}

interface HeadCheck {
  readonly entries: readonly Proven[];
  readonly findings: Findings;
}

/** The signed head is the operator's word on how many entries there are; a bundle that shows fewer or others is bad. */
function checkHead(bundle: Bundle, logs: readonly TrustedLog[], { entries, findings }: HeadCheck): Head | undefined {
  const log = logs.find((candidate) => candidate.origin === bundle.origin);
  if (bundle.head === null) {
    if (bundle.subject !== null || bundle.entries.length > 0) findings.add('head', 'is missing');
    return undefined;
  }
  if (log === undefined) return undefined;
  const head = openHead(bundle.head, log.keys);
  if (isWrong(head)) {
    findings.add('head', head.wrong);
    return undefined;
  }
  const last = entries.at(-1);
  if (head.origin !== bundle.origin) findings.add('head', 'is of another log');
  if (head.subject !== bundle.subject) findings.add('head', 'is about another person');
  if (head.n !== bundle.entries.length)
    findings.add('head', `says n = ${head.n}, and the bundle holds ${bundle.entries.length} entries`);
  if (last === undefined || !sameBytes(head.leafHash, last.leafHash))
    findings.add('head', 'contradicts the last entry: another leaf hash');
  if (head.size !== log.checkpoint.size)
    findings.add('head', `says tree size ${head.size}, and the checkpoint says ${log.checkpoint.size}`);
  return head;
}
