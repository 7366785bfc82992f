/**
 * The Spanish catalogue, area by area as the English one.
 * Flow:    catalogues.ts → here → one file per area in es/.
 * Promise: the compiler refuses a key that English has and Spanish lacks, and the other way round.
 * Source:  docs/languages.md.
 */

import type { MessageKey } from './en.ts';
import { actionMessages } from './es/actions.ts';
import { assessmentMessages } from './es/assessments.ts';
import { auditKindMessages } from './es/audit-kinds.ts';
import { basisMessages } from './es/bases.ts';
import { categoryMessages } from './es/categories.ts';
import { confirmMessages } from './es/confirm.ts';
import { consoleMessages } from './es/console.ts';
import { consoleAuditMessages } from './es/console-audit.ts';
import { consoleBreachMessages } from './es/console-breaches.ts';
import { consoleCallMessages } from './es/console-calls.ts';
import { consoleConnectedMessages } from './es/console-connected.ts';
import { consoleCustomerMessages } from './es/console-customers.ts';
import { consoleNoticeMessages } from './es/console-notices.ts';
import { consoleReportMessages } from './es/console-reports.ts';
import { consoleSettingsMessages } from './es/console-settings.ts';
import { consoleStaffMessages } from './es/console-staff.ts';
import { consoleTogetherMessages } from './es/console-together.ts';
import { consoleTrainingMessages } from './es/console-training.ts';
import { consoleTrustMessages } from './es/console-trust.ts';
import { consoleWorkMessages } from './es/console-work.ts';
import { decisionMessages } from './es/decision.ts';
import { denialMessages } from './es/denials.ts';
import { digestMessages } from './es/digest.ts';
import { explanationMessages } from './es/explanation.ts';
import { factMessages } from './es/facts.ts';
import { failureMessages } from './es/failures.ts';
import { gapMessages } from './es/gaps.ts';
import { inPageMessages } from './es/in-page.ts';
import { lawMessages } from './es/law.ts';
import { messageMessages } from './es/messages.ts';
import { noticeMessages } from './es/notice.ts';
import { packageMessages } from './es/package.ts';
import { pageMessages } from './es/pages.ts';
import { reasonMessages } from './es/reasons.ts';
import { receiptMessages } from './es/receipts.ts';
import { registerMessages } from './es/register.ts';
import { reportMessages } from './es/reports.ts';
import { requestMessages } from './es/requests.ts';
import { reviewMessages } from './es/reviews.ts';
import { rightMessages } from './es/rights.ts';
import { signInMessages } from './es/sign-in.ts';
import { useMessages } from './es/use.ts';
import { wordMessages } from './es/words.ts';
import type { InEveryLanguage } from './in-every-language.ts';

export const es: InEveryLanguage<Record<MessageKey, string>> = {
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
