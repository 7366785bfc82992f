/**
 * One entry as a row of the audit: what kind it is in words, which AI system, about whom, by whom.
 * Flow:    audit.ts, export.ts → here.
 * Promise: of a person no more than views hold in clear: pseudonym, keys, codes and times; an erased entry keeps its
 *          place and its hash.
 * Source:  decision 0004; docs/design.md 12.
 */
import type { Actor } from '../../facts/fact.ts';
import { reasonSentence } from '../../language/reasons.ts';
import { isMessageKey } from '../../language/say.ts';
import type { ChainEntry } from '../../ports/reads.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { type ConsoleContext, systemName } from '../console/review-card.ts';
import type { Reader } from '../reader.ts';

/** What the eye tells apart; each has its words, too. */
type RowLook = 'allowed' | 'refused' | 'reported' | 'person' | 'erased' | 'plain';

export interface AuditRow {
  readonly log: number;
  readonly index: number;
  readonly place: number;
  /** RFC 3339; null once erased. */
  readonly at: string | null;
  readonly kind: string | null;
  readonly look: RowLook;
  readonly words: string;
  /** Why a use was allowed or refused, or that the content is held back. */
  readonly because?: string;
  readonly aiSystem?: { readonly key: string; readonly name: string };
  readonly purpose?: string;
  readonly reason?: string;
  readonly subject?: string;
  readonly actor?: Actor;
  /** Padded base64. */
  readonly leafHash: string;
}

const looks: Readonly<Record<string, RowLook>> = {
  'use.allowed': 'allowed',
  'training.included': 'allowed',
  'use.refused': 'refused',
  'use.reported': 'reported',
  'review.concluded': 'person',
};

/** What a kind of fact is called; one from a later version by its own name. */
function kindWords(reader: Reader, kind: string): string {
  const key = `console.audit.kind.${kind}`;
  return isMessageKey(key) ? reader.say(key) : kind;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The key of the system, also where the registry speaks about it. */
const systemOf = ({ kind, payload }: ChainEntry): string | undefined =>
  kind?.startsWith('ai-system.') === true ? textOf(payload?.key) : textOf(payload?.aiSystem);

/** What codes say about a use; nothing else of a content stands in a list. */
function codesOf(entry: ChainEntry, { language }: Reader) {
  const isUse = entry.kind?.startsWith('use.') === true || entry.kind === 'training.included';
  const reason = isUse ? textOf(entry.payload?.reason) : undefined;
  return defined({
    purpose: isUse ? textOf(entry.payload?.purpose) : undefined,
    reason,
    because: reason === undefined ? undefined : reasonSentence(language, reason, 'officer'),
  });
}

export function auditRow(entry: ChainEntry, work: ConsoleContext): AuditRow {
  const { log, index, at, kind, subject, actor, leafHash, withheld } = entry;
  const { reader } = work;
  const place = { log, index, place: placeOf(entry), leafHash: base64(leafHash) };
  if (kind === undefined)
    return { ...place, at: null, kind: null, look: 'erased', words: reader.say('console.audit.erased') };
  const key = systemOf(entry);
  return {
    ...place,
    at: at === undefined ? null : timeOf(at),
    kind,
    look: looks[kind] ?? 'plain',
    words: kindWords(reader, kind),
    ...codesOf(entry, reader),
    ...(withheld === undefined ? {} : { because: reader.say('console.desk.own-view-first') }),
    ...(key === undefined ? {} : { aiSystem: { key, name: systemName(key, work) } }),
    ...defined({ subject, actor }),
  };
}
