/**
 * Every command of the house by its kind: the one table that the batch runner works from.
 * Flow:    commands/<area> → here → house → ledger/batch.
 * Promise: a kind is listed once; what is not listed cannot be recorded.
 */
import type { CommandRule } from './command.ts';
import { recordConsent } from './consent/record-consent.ts';
import { recordDecision } from './decision/record-decision.ts';
import { addFile } from './file/add-file.ts';
import { liftHold } from './hold/lift-hold.ts';
import { setHold } from './hold/set-hold.ts';
import { recordLimit } from './limit/record-limit.ts';
import { takeLook } from './look/take-look.ts';
import { handOver } from './message/hand-over.ts';
import { settleMessage } from './message/settle-message.ts';
import { addNote } from './note/add-note.ts';
import { showNotice } from './notice/show-notice.ts';
import { publishAiSystem, publishNotice, publishPurpose, publishRecipient } from './registry/publish.ts';
import { resumeAiSystem, suspendAiSystem } from './registry/suspend.ts';
import { openRequest } from './request/open.ts';
import { stepRequest } from './request/step.ts';
import { assignReview } from './review/assign.ts';
import { cancelReview } from './review/cancel.ts';
import { concludeReview, giveSecondOpinion } from './review/conclude.ts';
import { noteView, viewEvidence } from './review/look-at-evidence.ts';
import { openReview } from './review/open-review.ts';
import { describeStaff } from './staff/describe-staff.ts';
import { describeSubject } from './subject/describe-subject.ts';
import { returnSubject } from './subject/return-subject.ts';
import { recordUse } from './use/record-use.ts';

/** What the runner sees of a rule: inputs and results are each rule's own business. */
export type AnyRule = CommandRule<unknown, unknown>;

const rules = [
  recordUse,
  recordDecision,
  recordConsent,
  recordLimit,
  describeSubject,
  returnSubject,
  publishPurpose,
  publishNotice,
  publishAiSystem,
  publishRecipient,
  suspendAiSystem,
  resumeAiSystem,
  openRequest,
  stepRequest,
  takeLook,
  openReview,
  assignReview,
  viewEvidence,
  noteView,
  giveSecondOpinion,
  concludeReview,
  cancelReview,
  describeStaff,
  addFile,
  settleMessage,
  handOver,
  showNotice,
  addNote,
  setHold,
  liftHold,
] as unknown as readonly AnyRule[];

export const commands: ReadonlyMap<string, AnyRule> = new Map(rules.map((rule) => [rule.kind, rule]));
