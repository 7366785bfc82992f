/**
 * What may be asked of the house: committed facts, the state folded from them, and proofs.
 * Flow:    answers, http, scripts → here (types) → house.ts, which builds it.
 * Promise: whoever is given `Reads` and nothing else cannot change anything; the compiler holds that. Every read is of
 *          committed facts; a fault throws `Unavailable`, and an evaluation is never made from a state in doubt.
 * Source:  docs/design.md 1 and 4.
 */

import type { Hold } from '../evaluation/holds.ts';
import type { PersonState, Standing } from '../evaluation/person.ts';
import type { RulePack } from '../evaluation/property-rules.ts';
import type { GotFrom } from '../evaluation/recipients.ts';
import type { Registry } from '../evaluation/registry.ts';
import type { Actor, Instant, Payload, RecordedFact } from '../facts/fact.ts';
import type { Revocation } from '../views/access/access-fold.ts';
import type { ChangeRow } from '../views/change/change-row.ts';
import type { DecisionRow } from '../views/decision/decision-row.ts';
import type { MessageRow } from '../views/message/message-row.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import type { ReviewRow } from '../views/review/review-row.ts';
import type { TrainedOnRow } from '../views/training/training-row.ts';
import type { UncoveredRow } from '../views/use/uncovered-row.ts';
import type { UseRow } from '../views/use/use-row.ts';
import type { Contact } from '../vocabulary/contact.ts';
import type { PageLinks } from '../vocabulary/page-link.ts';
import type { TreePoint } from '../vocabulary/place.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { HeldBackReason } from '../vocabulary/review.ts';
import type { SettingShown } from '../vocabulary/setting.ts';
import type { NamedSystem } from '../vocabulary/task.ts';
import type { TrainingFilter, TrainingOutcome } from '../vocabulary/training.ts';
import type { SigningKind, WebhookState } from '../vocabulary/webhook.ts';
import type { BreachReads } from './breach-reads.ts';
import type { EvidencePages } from './evidence.ts';
import type { EntryCounts, LedgerReader } from './ledger-reader.ts';
import type { StaffReads } from './staff-reads.ts';

export interface Window {
  readonly from?: Instant;
  readonly to?: Instant;
}
export interface Page<Row> {
  readonly items: readonly Row[];
  /** Position to ask for next, or null at the end. */
  readonly next: number | null;
}

/**
 * Which page of a list that goes from the newest to the oldest: everything before a position, the first without one.
 */
export interface PageQuery {
  readonly before?: number;
  readonly limit: number;
}

/** Where a request stands among those that are due. */
export interface DuePlace {
  readonly due: Instant;
  readonly position: number;
}

export interface DueRequest extends DuePlace {
  readonly row: RequestRow;
}

/** A request with its place in the order of lists. */
export interface PlacedRequest {
  readonly position: number;
  readonly row: RequestRow;
}

/** One entry of a chain; payload, kind and the rest are absent once erased. */
export interface ChainEntry {
  readonly log: number;
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly id?: string;
  readonly kind?: string;
  readonly at?: Instant;
  readonly subject?: string;
  readonly n?: number;
  readonly actor?: Actor;
  readonly payload?: Payload;
  /** Why the content is there and not shown to whoever reads. */
  readonly withheld?: HeldBackReason;
}

/** Under which names a trace says whom, for what and by which AI system; the first one that is there counts. */
export interface TraceNames {
  readonly subject: readonly string[];
  readonly purpose: readonly string[];
  readonly aiSystem: readonly string[];
}

export interface HouseSettings {
  readonly defaultRegime: string;
  readonly timeZone: string;
  readonly holidays: readonly string[];
  readonly baseUrl: string;
  readonly company?: string;
  readonly traceNames: TraceNames;
  /** Systems that may hold data of the same people; usually none. */
  readonly systems: readonly NamedSystem[];
  /** Rules about what is no data of people, for AuthZEN; usually none. */
  readonly rulePacks: readonly RulePack[];
  /** Who answers for the data, and their data protection officer. */
  readonly contact?: Contact;
  readonly dpo?: Contact;
  /** Pages of the company that ours lead to. */
  readonly pageLinks?: PageLinks;
  /** What this service was started with, without secrets, for the page that shows it. */
  readonly shown?: readonly SettingShown[];
}

