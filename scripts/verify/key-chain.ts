/**
 * Which key may sign for a log now: from the key that the reader pins, along the log's own key changes, to the newest.
 * Flow:    bundle's logs and the pinned keys → here → the log's checkpoint, opened.
 * Promise: a key is believed only when it is pinned, or named by a fact under a checkpoint of the key before it.
 * Source:  docs/design.md 5 (`log.key-changed`).
 */
import type { BundleLog, KeyItem } from './bundle.ts';
import type { Checkpoint } from './checkpoint.ts';
import { proveItem } from './proven.ts';
import { isObject, parseStrictJson } from './strict-json.ts';
import { openTrusted, type Trust } from './trust.ts';
import { parseVkey, type Vkey } from './vkey.ts';
import { type Findings, isWrong } from './wrong.ts';

/** A log of the bundle whose checkpoint a trusted key signed. */
export interface TrustedLog {
  readonly log: number;
  readonly origin: string;
  readonly keys: readonly Vkey[];
  readonly checkpoint: Checkpoint;
}

export function trustLog(log: BundleLog, trust: Trust, findings: Findings): TrustedLog | undefined {
  const pinned = trust.keys.filter((key) => key.name === log.origin);
  if (!log.origin.endsWith(`/${log.log}`)) findings.add(`${log.place}.origin`, `is not the origin of log ${log.log}`);
  if (pinned.length === 0) {
    findings.add(
      `${log.place}.origin`,
      `is no log whose key you trust (trusted: ${trust.keys.map((key) => key.name).join(', ')})`,
    );
    return undefined;
  }
  const keys = followChanges(log, pinned, { trust, findings });
  if (!keys.some((key) => key.text === log.vkey))
    findings.add(`${log.place}.vkey`, 'is not the key that you trust for this log');
  const checkpoint = openTrusted(log.checkpoint, keys, trust.policy);
  if (isWrong(checkpoint)) {
    findings.add(`${log.place}.checkpoint`, checkpoint.wrong);
    return undefined;
  }
  return { log: log.log, origin: log.origin, keys, checkpoint };
}

interface Following {
  readonly trust: Trust;
  readonly findings: Findings;
}

function followChanges(log: BundleLog, pinned: readonly Vkey[], following: Following): readonly Vkey[] {
  const newestPinned = log.keys.findLastIndex((item) => pinned.some((key) => key.text === item.vkey));
  let keys = pinned;
  for (const item of log.keys.slice(newestPinned + 1)) {
    const next = changedKey(
      item,
      openTrusted(item.checkpoint ?? log.checkpoint, keys, following.trust.policy),
      following.findings,
    );
    if (next === undefined || next.name !== log.origin) {
      following.findings.add(`${item.place}.vkey`, 'is not named by a key change under the key before it');
      return keys;
    }
    keys = [next];
  }
  return keys;
}

function changedKey(item: KeyItem, under: ReturnType<typeof openTrusted>, findings: Findings): Vkey | undefined {
  if (isWrong(under)) {
    findings.add(`${item.place}.checkpoint`, under.wrong);
    return undefined;
  }
  const proven = proveItem(item, under, findings);
  const payload = item.payload === null ? undefined : parseStrictJson(item.payload);
  const named =
    payload === undefined || isWrong(payload) || !isObject(payload.value) ? undefined : payload.value['vkey'];
  if (proven?.entry.kind !== 'log.key-changed' || named !== item.vkey) return undefined;
  const vkey = parseVkey(item.vkey);
  return isWrong(vkey) ? undefined : vkey;
}
