/**
 * The German catalogue, area by area as the English one.
 * Flow:    catalogues.ts → here → one file per area in de/.
 * Promise: the compiler refuses a key that English has and German lacks, and the other way round.
 * Source:  docs/languages.md.
 */
import { actionMessages } from './de/actions.ts';
import { assessmentMessages } from './de/assessments.ts';
import { auditKindMessages } from './de/audit-kinds.ts';
import { basisMessages } from './de/bases.ts';
import { categoryMessages } from './de/categories.ts';
import { confirmMessages } from './de/confirm.ts';
import { consoleMessages } from './de/console.ts';
import { consoleAuditMessages } from './de/console-audit.ts';
import { consoleBreachMessages } from './de/console-breaches.ts';
import { consoleCallMessages } from './de/console-calls.ts';
import { consoleConnectedMessages } from './de/console-connected.ts';
import { consoleCustomerMessages } from './de/console-customers.ts';
import { consoleNoticeMessages } from './de/console-notices.ts';
import { consoleReportMessages } from './de/console-reports.ts';
import { consoleSettingsMessages } from './de/console-settings.ts';
import { consoleStaffMessages } from './de/console-staff.ts';
import { consoleTogetherMessages } from './de/console-together.ts';
import { consoleTrainingMessages } from './de/console-training.ts';
import { consoleTrustMessages } from './de/console-trust.ts';
import { consoleWorkMessages } from './de/console-work.ts';
import { decisionMessages } from './de/decision.ts';
import { denialMessages } from './de/denials.ts';
import { digestMessages } from './de/digest.ts';
import { explanationMessages } from './de/explanation.ts';
import { factMessages } from './de/facts.ts';
import { failureMessages } from './de/failures.ts';
import { gapMessages } from './de/gaps.ts';
import { inPageMessages } from './de/in-page.ts';
import { lawMessages } from './de/law.ts';
import { messageMessages } from './de/messages.ts';
import { noticeMessages } from './de/notice.ts';
import { packageMessages } from './de/package.ts';
import { pageMessages } from './de/pages.ts';
import { reasonMessages } from './de/reasons.ts';
import { receiptMessages } from './de/receipts.ts';
import { registerMessages } from './de/register.ts';
import { reportMessages } from './de/reports.ts';
import { requestMessages } from './de/requests.ts';
import { reviewMessages } from './de/reviews.ts';
import { rightMessages } from './de/rights.ts';
import { signInMessages } from './de/sign-in.ts';
import { useMessages } from './de/use.ts';
import { wordMessages } from './de/words.ts';
import type { MessageKey } from './en.ts';
import type { InEveryLanguage } from './in-every-language.ts';

export const de: InEveryLanguage<Record<MessageKey, string>> = {
  ...actionMessages,
  ...auditKindMessages,
  ...basisMessages,
  ...categoryMessages,
  ...confirmMessages,
  ...consoleMessages,
  ...consoleAuditMessages,
  ...consoleBreachMessages,
  ...consoleCallMessages,
  ...consoleConnectedMessages,
  ...consoleTrustMessages,
  ...consoleCustomerMessages,
  ...consoleNoticeMessages,
  ...consoleReportMessages,
  ...consoleSettingsMessages,
  ...consoleStaffMessages,
  ...consoleTogetherMessages,
  ...consoleTrainingMessages,
  ...consoleWorkMessages,
  ...decisionMessages,
  ...explanationMessages,
  ...factMessages,
  ...gapMessages,
  ...messageMessages,
  ...inPageMessages,
  ...lawMessages,
  ...denialMessages,
  ...digestMessages,
  ...failureMessages,
  ...noticeMessages,
  ...packageMessages,
  ...pageMessages,
  ...reasonMessages,
  ...receiptMessages,
  ...registerMessages,
  ...reportMessages,
  ...assessmentMessages,
  ...requestMessages,
  ...reviewMessages,
  ...rightMessages,
  ...signInMessages,
  ...useMessages,
  ...wordMessages,
};
