/**
 * Asks for the breach register as a report: each breach noticed in the time, how it stands, and how many people it
 * reached.
 * Flow:    http → here → answers/breach.
 * Promise: every breach counts, also one that nobody had to be told of; nobody is named.
 * Source:  GDPR 33(5), 34; docs/law.md 8; decision 0117.
 */
import type { Reads } from '../../ports/reads.ts';
import { csvLine, csvStart } from '../../vocabulary/csv.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { affectedBy, askBreaches } from '../breach/ask.ts';
import type { TimeSpan } from '../oversight/ask.ts';

export async function askBreachReport(reads: Reads, { from, to }: TimeSpan) {
  const now = reads.now();
  const all = (await askBreaches(reads)).filter(({ noticedAt }) => {
    const noticed = Date.parse(noticedAt);
    return noticed >= from && noticed < to;
  });
  const breaches = [];
  for (const breach of all) breaches.push({ ...breach, affected: await reads.affectedCount(affectedBy(breach, now)) });
  return {
    from: timeOf(from),
    to: timeOf(to),
    generatedAt: timeOf(now),
    late: all.filter(({ isLate }) => isLate).length,
    open: all.filter(({ authority, people }) => authority.state === 'open' || people.state === 'open').length,
    breaches,
  };
}

export type BreachReport = Awaited<ReturnType<typeof askBreachReport>>;
type Row = BreachReport['breaches'][number];

const lastTold = ({ said }: Row['authority']): string =>
  said.findLast(({ toldAt }) => toldAt !== null)?.toldAt ?? said.at(-1)?.ground ?? '';
const noted = ({ notes }: Row, topic: string): string =>
  notes
    .filter(({ about }) => about === topic)
    .map(({ text }) => text)
    .join('\n');

const columns: readonly (readonly [string, (row: Row) => string | number | null])[] = [
  ['breach', ({ id }) => id],
  ['noticed', ({ noticedAt }) => noticedAt],
  ['what', ({ what }) => what],
  ['facts', (row) => noted(row, 'facts')],
  ['effects', (row) => noted(row, 'effects')],
  ['measures', (row) => noted(row, 'measures')],
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['aiSystems', ({ aiSystems }) => aiSystems.join(' ')],
  ['purposes', ({ purposes }) => purposes.join(' ')],
  ['dataCategories', ({ dataCategories }) => dataCategories.join(' ')],
  ['people', ({ affected }) => affected.people],
  ['uses', ({ affected }) => affected.uses],
  ['rule', ({ clocks }) => clocks.map(({ rule, source }) => `${rule} ${source}`).join('; ')],
  ['due', ({ dueAt }) => dueAt],
  ['late', ({ isLate }) => (isLate ? 'yes' : 'no')],
  ['authority', ({ authority }) => authority.state],
  ['authorityToldOrGround', ({ authority }) => lastTold(authority)],
  ['lateBecause', ({ authority }) => authority.said.flatMap(({ lateBecause }) => lateBecause ?? []).join('\n')],
  ['peopleTold', ({ people }) => people.state],
  ['peopleToldOrGround', ({ people }) => lastTold(people)],
];

export const breachTable = ({ breaches }: BreachReport): string =>
  csvStart +
  csvLine(columns.map(([name]) => name)) +
  breaches.map((row) => csvLine(columns.map(([, value]) => value(row)))).join('');
