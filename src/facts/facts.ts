/**
 * Every kind of fact that can be recorded: its payload, its plain sentence, and what becomes of the payload at rest.
 * Flow:    commands name a kind → ledger asks here how to keep it → answers ask here which sentence to say.
 * Promise: a kind MUST keep its meaning and its class for ever. A `person` payload is sealed under the person's key;
 *          where such a kind stands without a subject it has its own payload, which holds nothing personal and is kept
 *          in clear.
 * Source:  docs/design.md 5 and 6.
 */
import type { z } from 'zod';
import { AccessEnded, AccessRestored } from './access.ts';
import { BreachNoted, BreachNotTold, BreachRecorded, BreachTold } from './breach.ts';
import { ConsentEnded, ConsentGiven } from './consent.ts';
import { DecisionRecorded } from './decision.ts';
import {
  ConsentProofKept,
  ErasureCertified,
  KeyRotated,
  LogContinued,
  LogKeyChanged,
  PayloadExpired,
  PersonErased,
} from './erasure.ts';
import { HoldEnded, HoldLifted, HoldSet } from './hold.ts';
import { LimitLifted, LimitSet } from './limit.ts';
import { LinkMade, LinkMadeForNobody, LinkOpened, LinkOpenedForNobody } from './link.ts';
import { LookRecorded, LookTaken } from './look.ts';
import {
  FileAdded,
  MessageGivenUp,
  MessageHandedOver,
  MessageSent,
  MessageWritten,
  NoteAdded,
  NoticeShown,
} from './message.ts';
import { ProposalMade, ProposalRecorded, ProposalSettled } from './proposal.ts';
import {
  AiSystemPublished,
  AiSystemResumed,
  AiSystemSuspended,
  NoticePublished,
  PurposePublished,
  RecipientPublished,
} from './registry.ts';
import {
  RequestAppealed,
  RequestCancelled,
  RequestDenied,
  RequestExtended,
  RequestFulfilled,
  RequestLogged,
  RequestPaused,
  RequestReceived,
  RequestResumed,
  RequestVerified,
} from './request.ts';
import {
  ReviewAssigned,
  ReviewCancelled,
  ReviewConcluded,
  ReviewEvidenceViewed,
  ReviewOpened,
  ReviewSecondOpinion,
  ReviewViewNoted,
} from './review.ts';
import { UseObserved, UseUncovered } from './span.ts';
import { StaffDescribed } from './staff.ts';
import { AddressConfirmed, SubjectDescribed, SubjectLinked } from './subject.ts';
import { TaskDone, TaskMoved, TaskOpened } from './task.ts';
import { TrainingCounted, TrainingEnded, TrainingIncluded, TrainingRegistered } from './training.ts';
import {
  AllowedAboutErased,
  RefusedAboutNobody,
  ReportedAboutErased,
  UseAllowed,
  UseEnded,
  UseRefused,
  UseReported,
} from './use.ts';
import { WebhookChanged, WebhookEnded, WebhookMade } from './webhook.ts';

/** `person` payloads are sealed under the person's key; the others hold nothing personal and are stored in clear. */
type FactClass = 'person' | 'registry' | 'anonymous' | 'request-log' | 'log';

const form = <C extends FactClass, S extends z.ZodType>(
  klass: C,
  schema: S,
): { readonly class: C; readonly schema: S } => ({ class: klass, schema });

/**
 * Kind → its class and payload. The class is that of the payload where the fact has a subject, or where it never has
 * one; `withoutSubject` is the payload where the same kind is recorded about nobody, and its class is `anonymous`.
 */
