/**
 * Asks for the record of one person, for where a fact stands, and for proofs.
 * Flow:    http, other answers → here → ports/reads, person-ledger.ts.
 * Promise: an entry whose content is gone keeps its place and its hash; a proof is given only for a size that the log
 *          has reached.
 * Source:  docs/design.md 5 and 8.
 */
import type { EntryReference, RecordedFact } from '../../facts/fact.ts';
import { startOfDay } from '../../language/dates.ts';
import type { ChainEntry, PageQuery, Reads } from '../../ports/reads.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import { emptyPage } from '../page.ts';
import type { FoundPerson } from '../person.ts';
import { readerOf } from '../reader.ts';
import { dayAfter } from './bars.ts';
import { entryAnswer, namesIn } from './person-ledger.ts';

const ENTRIES_A_PAGE = 1000;

/** The whole chain of a person up to a size of the ledger, oldest first. */
export async function askWholeChain(
  reads: Reads,
  subject: string,
  wants: { readonly upTo?: TreePoint; readonly kinds?: readonly string[] } = {},
): Promise<ChainEntry[]> {
  const entries: ChainEntry[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await reads.chain(subject, { ...wants, limit: ENTRIES_A_PAGE, ...defined({ before }) });
    entries.push(...page.items);
    if (page.next === null) return entries.reverse();
    before = page.next;
  }
}

/** Where a fact stands, under the newest checkpoint of its log. */
export async function askEntryReference(
  reads: Reads,
  fact: Pick<RecordedFact, 'log' | 'index' | 'leafHash'>,
): Promise<EntryReference> {
  const checkpoint = (await reads.ledger.checkpoint(fact.log)) ?? '';
  return { log: fact.log, index: fact.index, leafHash: base64(fact.leafHash), checkpoint };
}

/** The number of the first entry of a person that was recorded after this day, for a list that begins with the day. */
async function beginBefore(reads: Reads, subject: string, day: string): Promise<number> {
  const to = startOfDay(dayAfter(day), reads.settings.timeZone);
  const [newest] = (await reads.entries({ subject, to, limit: 1 })).items;
  return (newest?.n ?? -1) + 1;
}

/** The record of somebody, one page, each entry with its sentence. */
export async function askPersonLedger(
  reads: Reads,
  { person, registry, now }: FoundPerson,
  { language, until, ...query }: PageQuery & { readonly language: string; readonly until?: string },
) {
  const subject = person.found === 'known' ? person.subject : null;
  const before =
    query.before ?? (subject === null || until === undefined ? undefined : await beginBefore(reads, subject, until));
  const page = subject === null ? emptyPage : await reads.chain(subject, { ...query, ...defined({ before }) });
  const reader = readerOf(language, reads.settings.timeZone);
  const nameOf = namesIn(registry, now, reader);
  const items = page.items.map((entry) => entryAnswer(entry, reader, nameOf));
  const checkpoint = (await reads.ledger.checkpoint(reads.ledger.log)) ?? null;
  return { subject, items, next: page.next, checkpoint, languageFallback: reader.fellBack() };
}

/** That an entry stands in the log of a size; nothing where there is no such entry or size. */
export async function askInclusion(
  reads: Reads,
  { log, index, treeSize: wanted }: { readonly log: number; readonly index: number; readonly treeSize?: number },
) {
  const newest = await reads.ledger.size(log);
  const treeSize = wanted ?? newest;
  const entry = index < treeSize && treeSize <= newest ? await reads.entry(log, index) : undefined;
  const proof = entry === undefined ? undefined : await reads.ledger.inclusion(log, index, treeSize);
  if (entry === undefined || proof === undefined) return undefined;
  const checkpoint = (await reads.ledger.checkpoint(log)) ?? '';
  return { log, index, treeSize, leafHash: base64(entry.leafHash), proof: proof.map(base64), checkpoint };
}

/** That a log only grew between two sizes; nothing where it has not reached them. */
export async function askConsistency(
  reads: Reads,
  query: { readonly log?: number; readonly from: number; readonly to?: number },
) {
  const { from, log = reads.ledger.log } = query;
  const newest = await reads.ledger.size(log);
  const to = query.to ?? newest;
  const proof = from <= to && to <= newest ? await reads.ledger.consistency(log, from, to) : undefined;
  if (proof === undefined) return undefined;
  const checkpoint = await reads.ledger.checkpoint(log);
  return { log, from, to, proof: proof.map(base64), ...defined({ checkpoint }) };
}
