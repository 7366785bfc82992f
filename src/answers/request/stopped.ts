/**
 * What a request has stopped, as its letter says it; and which uses the form lets a person name.
 * Flow:    ask-letter.ts, http (the form) → here → language.
 * Promise: each limit and each withdrawal with the day since which it counts, and how the person can change it.
 * Source:  GDPR 12(3), 18, 21; decision 0023.
 */
import { basisFor } from '../../evaluation/case.ts';
import { inForceOrFirst, type Purpose, type Registry } from '../../evaluation/registry.ts';
import { limitSpeaksOf, limitStops } from '../../evaluation/rows/limits.ts';
import { basisWords } from '../../language/reasons.ts';
import type { Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import { isOpenRequest, type RequestKind } from '../../vocabulary/request.ts';
import { limitsAskedBy, saysNo, stopsWhileWaiting } from '../../vocabulary/request-limits.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Letter, LetterSection } from './letter.ts';

interface Told {
  readonly registry: Registry;
  readonly now: number;
  readonly reader: Reader;
}

/** A purpose that goes on under every law of the person, though this no speaks of it; and on what it rests. */
function goesOn(
  { purpose, kind, regimes }: { purpose: Purpose; kind: LimitKind; regimes: readonly string[] },
  { now, reader }: Told,
): readonly string[] {
  const grounds = regimes.map((regime) => ({ regime, basis: basisFor(purpose, regime, now) }));
  if (grounds.some((ground) => limitStops(purpose, kind, ground))) return [];
  const name = reader.text(purpose.body.name) ?? purpose.key;
  const why = [...new Set(grounds.map(({ basis }) => basisWords(reader.language, basis ?? '')))].join(', ');
  // What law leaves open of restricted data is open for its own reason, and not for the basis.
  const hasWhy = kind === 'restriction' ? 'no' : 'yes';
  return [reader.say('letter.stopped.goes-on', { purpose: name, hasWhy, why })];
}

/**
 * What this request cannot stop, so that its letter claims nothing: the purpose that it names, or what its kind speaks
 * of. An objection to everything speaks only of what can be objected to.
 */
function notStopped(row: RequestRow, told: Told): readonly string[] {
  return (row.stopped ?? []).flatMap((stop) => {
    const { kind, purpose: named } = stop;
    if (kind === 'consent' || (named === undefined && kind === 'objection')) return [];
    return [...told.registry.purposes].flatMap(([key, versions]) => {
      const purpose = inForceOrFirst(versions, told.now);
      const isMeant = named === undefined || named === key;
      return purpose === undefined || !isMeant || !limitSpeaksOf(purpose, kind)
        ? []
        : goesOn({ purpose, kind, regimes: row.regimes }, told);
    });
  });
}

function stoppedItems({ stopped = [] }: RequestRow, { registry, now, reader }: Told): readonly string[] {
  return stopped.map(({ kind, purpose, since }) => {
    const name = purpose === undefined ? undefined : inForceOrFirst(registry.purposes.get(purpose), now)?.body.name;
    return reader.say('letter.stopped.item', {
      what: reader.say(kind === 'consent' ? 'letter.stopped.consent' : `limit.${kind}`),
      hasPurpose: purpose === undefined ? 'no' : 'yes',
      purpose: reader.text(name) ?? purpose ?? '',
      day: reader.date(Date.parse(since)),
    });
  });
}

/** Where the one purpose that was named goes on, nothing has stopped, and the heading does not say so. */
const titleOf = (row: RequestRow, told: Told): string =>
  row.stopped?.length === 1 && row.stopped[0]?.purpose !== undefined && notStopped(row, told).length > 0
    ? told.reader.say('letter.stopped.noted')
    : told.reader.say('letter.stopped.title');

/** Nothing for a request that says no to nothing, and for one from before requests stopped anything. */
export function stoppedSection(row: RequestRow, told: Told): LetterSection | undefined {
  if (row.stopped === undefined) return undefined;
  const { reader } = told;
  const title = reader.say('letter.stopped.title');
  if (stopsWhileWaiting(row.kind) !== undefined)
    return isOpenRequest(row.state) ? { title, paragraphs: [reader.say('letter.stopped.waits')] } : undefined;
  if (!saysNo(row.kind)) return undefined;
  if (row.stopped.length === 0) return { title, paragraphs: [reader.say('letter.stopped.none')] };
  const links = [{ title: reader.say('page.nav.choices'), href: '/me/choices' }];
  const paragraphs = [reader.say('letter.stopped.stays'), ...notStopped(row, told)];
  return { title: titleOf(row, told), list: stoppedItems(row, told), paragraphs, links };
}

export const withSection = (letter: Letter, section: LetterSection | undefined): Letter =>
  section === undefined ? letter : { ...letter, sections: [section, ...letter.sections] };

interface UseToStop {
  readonly purpose: string;
  readonly name: string;
}

/** The uses that a request of this kind can name; of any such kind where none is chosen yet. */
export async function askUsesToStop(
  reads: Reads,
  { kind, language }: { readonly kind?: RequestKind; readonly language: string },
): Promise<readonly UseToStop[]> {
  if (kind !== undefined && !saysNo(kind)) return [];
  const limit = kind === undefined ? undefined : limitsAskedBy[kind];
  const reader = readerOf(language, reads.settings.timeZone);
  const { purposes } = await reads.registry();
  return [...purposes.values()].flatMap((versions) => {
    const purpose = inForceOrFirst(versions, reads.now());
    if (purpose === undefined || (limit !== undefined && !limitSpeaksOf(purpose, limit))) return [];
    return [{ purpose: purpose.key, name: reader.text(purpose.body.name) ?? purpose.key }];
  });
}
