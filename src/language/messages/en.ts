/**
 * The English catalogue: every text that a person or an officer reads, split by area, in ICU message format.
 * Flow:    say.ts → here → one file per area.
 * Promise: a key is `<area>.<name>`; keys that end in `.officer` are for staff, all others are read by customers and
 *          use no unexplained legal word.
 * Source:  docs/design.md 12 (words); docs/design.md 3.
 */
import { actionMessages } from './en/actions.ts';
import { assessmentMessages } from './en/assessments.ts';
import { auditKindMessages } from './en/audit-kinds.ts';
import { basisMessages } from './en/bases.ts';
import { categoryMessages } from './en/categories.ts';
import { confirmMessages } from './en/confirm.ts';
import { consoleMessages } from './en/console.ts';
import { consoleAuditMessages } from './en/console-audit.ts';
import { consoleBreachMessages } from './en/console-breaches.ts';
import { consoleCallMessages } from './en/console-calls.ts';
import { consoleConnectedMessages } from './en/console-connected.ts';
import { consoleCustomerMessages } from './en/console-customers.ts';
import { consoleNoticeMessages } from './en/console-notices.ts';
import { consoleReportMessages } from './en/console-reports.ts';
import { consoleSettingsMessages } from './en/console-settings.ts';
import { consoleStaffMessages } from './en/console-staff.ts';
import { consoleTogetherMessages } from './en/console-together.ts';
import { consoleTrainingMessages } from './en/console-training.ts';
import { consoleTrustMessages } from './en/console-trust.ts';
import { consoleWorkMessages } from './en/console-work.ts';
import { decisionMessages } from './en/decision.ts';
import { denialMessages } from './en/denials.ts';
import { digestMessages } from './en/digest.ts';
import { explanationMessages } from './en/explanation.ts';
import { factMessages } from './en/facts.ts';
import { failureMessages } from './en/failures.ts';
import { gapMessages } from './en/gaps.ts';
import { inPageMessages } from './en/in-page.ts';
import { lawMessages } from './en/law.ts';
import { messageMessages } from './en/messages.ts';
import { noticeMessages } from './en/notice.ts';
import { packageMessages } from './en/package.ts';
import { pageMessages } from './en/pages.ts';
import { reasonMessages } from './en/reasons.ts';
import { receiptMessages } from './en/receipts.ts';
import { registerMessages } from './en/register.ts';
import { reportMessages } from './en/reports.ts';
import { requestMessages } from './en/requests.ts';
import { reviewMessages } from './en/reviews.ts';
import { rightMessages } from './en/rights.ts';
import { signInMessages } from './en/sign-in.ts';
import { useMessages } from './en/use.ts';
import { wordMessages } from './en/words.ts';

export const en = {
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
} as const satisfies Record<string, string>;

export type MessageKey = keyof typeof en;
