/**
 * Every command of the house by its kind: the one table that the batch runner works from.
 * Flow:    commands/<area> → here → house → ledger/batch.
 * Promise: a kind is listed once; what is not listed cannot be recorded.
 */
import { neverAboutThemself } from './about-themself.ts';
import { restoreAccess, revokeAccess } from './access/revoke-access.ts';
import { keepBreach, noteBreach, recordBreach, tellBreach } from './breach/record-breach.ts';
import type { CommandRule } from './command.ts';
import { recordConsent } from './consent/record-consent.ts';
import { recordDecision } from './decision/record-decision.ts';
import { addFile } from './file/add-file.ts';
import { liftHold } from './hold/lift-hold.ts';
import { setHold } from './hold/set-hold.ts';
import { recordLimit } from './limit/record-limit.ts';
import { recordSignal } from './limit/record-signal.ts';
import { makeLink } from './link/make-link.ts';
import { openLink } from './link/open-link.ts';
import { takeLook } from './look/take-look.ts';
import { handOver } from './message/hand-over.ts';
import { settleMessage } from './message/settle-message.ts';
import { addNote } from './note/add-note.ts';
import { showNotice } from './notice/show-notice.ts';
import { makeProposal } from './proposal/make-proposal.ts';
import { settleProposal } from './proposal/settle-proposal.ts';
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
import { confirmAddress } from './subject/confirm-address.ts';
import { describeSubject } from './subject/describe-subject.ts';
import { returnSubject } from './subject/return-subject.ts';
import { endTask } from './task/end-task.ts';
import { moveTask } from './task/move-task.ts';
import { openLifted } from './task/open-lifted.ts';
import { openTasks } from './task/open-tasks.ts';
import { includePeople } from './training/include-people.ts';
import { endRun, registerRun } from './training/register-run.ts';
import { endUse } from './use/end-use.ts';
import { recordSpan } from './use/record-span.ts';
import { recordUse } from './use/record-use.ts';
import { changeWebhook, endWebhook, makeWebhook } from './webhook/keep-webhook.ts';

const rules = {
  'use.record': recordUse,
  'use.end': endUse,
  'span.record': recordSpan,
  'training.register': registerRun,
  'training.include': includePeople,
  'training.end': endRun,
  'decision.record': recordDecision,
  'consent.record': recordConsent,
  'limit.record': recordLimit,
  'signal.record': recordSignal,
  'subject.describe': describeSubject,
  'subject.return': returnSubject,
  'purpose.publish': publishPurpose,
  'notice.publish': publishNotice,
  'ai-system.publish': publishAiSystem,
  'recipient.publish': publishRecipient,
  'ai-system.suspend': suspendAiSystem,
  'ai-system.resume': resumeAiSystem,
  'request.open': openRequest,
  'request.step': stepRequest,
  'task.open': openTasks,
  'task.open-lifted': openLifted,
  'task.move': moveTask,
  'task.end': endTask,
  'look.take': takeLook,
  'review.open': openReview,
  'review.assign': assignReview,
  'review.view-evidence': viewEvidence,
  'review.note-view': noteView,
  'review.second-opinion': giveSecondOpinion,
  'review.conclude': concludeReview,
  'review.cancel': cancelReview,
  'staff.describe': describeStaff,
  'file.add': addFile,
  'message.settle': settleMessage,
  'message.hand-over': handOver,
  'notice.show': showNotice,
  'note.add': addNote,
  'hold.set': setHold,
  'hold.lift': liftHold,
  'link.make': makeLink,
  'link.open': openLink,
  'proposal.make': makeProposal,
  'proposal.settle': settleProposal,
  'address.confirm': confirmAddress,
  'access.revoke': revokeAccess,
  'access.restore': restoreAccess,
  'breach.record': recordBreach,
  'breach.note': noteBreach,
  'breach.tell': tellBreach,
  'breach.keep': keepBreach,
  'webhook.make': makeWebhook,
  'webhook.change': changeWebhook,
  'webhook.end': endWebhook,
} as const;
type Rules = typeof rules;

export type CommandKind = keyof Rules;

/** What goes into a command of this kind; of several kinds, what goes into any of them. */
export type InputOf<K extends CommandKind> = K extends CommandKind ? Parameters<Rules[K]['keys']>[0] : never;

/** What the rule of this kind decides, before it is made into a reply. */
export type ResultOf<K extends CommandKind> = K extends CommandKind ? Parameters<Rules[K]['reply']>[0] : never;

/**
 * What the runner sees of a rule. A command is made with its own rule from the input of its kind and travels with it,
 * so the runner hands each rule its own input and result without knowing them.
 */
export type AnyRule = CommandRule<unknown, unknown>;

export const commands: ReadonlyMap<string, AnyRule> = new Map<string, AnyRule>(
  Object.entries<AnyRule>(rules).map(([kind, rule]) => [kind, neverAboutThemself(rule)]),
);
