/**
 * The record of one person, entry by entry, each with the sentence that says what it is.
 * Flow:    ask.ts (with opened facts) → here → http (JSON) and pages/ledger-page.
 * Promise: an entry whose content is gone keeps its place and its hash; nothing is left out.
 * Source:  docs/design.md 5 and 8.
 */

import { inForceOrFirst, type Registry } from '../../evaluation/registry.ts';
import type { Actor } from '../../facts/fact.ts';
import { factSentence, type NameOf } from '../../language/fact-sentence.ts';
import type { TextOrMap } from '../../language/text.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { HeldBackReason } from '../../vocabulary/review.ts';
import type { Reader } from '../reader.ts';

/** An entry as it is read back; without a payload where an erasure or the end of storage covers it. */
interface ReadEntry {
  readonly log: number;
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly n?: number;
  readonly id?: string;
  readonly kind?: string;
  readonly at?: number;
  readonly actor?: Actor;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly withheld?: HeldBackReason;
}

interface EntryAnswer {
  readonly log: number;
  readonly index: number;
  readonly n: number | null;
  readonly id: string | null;
  readonly kind: string | null;
  readonly at: string | null;
  /** When it happened; as `at` where nobody said that it was earlier. */
  readonly happenedAt: string | null;
  readonly actor: Actor | null;
  readonly leafHash: string;
  readonly words: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly erased: boolean;
  readonly withheld?: HeldBackReason;
}

/** The published names in the person's language, newest version; a key that was never published stays a key. */
export const namesIn =
  (registry: Registry, now: number, reader: Reader): NameOf =>
  (what, key) => {
    const versions = what === 'purpose' ? registry.purposes.get(key) : registry.aiSystems.get(key);
    return (
      reader.text(
        inForceOrFirst<{ effectiveFrom: number; body: { name: Record<string, string> } }>(versions, now)?.body.name,
      ) ?? key
    );
  };

const isText = (value: unknown): value is TextOrMap =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => typeof one === 'string');

/**
 * The sentence picks published texts by itself; here the reader hears of those that it had to show in another language.
 */
function readPublishedTexts(payload: Readonly<Record<string, unknown>> | undefined, reader: Reader): void {
  for (const name of ['what', 'outcome', 'name', 'title']) if (isText(payload?.[name])) reader.text(payload[name]);
}

/** When it happened, as whoever reported it said; when it was recorded where nothing was said. */
function happenedAt({ at, payload }: ReadEntry): string | null {
  const said = payload?.occurredAt;
  if (typeof said === 'string') return said;
  return at === undefined ? null : timeOf(at);
}

export function entryAnswer(entry: ReadEntry, reader: Reader, nameOf: NameOf): EntryAnswer {
  const { payload, kind, withheld } = entry;
  const told = { kind: kind ?? '', ...defined({ payload, through: entry.actor?.through }) };
  readPublishedTexts(payload, reader);
  return {
    log: entry.log,
    index: entry.index,
    n: entry.n ?? null,
    id: entry.id ?? null,
    kind: kind ?? null,
    at: entry.at === undefined ? null : timeOf(entry.at),
    happenedAt: happenedAt(entry),
    actor: entry.actor ?? null,
    leafHash: base64(entry.leafHash),
    words:
      withheld === undefined ? factSentence(reader.language, told, nameOf) : reader.say('console.desk.own-view-first'),
    ...defined({ payload }),
    erased: payload === undefined && withheld === undefined,
    ...defined({ withheld }),
  };
}
