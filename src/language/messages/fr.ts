/**
 * The French catalogue, area by area as the English one.
 * Flow:    catalogues.ts → here → one file per area in fr/.
 * Promise: the compiler refuses a key that English has and French lacks, and the other way round.
 * Source:  docs/languages.md.
 */

import type { MessageKey } from './en.ts';
import { actionMessages } from './fr/actions.ts';
import { assessmentMessages } from './fr/assessments.ts';
import { auditKindMessages } from './fr/audit-kinds.ts';
import { basisMessages } from './fr/bases.ts';
import { categoryMessages } from './fr/categories.ts';
import { confirmMessages } from './fr/confirm.ts';
import { consoleMessages } from './fr/console.ts';
import { consoleAuditMessages } from './fr/console-audit.ts';
import { consoleBreachMessages } from './fr/console-breaches.ts';
import { consoleCallMessages } from './fr/console-calls.ts';
import { consoleConnectedMessages } from './fr/console-connected.ts';
import { consoleCustomerMessages } from './fr/console-customers.ts';
import { consoleNoticeMessages } from './fr/console-notices.ts';
import { consoleReportMessages } from './fr/console-reports.ts';
import { consoleSettingsMessages } from './fr/console-settings.ts';
import { consoleStaffMessages } from './fr/console-staff.ts';
import { consoleTogetherMessages } from './fr/console-together.ts';
import { consoleTrainingMessages } from './fr/console-training.ts';
import { consoleTrustMessages } from './fr/console-trust.ts';
import { consoleWorkMessages } from './fr/console-work.ts';
import { decisionMessages } from './fr/decision.ts';
import { denialMessages } from './fr/denials.ts';
import { digestMessages } from './fr/digest.ts';
import { explanationMessages } from './fr/explanation.ts';
import { factMessages } from './fr/facts.ts';
import { failureMessages } from './fr/failures.ts';
import { gapMessages } from './fr/gaps.ts';
import { inPageMessages } from './fr/in-page.ts';
import { lawMessages } from './fr/law.ts';
import { messageMessages } from './fr/messages.ts';
import { noticeMessages } from './fr/notice.ts';
import { packageMessages } from './fr/package.ts';
import { pageMessages } from './fr/pages.ts';
import { reasonMessages } from './fr/reasons.ts';
import { receiptMessages } from './fr/receipts.ts';
import { registerMessages } from './fr/register.ts';
import { reportMessages } from './fr/reports.ts';
import { requestMessages } from './fr/requests.ts';
import { reviewMessages } from './fr/reviews.ts';
import { rightMessages } from './fr/rights.ts';
import { signInMessages } from './fr/sign-in.ts';
import { useMessages } from './fr/use.ts';
import { wordMessages } from './fr/words.ts';
import type { InEveryLanguage } from './in-every-language.ts';

export const fr: InEveryLanguage<Record<MessageKey, string>> = {
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