const forms = {
  'subject.linked': form('person', SubjectLinked),
  'subject.described': form('person', SubjectDescribed),
  'purpose.published': form('registry', PurposePublished),
  'notice.published': form('registry', NoticePublished),
  'ai-system.published': form('registry', AiSystemPublished),
  'recipient.published': form('registry', RecipientPublished),
  'ai-system.suspended': form('registry', AiSystemSuspended),
  'ai-system.resumed': form('registry', AiSystemResumed),
  'consent.given': form('person', ConsentGiven),
  'consent.refused': form('person', ConsentEnded),
  'consent.withdrawn': form('person', ConsentEnded),
  'limit.set': form('person', LimitSet),
  'limit.lifted': form('person', LimitLifted),
  'hold.set': form('person', HoldSet),
  'hold.lifted': form('person', HoldLifted),
  'hold.ended': form('request-log', HoldEnded),
  'use.allowed': { ...form('person', UseAllowed), withoutSubject: AllowedAboutErased },
  'use.refused': { ...form('person', UseRefused), withoutSubject: RefusedAboutNobody },
  'use.reported': { ...form('person', UseReported), withoutSubject: ReportedAboutErased },
  'use.ended': { ...form('person', UseEnded), withoutSubject: UseEnded },
  'use.observed': { ...form('person', UseObserved), withoutSubject: UseObserved },
  'use.uncovered': form('anonymous', UseUncovered),
  'training.registered': form('anonymous', TrainingRegistered),
  'training.included': form('person', TrainingIncluded),
  'training.counted': form('anonymous', TrainingCounted),
  'training.ended': form('anonymous', TrainingEnded),
  'decision.recorded': form('person', DecisionRecorded),
  'decision.reported': form('anonymous', ReportedAboutErased),
  'review.opened': form('person', ReviewOpened),
  'review.assigned': form('person', ReviewAssigned),
  'review.evidence-viewed': form('person', ReviewEvidenceViewed),
  'review.view-noted': form('person', ReviewViewNoted),
  'review.second-opinion': form('person', ReviewSecondOpinion),
  'review.concluded': form('person', ReviewConcluded),
  'review.cancelled': form('person', ReviewCancelled),
  'file.added': form('person', FileAdded),
  'notice.shown': form('person', NoticeShown),
  'message.written': form('person', MessageWritten),
  'message.sent': form('person', MessageSent),
  'message.given-up': form('person', MessageGivenUp),
  'message.handed-over': form('person', MessageHandedOver),
  'note.added': form('person', NoteAdded),
  'staff.described': form('person', StaffDescribed),
  'look.taken': form('anonymous', LookTaken),
  'look.recorded': form('person', LookRecorded),
  'link.made': { ...form('person', LinkMade), withoutSubject: LinkMadeForNobody },
  'link.opened': { ...form('person', LinkOpened), withoutSubject: LinkOpenedForNobody },
  'access.revoked': form('anonymous', AccessEnded),
  'access.restored': form('anonymous', AccessRestored),
  'breach.recorded': form('anonymous', BreachRecorded),
  'breach.noted': form('anonymous', BreachNoted),
  'breach.told': form('anonymous', BreachTold),
  'breach.not-told': form('anonymous', BreachNotTold),
  'webhook.made': form('anonymous', WebhookMade),
  'webhook.changed': form('anonymous', WebhookChanged),
  'webhook.ended': form('anonymous', WebhookEnded),
  'proposal.made': form('anonymous', ProposalMade),
  'proposal.recorded': form('person', ProposalRecorded),
  'proposal.settled': form('anonymous', ProposalSettled),
  'address.confirmed': form('person', AddressConfirmed),
  'person.erased': form('log', PersonErased),
  'erasure.certified': form('request-log', ErasureCertified),
  'consent.proof-kept': form('request-log', ConsentProofKept),
  'payload.expired': form('log', PayloadExpired),
  'log.key-changed': form('log', LogKeyChanged),
  'log.continued': form('log', LogContinued),
  'key.rotated': form('log', KeyRotated),
  'request.received': form('person', RequestReceived),
  'request.verified': form('person', RequestVerified),
  'request.extended': form('person', RequestExtended),
  'request.paused': form('person', RequestPaused),
  'request.resumed': form('person', RequestResumed),
  'request.denied': form('person', RequestDenied),
  'request.fulfilled': form('person', RequestFulfilled),
  'request.cancelled': form('person', RequestCancelled),
  'request.appealed': form('person', RequestAppealed),
  'task.opened': form('person', TaskOpened),
  'task.moved': form('person', TaskMoved),
  'task.done': form('person', TaskDone),
  'request.logged': form('request-log', RequestLogged),
} as const;
type Forms = typeof forms;

/** `<area>.<past participle>`, for example `consent.given`. */
export type FactKind = keyof Forms;

/** The kinds whose payload is about a person and sealed. */
export type PersonalKind = { [K in FactKind]: Forms[K]['class'] extends 'person' ? K : never }[FactKind];

/** The payload of a kind; of several kinds, that of any of them. */
export type PayloadOf<K extends FactKind> = K extends FactKind ? z.infer<Forms[K]['schema']> : never;

/** The payload of a kind where it is recorded about nobody; never, where such a kind always has a subject. */
export type AnonymousPayloadOf<K extends FactKind> = Forms[K] extends { readonly withoutSubject: infer S }
  ? S extends z.ZodType
    ? z.infer<S>
    : never
  : never;

interface FactForm {
  readonly kind: FactKind;
  readonly class: FactClass;
  readonly schema: z.ZodType;
  readonly withoutSubject?: z.ZodType;
  /** The plain sentence that a person reads in their record, as a key of the message catalogue. */
  readonly sentence: string;
}

const isFactKind = (kind: string): kind is FactKind => Object.hasOwn(forms, kind);

/** Every form by its kind, for readers that walk over all of them. */
export const factForms: ReadonlyMap<string, FactForm> = new Map(
  Object.keys(forms)
    .filter(isFactKind)
    .map((kind) => [kind, { ...forms[kind], kind, sentence: `fact.${kind}` }]),
);

/** How a fact of this kind is kept; `anonymous` for a person's kind that stands without a subject. */
export function classOf(kind: string, hasSubject: boolean): FactClass | undefined {
  const found = factForms.get(kind);
  return found?.withoutSubject !== undefined && !hasSubject ? 'anonymous' : found?.class;
}

/** The payload's form, or undefined for an unknown kind. */
export function schemaOf(kind: string, hasSubject: boolean): z.ZodType | undefined {
  const found = factForms.get(kind);
  return hasSubject ? found?.schema : (found?.withoutSubject ?? found?.schema);
}
