/**
 * What the person was told of a request, whether it reached them, and what law wants them told that has not.
 * Flow:    the facts of its messages → here → request-row.ts (`told`), the queue of what is owed, answers for staff.
 * Promise: a message that lies in a folder, or that nobody could take, has reached nobody; whoever asked on their own
 *          page is told there.
 * Source:  GDPR 12(3), 12(4); 11 CCR 7021(a); DPA 2018 s 164A; decision 0087.
 */
import type { DecidedFactOf, Instant } from '../../facts/fact.ts';
import type { MessageTemplate } from '../../vocabulary/message.ts';
import type { RequestChannel, RequestState } from '../../vocabulary/request.ts';

/** One message about a request, and how its way ended. */
export interface ToldOfRequest {
  readonly message: string;
  readonly template: MessageTemplate;
  readonly at: Instant;
  readonly end?: 'sent' | 'filed' | 'given-up' | 'handed-over';
  readonly endedAt?: Instant;
}

type Ending = 'message.sent' | 'message.given-up' | 'message.handed-over';

export const toldBy = ({ id, at, payload }: DecidedFactOf<'message.written'>): ToldOfRequest => ({
  message: id,
  template: payload.template,
  at,
});

function endOf({ kind, payload }: DecidedFactOf<Ending>): NonNullable<ToldOfRequest['end']> {
  if (kind === 'message.handed-over') return 'handed-over';
  if (kind === 'message.given-up') return 'given-up';
  return 'channel' in payload && payload.channel === 'file' ? 'filed' : 'sent';
}

/** The list with the end of one message in it. */
export const endedBy = (told: readonly ToldOfRequest[], fact: DecidedFactOf<Ending>): readonly ToldOfRequest[] =>
  told.map((each) => (each.message === fact.payload.message ? { ...each, end: endOf(fact), endedAt: fact.at } : each));

/** The part of a row that says who asked, how far it is, and until when they had to be told. */
interface Clocked {
  readonly subject?: string;
  readonly state: RequestState;
  readonly channel: RequestChannel;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly ackDueAt?: Instant;
  /** The last day before it was extended: until then the extension had to be told. */
  readonly noticeDueAt?: Instant;
  readonly told?: readonly ToldOfRequest[];
}

const hasReached = ({ channel }: Clocked, { end }: ToldOfRequest): boolean =>
  end === 'sent' || end === 'handed-over' || channel === 'self';

/** Since when the person knows that the request is with us; nothing where nobody told them. */
export function acknowledgedAt(row: Clocked): Instant | undefined {
  if (row.channel === 'self') return row.receivedAt;
  const reached = (row.told ?? []).filter((each) => hasReached(row, each));
  return reached.length === 0 ? undefined : Math.min(...reached.map(({ at, endedAt = at }) => endedAt));
}

/** Something that law wants the person told of. */
interface Untold {
  readonly what: 'receipt' | 'extension' | 'answer';
  /** What was written; absent where nothing was. */
  readonly message?: string;
  readonly dueAt: Instant;
  /** Nothing more happens to it by itself: somebody has to tell them. */
  readonly isStuck: boolean;
}

const answers: ReadonlySet<MessageTemplate> = new Set([
  'request-answered',
  'explanation-ready',
  'request-denied',
  'limit-lifted',
]);

function owedBy(row: Clocked, { message, template, end }: ToldOfRequest): readonly Untold[] {
  const isStuck = end !== undefined;
  if (template === 'request-extended')
    return [{ what: 'extension', message, dueAt: row.noticeDueAt ?? row.dueAt, isStuck }];
  return answers.has(template) ? [{ what: 'answer', message, dueAt: row.dueAt, isStuck }] : [];
}

function receiptOwed(row: Clocked): readonly Untold[] {
  const { ackDueAt: dueAt, state, told = [] } = row;
  if (dueAt === undefined || state === 'cancelled' || acknowledgedAt(row) !== undefined) return [];
  const first = told.find(({ template }) => template === 'request-received');
  if (first === undefined) return [{ what: 'receipt', dueAt, isStuck: true }];
  return [{ what: 'receipt', message: first.message, dueAt, isStuck: first.end !== undefined }];
}

/** What law wants told and has not reached the person: whatever reached them later says how things stand. */
export function untold(row: Clocked): readonly Untold[] {
  const { told = [], subject } = row;
  if (subject === undefined) return [];
  const since = told.findLastIndex((each) => hasReached(row, each)) + 1;
  return [...receiptOwed(row), ...told.slice(since).flatMap((each) => owedBy(row, each))];
}

/** By when the next of it is due; null where nothing is owed. */
export function untoldDueAt(row: Clocked): Instant | null {
  const owed = untold(row);
  return owed.length === 0 ? null : Math.min(...owed.map(({ dueAt }) => dueAt));
}
