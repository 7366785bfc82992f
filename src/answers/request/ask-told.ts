/**
 * Who was told of a correction or a restriction: connected systems, published recipients and whomever those who
 * answered wrote to.
 * Flow:    http, ask-letter.ts → here → ports/reads.
 * Promise: told is only who answered, whose reader has come past the word in the feed, or whom somebody says they
 *          told; of all others it says so.
 * Source:  GDPR 19; decision 0038; decision 0106.
 */
import { recipientsIn } from '../../evaluation/recipients.ts';
import type { Accepted } from '../../facts/task.ts';
import type { Reads } from '../../ports/reads.ts';
import { factPosition } from '../../views/change/position.ts';
import { payloadOfKind } from '../../views/of-kind.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isAfterwards, isToldWork } from '../../vocabulary/task.ts';
import { askWholeChain } from '../ledger/ask.ts';
import type { Reader } from '../reader.ts';
import type { LetterSection } from './letter.ts';

interface RecipientTold {
  readonly name: string;
  readonly recipient?: string;
  readonly by: 'connected-system' | 'changes-feed' | 'staff';
  readonly told: 'told' | 'not-yet' | 'not-known';
  readonly at?: string;
}

/** What was answered, and where it stands in the feed. */
interface Answered {
  /** Whom those who answered say they told. */
  readonly byStaff: readonly string[];
  readonly position?: number;
}

/** The answer, or as long as systems are told, what was decided. */
async function correctionIn(reads: Reads, { id, subject = '', tasks = [] }: RequestRow): Promise<Answered | undefined> {
  const steps = await askWholeChain(reads, subject, { kinds: ['request.fulfilled', 'task.opened'] });
  const decided = new Set(tasks.flatMap(({ accepted }) => accepted ?? []));
  for (const entry of steps.toReversed()) {
    const ended = payloadOfKind('request.fulfilled', entry);
    if (ended?.request === id)
      return { byStaff: namesIn(ended), ...(ended.corrected === true ? { position: factPosition(entry) } : {}) };
    if (decided.has(entry.id ?? '')) return { byStaff: namesIn(payloadOfKind('task.opened', entry)?.accepted) };
  }
  return undefined;
}

const namesIn = (answer: Pick<Accepted, 'rectified'> | undefined): readonly string[] => [
  ...new Set((answer?.rectified ?? []).flatMap(({ told }) => told)),
];

/** A restriction stands in the feed as the limit that it set. */
async function restrictionIn(reads: Reads, { stopped = [] }: RequestRow): Promise<Answered | undefined> {
  const facts = await reads.facts(stopped.map(({ fact }) => fact));
  const places = [...facts.values()].map(factPosition);
  return stopped.length === 0
    ? undefined
    : { byStaff: [], ...(places.length === 0 ? {} : { position: Math.max(...places) }) };
}

const isUndone = ({ state }: RequestRow): boolean => state === 'denied' || state === 'cancelled';

const systemsTold = ({ tasks = [] }: RequestRow): readonly RecipientTold[] =>
  tasks
    .filter(({ work }) => !isAfterwards(work))
    .map(({ name, doneAt }) => ({
      name,
      by: 'connected-system',
      ...(doneAt === undefined ? { told: 'not-yet' } : { told: 'told', at: timeOf(doneAt) }),
    }));

async function published(
  reads: Reads,
  { subject, position }: { readonly subject: string; readonly position: number | undefined },
  reader: Reader,
): Promise<readonly RecipientTold[]> {
  const registry = await reads.registry();
  const found = recipientsIn(await reads.gotFrom(subject), registry);
  return Promise.all(
    found.map(async ({ recipient, name }): Promise<RecipientTold> => {
      const bound = registry.recipients.get(recipient)?.at(-1)?.body.reader;
      const read = bound === undefined ? undefined : await reads.feedReadBy(reads.actorOf(bound));
      const hasRead = position !== undefined && read !== undefined && read.position >= position;
      return {
        name: reader.text(name) ?? recipient,
        recipient,
        by: 'changes-feed',
        ...(hasRead ? { told: 'told', at: timeOf(read.at) } : { told: 'not-known' }),
      };
    }),
  );
}

/** Nothing for requests of other kinds, and for one of which nobody had to be told yet. */
export async function askRecipientsTold(
  reads: Reads,
  row: RequestRow,
  reader: Reader,
): Promise<readonly RecipientTold[] | undefined> {
  const { kind, subject } = row;
  if (!isToldWork(kind) || subject === undefined || isUndone(row)) return undefined;
  const answered = await (kind === 'rectification' ? correctionIn(reads, row) : restrictionIn(reads, row));
  if (answered === undefined) return undefined;
  const { byStaff, position } = answered;
  return [
    ...systemsTold(row),
    ...(await published(reads, { subject, position }, reader)),
    ...byStaff.map((name) => ({ name, by: 'staff', told: 'told' }) as const),
  ];
}

function words({ name, by, told, at }: RecipientTold, kind: string, reader: Reader): string {
  if (by === 'staff') return reader.say('letter.told.staff', { name });
  if (told === 'not-yet') return reader.say('letter.told.not-yet', { name });
  if (at === undefined) return reader.say('letter.erasure.told.row', { name });
  const day = reader.date(Date.parse(at));
  return by === 'changes-feed'
    ? reader.say('letter.told.read', { name, day, kind })
    : reader.say('letter.told.on', { name, day });
}

export function toldSection(
  told: readonly RecipientTold[] | undefined,
  kind: string,
  reader: Reader,
): LetterSection | undefined {
  if (told === undefined) return undefined;
  const title = reader.say('letter.erasure.told');
  if (told.length === 0) return { title, paragraphs: [reader.say('letter.told.nobody')] };
  return { title, list: told.map((each) => words(each, kind, reader)), paragraphs: [reader.say('letter.told.words')] };
}