/** Which entries, each part only where it is given; newest first. */
export interface EntriesWanted extends Window, PageQuery {
  readonly kinds?: readonly string[];
  readonly subject?: string;
  /** Its uses, the decisions it had a part in, and what was published about it. */
  readonly aiSystem?: string;
  /** The pseudonym of whoever acted. */
  readonly actor?: string;
  /** Instead of `before`: those that stand next after this place in the ledger, shown newest first, too. */
  readonly after?: number;
}

/** Which entries are counted, each part only where it is given; a subject goes before an AI system. */
export interface EntriesCounted extends Window {
  readonly subject?: string;
  /** Its uses. */
  readonly aiSystem?: string;
}

export interface FeedRead {
  readonly position: number;
  readonly at: Instant;
}

/** Everything that may be asked. */
export interface Reads extends BreachReads, StaffReads {
  readonly settings: HouseSettings;
  now(): Instant;
  registry(): Promise<Registry>;
  /** Registry and people of one moment, for checks and pages, in the order asked. */
  see(identifiers: readonly string[], wants?: { readonly history?: boolean }): Promise<Seen>;
  /** People who were asked about apart: one whose rows do not fit is a problem in their place. */
  seeEach(identifiers: readonly string[]): Promise<SeenApart>;
  /** The identifiers of a person in clear, first linked first. */
  identifiersOf(subject: string): Promise<readonly string[]>;
  /** People by pseudonym, from this one on and with it, each with their identifiers in clear, first linked first. */
  peopleFrom(
    subject: string,
    limit: number,
  ): Promise<readonly { readonly subject: string; readonly identifiers: readonly string[] }[]>;
  /** Where letters go: the first address they confirmed, or that nobody has to confirm; else the first at all. */
  addressOf(subject: string): Promise<{ readonly email: string; readonly confirmed: boolean } | undefined>;
  /** Uses of a person, oldest first by n, after position `after` (n). */
  uses(subject: string, wants: Window & { readonly after?: number; readonly limit: number }): Promise<Page<UseRow>>;
  /** Reported uses of anybody that had no permission on record; newest first, `before` is a place in the ledger. */
  usesWithoutPermission(wants: Window & PageQuery): Promise<Page<UseRow>>;
  /** Model calls that no use on record covers, by everything that is known of them, the most first, at most so many. */
  uncoveredUses(between: { readonly from: Instant; readonly to: Instant }, limit: number): Promise<UncoveredCounts>;
  /** Newest first; `before` is a place in the ledger. */
  trainingRuns(
    wants: PageQuery & { readonly aiSystem?: string; readonly modelVersion?: string },
  ): Promise<Page<TrainingRun>>;
  /** As it stands at one moment, with how many of its people are still on record. */
  trainingRun(id: string): Promise<FoundRun | undefined>;
  /** Whose data went into a run, by pseudonym, after this one. */
  trainedOn(run: string, wants: { readonly after: string; readonly limit: number }): Promise<readonly TrainedOnRow[]>;
  /** The identifiers of several people in clear, first linked first. */
  identifiersOfEach(subjects: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  systemsReporting(): Promise<readonly string[]>;
  recordsSince(): Promise<Instant | null>;
  /** Newest first; `before` is an n. */
  decisions(subject: string, wants: Window & PageQuery): Promise<Page<DecisionRow> & { readonly total: number }>;
  /** Newest first. */
  requests(wants: {
    readonly subject?: string;
    readonly state?: string;
    readonly kind?: string;
    readonly before?: number;
    readonly limit: number;
  }): Promise<Page<RequestRow>>;
  request(id: string): Promise<RequestRow | undefined>;
  /** What used or judged the data of this person. */
  gotFrom(subject: string): Promise<GotFrom>;
  /** Those of which law wants the person told something that has not reached them, what is due first at the top. */
  untoldRequests(wants: { readonly limit: number; readonly after?: DuePlace }): Promise<readonly DueRequest[]>;
  /** Open requests with something to do for connected systems by then, the one due first in front, after a place. */
  requestsWithTasks(wants: {
    readonly before: Instant;
    readonly limit: number;
    readonly after?: DuePlace;
  }): Promise<readonly DueRequest[]>;
  /** Open requests that connected systems have to do with, in the order in which they came in, after a position. */
  requestsAtSystems(wants: { readonly after: number; readonly limit: number }): Promise<readonly PlacedRequest[]>;
  /** Newest first. */
  reviews(wants: {
    readonly subject?: string;
    readonly state?: string;
    readonly assignee?: string;
    readonly aiSystem?: string;
    readonly dueBefore?: Instant;
    readonly before?: number;
    readonly limit: number;
  }): Promise<Page<ReviewRow>>;
  review(id: string): Promise<ReviewRow | undefined>;
  /** The open reviews on which this member of staff (`act_…`) has a seat. */
  seatsOf(reviewer: string): Promise<readonly ReviewRow[]>;
  /** Every review of these decisions, oldest first. */
  reviewsOf(decisions: readonly string[]): Promise<readonly ReviewRow[]>;
  /** Newest first; `before` is an n. */
  messages(subject: string, wants: PageQuery): Promise<Page<MessageRow>>;
  /** The bytes of a file somebody sent; nothing where it is unknown or erased. */
  file(id: string): Promise<{ readonly subject: string; readonly bytes: Uint8Array } | undefined>;
  /** Decisions of one AI system by id, after the last one seen. */
  decisionsOf(
    system: string,
    wants: Window & { readonly after?: string; readonly limit: number },
  ): Promise<readonly DecisionRow[]>;
  /** Uses counted by AI system, outcome and quarter of an hour in which they happened. */
  useCounts(between: { readonly from: Instant; readonly to: Instant }): Promise<readonly UseCount[]>;
  /** Decisions made in that time, page by page. */
  decided(between: { readonly from: Instant; readonly to: Instant }): AsyncGenerator<DecisionRow>;
  everyReview(): AsyncGenerator<ReviewRow>;
  /** How everybody on record stands, in an order that means nothing, page by page. */
  everyStanding(): AsyncGenerator<Standing>;
  /** How far this reader (`act_…`) has read the feed of changes, and when it last came further. */
  feedReadBy(reader: string): Promise<FeedRead | undefined>;
  /** What was ended of tokens and principals, the newest first. */
  revocations(): readonly Revocation[];
  /** The stable pseudonym `act_…` of a token's `sub`. */
  actorOf(principal: string): string;
  isRequestSecret(request: string, secret: string): Promise<boolean>;
  /** Whether this is a fact about this person; nothing is opened for the answer. */
  isAbout(id: string, subject: string): Promise<boolean>;
  /** Facts by id, opened; absent where unknown or erased. */
  facts(ids: readonly string[]): Promise<ReadonlyMap<string, RecordedFact>>;
  /** A person's own chain, newest first; `before` is an n. */
  chain(
    subject: string,
    wants: {
      readonly before?: number;
      readonly limit: number;
      readonly kinds?: readonly string[];
      readonly upTo?: TreePoint;
    },
  ): Promise<Page<ChainEntry>>;
  /** A page may be short or empty and still have a next one; nothing that fits is left out. */
  entries(wants: EntriesWanted): Promise<Page<ChainEntry>>;
  entryCounts(wants: EntriesCounted): Promise<EntryCounts>;
  /** Nothing where counting takes longer than a page may wait. It goes on, so the next one to ask may have it. */
  entryCountsSoon(wants: EntriesCounted): Promise<EntryCounts | undefined>;
  entry(log: number, index: number): Promise<ChainEntry | undefined>;
  /** Whom somebody has to go after, at most so many of each. */
  followUps(limit: number): Promise<{
    /** Consents that an older no undid, where the person was not asked again since. */
    readonly undone: readonly {
      readonly subject: string;
      readonly purpose: string;
      /** When the no was said, and when it arrived. */
      readonly saidAt: Instant;
      readonly recordedAt: Instant;
    }[];
    /** People whose addresses differed in capitals only; the address leads to none of them. */
    readonly shared: readonly (readonly string[])[];
  }>;
  changes(
    after: number,
    limit: number,
  ): Promise<readonly (ChangeRow & { readonly position: number; readonly identifiers: readonly string[] })[]>;
  /** The position of the newest change, 0 before the first. */
  newestChange(): Promise<number>;
  /** Newest first. */
  webhooks(): Promise<readonly ShownWebhook[]>;
  webhook(id: string): Promise<ShownWebhook | undefined>;
  /** Newest first. */
  deliveriesOf(webhook: string, wants: PageQuery): Promise<Page<ShownDelivery>>;
  ledger: LedgerReader;
  /**
   * The evidence bundle of docs/design.md 5, of a `sub_…` or of nobody; `upTo` asks for the bundle at an earlier size
   * of the ledger.
   */
  evidence(subject: string | undefined, upTo?: TreePoint): Promise<unknown>;
  /** The same in pages, for an export of any size. */
  evidencePages(subject: string | undefined, upTo?: TreePoint): Promise<EvidencePages | undefined>;
  /** The legal holds on a person who is erased, under any of their identifiers; nothing of anybody else. */
  holdsOf(identifier: string): Promise<readonly KeptHold[]>;
  /** What such a hold keeps, opened. */
  heldBy(hold: string): Promise<readonly HeldEntry[]>;
  certificate(request: string): Promise<unknown | undefined>;
  /** An erasure that was begun and is not done, under its request or the fact that will certify it. */
  erasureUnderWay(id: string): Promise<UnfinishedErasure | undefined>;
  /** Rows that were met and are not what this service wrote: the table, and the pseudonym or keyed hash. */
  unfit(): readonly { readonly table: string; readonly key: string }[];
}

export interface TrainingRun extends TrainingFilter {
  readonly id: string;
  readonly registeredAt: Instant;
  /** How many people were put into it, those who were erased since included. */
  readonly included: number;
  readonly refused: number;
  /** Absent while it goes on. */
  readonly ended?: { readonly outcome: TrainingOutcome; readonly at: Instant };
  /** Its place in the ledger. */
  readonly position: number;
}

export interface FoundRun extends TrainingRun {
  readonly onRecord: number;
}

export interface UncoveredCounts {
  /** Of all of them, those that are not among the rows included. */
  readonly total: number;
  readonly rows: readonly (Omit<UncoveredRow, 'id' | 'at'> & {
    readonly count: number;
    readonly firstAt: Instant;
    readonly lastAt: Instant;
  })[];
}

/** An endpoint that changes are sent to; its secrets are shown to nobody. */
export interface ShownWebhook {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly signing: SigningKind;
  readonly state: WebhookState;
  /** The place in the feed of changes up to which everything has arrived. */
  readonly position: number;
  /** Failed tries of what comes next. */
  readonly tries: number;
  readonly nextAt: Instant | null;
  readonly failingSince: Instant | null;
  readonly madeAt: Instant;
  /** Until when the secret before the newest one signs, too. */
  readonly secretUntil: Instant | null;
}

/** What became of one try to deliver. */
interface ShownDelivery {
  readonly message: string;
  readonly what: string;
  readonly at: Instant;
  readonly ms: number;
  readonly status: number | null;
  readonly code: string | null;
}

interface UseCount {
  readonly system: string;
  readonly outcome: string;
  readonly covered: boolean | undefined;
  /** Start of the quarter of an hour. */
  readonly start: Instant;
  readonly count: number;
}

export interface Seen {
  readonly registry: Registry;
  readonly people: readonly PersonState[];
  readonly now: Instant;
}

interface SeenApart extends Omit<Seen, 'people'> {
  readonly people: readonly (PersonState | Problem)[];
}

/** Begun for good, and not finished while somebody waited: the person is refused everywhere, the rest goes on. */
export interface UnfinishedErasure {
  /** Under which it is asked for until it is done: the request, or the fact that will certify it. */
  readonly underWay: string;
  readonly request?: string;
  readonly begunAt: number;
}

/** A hold that outlived an erasure. */
export interface KeptHold extends Hold {
  readonly id: string;
  /** The request of the erasure, or the fact that certified it. */
  readonly certificate: string;
  readonly entries: number;
}

/** One entry that a hold keeps, still provable against the leaf of its place. */
export interface HeldEntry {
  readonly log: number;
  readonly index: number;
  /** Base64 of the canonical bytes, and of the salt. */
  readonly entry: string;
  readonly salt: string;
  /** Canonical JSON, as it was committed to. */
  readonly payload: string;
  /** Base64, where it was a file. */
  readonly file?: string;
}
