/**
 * Every kind of fact that can be recorded: its payload, its plain sentence, and what becomes of the payload at rest.
 * Flow:    commands name a kind → ledger asks here how to keep it → answers ask here which sentence to say.
 * Promise: a kind MUST keep its meaning and its class for ever. A `person` payload is sealed under the person's key;
 *          where such a kind stands without a subject it has its own payload, which holds nothing personal and is kept
 *          in clear.
 * Source:  docs/design.md 5 and 6.
 */
import type { z } from 'zod';
import { ConsentEnded, ConsentGiven } from './consent.ts';
import { DecisionRecorded } from './decision.ts';
import {
  ConsentProofKept,
  ErasureCertified,
  LogContinued,
  LogKeyChanged,
  PayloadExpired,
  PersonErased,
} from './erasure.ts';
import type { FactClass } from './fact.ts';
import { HoldEnded, HoldLifted, HoldSet } from './hold.ts';
import { LimitLifted, LimitSet } from './limit.ts';
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
import {
  AiSystemPublished,
  AiSystemResumed,
  AiSystemSuspended,
  NoticePublished,
  PurposePublished,
  RecipientPublished,
} from './registry.ts';
import { requestFacts } from './request.ts';
import {
  ReviewAssigned,
  ReviewCancelled,
  ReviewConcluded,
  ReviewEvidenceViewed,
  ReviewOpened,
  ReviewSecondOpinion,
  ReviewViewNoted,
} from './review.ts';
import { StaffDescribed } from './staff.ts';
import { SubjectDescribed, SubjectLinked } from './subject.ts';
import {
  AllowedAboutErased,
  RefusedAboutNobody,
  ReportedAboutErased,
  UseAllowed,
  UseRefused,
  UseReported,
} from './use.ts';

export interface FactForm {
  readonly kind: string;
  /** The class of the payload where the fact has a subject, or where it never has one. */
  readonly class: FactClass;
  readonly schema: z.ZodType;
  /** The payload where the same kind is recorded about nobody; its class is `anonymous`. */
  readonly withoutSubject?: z.ZodType;
  /** Key of the message catalogue. */
  readonly sentence: string;
}

const form = (kind: string, klass: FactClass, schema: z.ZodType): FactForm => ({
  kind,
  class: klass,
  schema,
  sentence: `fact.${kind}`,
});

const forms: readonly FactForm[] = [
  form('subject.linked', 'person', SubjectLinked),
  form('subject.described', 'person', SubjectDescribed),
  form('purpose.published', 'registry', PurposePublished),
  form('notice.published', 'registry', NoticePublished),
  form('ai-system.published', 'registry', AiSystemPublished),
  form('recipient.published', 'registry', RecipientPublished),
  form('ai-system.suspended', 'registry', AiSystemSuspended),
  form('ai-system.resumed', 'registry', AiSystemResumed),
  form('consent.given', 'person', ConsentGiven),
  form('consent.refused', 'person', ConsentEnded),
  form('consent.withdrawn', 'person', ConsentEnded),
  form('limit.set', 'person', LimitSet),
  form('limit.lifted', 'person', LimitLifted),
  form('hold.set', 'person', HoldSet),
  form('hold.lifted', 'person', HoldLifted),
  form('hold.ended', 'request-log', HoldEnded),
  { ...form('use.allowed', 'person', UseAllowed), withoutSubject: AllowedAboutErased },
  { ...form('use.refused', 'person', UseRefused), withoutSubject: RefusedAboutNobody },
  { ...form('use.reported', 'person', UseReported), withoutSubject: ReportedAboutErased },
  form('decision.recorded', 'person', DecisionRecorded),
  form('decision.reported', 'anonymous', ReportedAboutErased),
  form('review.opened', 'person', ReviewOpened),
  form('review.assigned', 'person', ReviewAssigned),
  form('review.evidence-viewed', 'person', ReviewEvidenceViewed),
  form('review.view-noted', 'person', ReviewViewNoted),
  form('review.second-opinion', 'person', ReviewSecondOpinion),
  form('review.concluded', 'person', ReviewConcluded),
  form('review.cancelled', 'person', ReviewCancelled),
  form('file.added', 'person', FileAdded),
  form('notice.shown', 'person', NoticeShown),
  form('message.written', 'person', MessageWritten),
  form('message.sent', 'person', MessageSent),
  form('message.given-up', 'person', MessageGivenUp),
  form('message.handed-over', 'person', MessageHandedOver),
  form('note.added', 'person', NoteAdded),
  form('staff.described', 'person', StaffDescribed),
  form('look.taken', 'anonymous', LookTaken),
  form('look.recorded', 'person', LookRecorded),
  form('person.erased', 'log', PersonErased),
  form('erasure.certified', 'request-log', ErasureCertified),
  form('consent.proof-kept', 'request-log', ConsentProofKept),
  form('payload.expired', 'log', PayloadExpired),
  form('log.key-changed', 'log', LogKeyChanged),
  form('log.continued', 'log', LogContinued),
  ...Object.values(requestFacts).map((fact) =>
    form(fact.kind, fact.kind === 'request.logged' ? 'request-log' : 'person', fact.schema),
  ),
];

export const factForms: ReadonlyMap<string, FactForm> = new Map(forms.map((each) => [each.kind, each]));

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
