/**
 * Every handler that needs the house, in one list; the edge itself answers health, documentation and signing in.
 * Flow:    service.ts → here → app (binds each endpoint exactly once).
 * Promise: a handler closes over the ports of the house and nothing else: no clock, no environment, no database. Those
 *          that only ask are given `Reads`.
 */
import type { House } from '../ports/house.ts';
import type { Bound } from './bind.ts';
import { type ChangeStreams, createChangeStreams } from './change-streams.ts';
import { type CursorReader, cursorReader, type Digest } from './cursor.ts';
import type { AccessEvent } from './edge.ts';
import { adverseNoticeHandlers } from './handlers/adverse-notices.ts';
import { answerHandlers } from './handlers/answers.ts';
import { authzenHandlers } from './handlers/authzen.ts';
import { breachHandlers } from './handlers/breaches.ts';
import { checkHandlers } from './handlers/checks.ts';
import { choicePageHandlers } from './handlers/choice-pages.ts';
import { choiceHandlers } from './handlers/choices.ts';
import { consoleAuditHandlers } from './handlers/console/audit.ts';
import { consoleBreachHandlers } from './handlers/console/breaches.ts';
import { confirmationHandlers } from './handlers/console/confirmations.ts';
import { consoleConnectedHandlers } from './handlers/console/connected.ts';
import { consoleCustomerHandlers } from './handlers/console/customers.ts';
import { consoleDeskHandlers } from './handlers/console/desk.ts';
import { consoleFileHandlers } from './handlers/console/files.ts';
import { consoleNoticeHandlers } from './handlers/console/notices.ts';
import { consoleOversightHandlers } from './handlers/console/oversight.ts';
import { consoleReportHandlers } from './handlers/console/reports.ts';
import { consoleRequestHandlers } from './handlers/console/requests.ts';
import { consoleReviewHandlers } from './handlers/console/reviews.ts';
import { consoleSettingsHandlers } from './handlers/console/settings.ts';
import { consoleStaffHandlers } from './handlers/console/staff.ts';
import { startHandlers } from './handlers/console/start.ts';
import { consoleSystemHandlers } from './handlers/console/systems.ts';
import { togetherHandlers } from './handlers/console/together.ts';
import { reviewsTogetherHandlers } from './handlers/console/together-reviews.ts';
import { consoleTrainingHandlers } from './handlers/console/training.ts';
import { consoleTrustHandlers } from './handlers/console/trust.ts';
import { consoleViewHandlers } from './handlers/console/views.ts';
import { decisionHandlers } from './handlers/decisions.ts';
import { deskHandlers } from './handlers/desk.ts';
import { explanationHandlers } from './handlers/explanations.ts';
import { fileHandlers } from './handlers/files.ts';
import { gatewayHandlers } from './handlers/gateways.ts';
import { holdHandlers } from './handlers/holds.ts';
import { ledgerHandlers } from './handlers/ledger.ts';
import { meHandlers } from './handlers/me.ts';
import { messageHandlers } from './handlers/messages.ts';
import { myReviewHandlers } from './handlers/my-reviews.ts';
import { noticeHandlers } from './handlers/notices.ts';
import { oversightHandlers } from './handlers/oversight.ts';
import { pageHandlers } from './handlers/pages.ts';
import { passHandlers } from './handlers/passes.ts';
import { peopleHandlers } from './handlers/people.ts';
import { proposalHandlers } from './handlers/proposals.ts';
import { receiptHandlers } from './handlers/receipts.ts';
import { registerHandlers } from './handlers/register.ts';
import { registryHandlers } from './handlers/registry.ts';
import { reportHandlers } from './handlers/reports.ts';
import { requestPageHandlers } from './handlers/request-pages.ts';
import { requestHandlers } from './handlers/requests.ts';
import { reviewPageHandlers } from './handlers/review-pages.ts';
import { reviewHandlers } from './handlers/reviews.ts';
import { revocationHandlers } from './handlers/revocations.ts';
import { sessionHandlers } from './handlers/sessions.ts';
import { signalHandlers } from './handlers/signals.ts';
import { staffHandlers } from './handlers/staff.ts';
import { taskHandlers } from './handlers/tasks.ts';
import { traceHandlers } from './handlers/traces.ts';
import { trainingHandlers } from './handlers/training.ts';
import { type WebhookWays, webhookHandlers } from './handlers/webhooks.ts';
import { behindOwnView } from './own-view.ts';
import { noPasses, type Passes } from './pass.ts';
import type { Sessions } from './session/sessions.ts';
import { heedSignal } from './signal.ts';
import type { SignMetadata } from './signed-metadata.ts';

const consoleHandlers = (house: House, readCursor: CursorReader, digest: Digest): readonly Bound[] => [
  ...startHandlers(house),
  ...confirmationHandlers(house),
  ...consoleReviewHandlers(house),
  ...consoleRequestHandlers(house),
  ...consoleConnectedHandlers(house, readCursor),
  ...consoleDeskHandlers(house),
  ...consoleCustomerHandlers(house),
  ...consoleSystemHandlers(house),
  ...consoleNoticeHandlers(house),
  ...consoleBreachHandlers(house),
  ...consoleOversightHandlers(house, readCursor),
  ...consoleReportHandlers(house),
  ...consoleTrustHandlers(house),
  ...consoleSettingsHandlers(house),
  ...consoleTrainingHandlers(house, readCursor, digest),
  ...consoleAuditHandlers(house),
  ...consoleFileHandlers(house),
  ...consoleViewHandlers(house),
  ...togetherHandlers(house),
  ...reviewsTogetherHandlers(house),
];

interface EdgeTools {
  readonly digest: Digest;
  readonly sessions: Sessions;
  readonly happened?: (event: AccessEvent) => void;
  readonly streams: ChangeStreams;
  readonly passes: Passes;
  readonly webhooks: WebhookWays;
  /** Absent: what is published about the service is not signed. */
  readonly signMetadata?: SignMetadata;
}

const portalHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  ...pageHandlers(house, readCursor),
  ...choicePageHandlers(house),
  ...requestPageHandlers(house, readCursor),
  ...reviewPageHandlers(house, readCursor),
];

const handlersOver = (house: House, readCursor: CursorReader, tools: EdgeTools): readonly Bound[] => [
  ...checkHandlers(house),
  ...authzenHandlers(house, tools),
  ...gatewayHandlers(house),
  ...traceHandlers(house, tools.digest),
  ...trainingHandlers(house, readCursor, tools.digest),
  ...decisionHandlers(house),
  ...explanationHandlers(house),
  ...peopleHandlers(house, { readCursor, streams: tools.streams }),
  ...choiceHandlers(house, readCursor),
  ...receiptHandlers(house),
  ...signalHandlers(house),
  ...registryHandlers(house, readCursor),
  ...registerHandlers(house),
  ...noticeHandlers(house),
  ...passHandlers(house, tools.passes),
  ...adverseNoticeHandlers(house, readCursor),
  ...oversightHandlers(house, readCursor),
  ...reportHandlers(house),
  ...breachHandlers(house, tools.digest),
  ...staffHandlers(house),
  ...deskHandlers(house),
  ...answerHandlers(house, readCursor),
  ...meHandlers(house, readCursor),
  ...messageHandlers(house, readCursor),
  ...requestHandlers(house, readCursor),
  ...taskHandlers(house, readCursor),
  ...holdHandlers(house),
  ...reviewHandlers(house, readCursor),
  ...myReviewHandlers(house, readCursor),
  ...fileHandlers(house),
  ...ledgerHandlers(house, readCursor),
  ...portalHandlers(house, readCursor),
  ...consoleHandlers(house, readCursor, tools.digest),
  ...sessionHandlers(house, tools),
  ...revocationHandlers(house, tools),
  ...consoleStaffHandlers(house, tools),
  ...proposalHandlers(house),
  ...webhookHandlers(house, { readCursor, ways: tools.webhooks }),
];

/** Where nobody ends streams by hand they end with the process; without a way out nothing is sent, nor a pass made. */
type Optional = 'streams' | 'webhooks' | 'passes';
type Given = Omit<EdgeTools, Optional> & Partial<Pick<EdgeTools, Optional>>;

const noWay: WebhookWays = { whyNot: async () => 'no-way-out', test: async () => undefined };

export function allHandlers(house: House, given: Given): readonly Bound[] {
  const tools: EdgeTools = {
    ...given,
    streams: given.streams ?? createChangeStreams(house),
    webhooks: given.webhooks ?? noWay,
    passes: given.passes ?? noPasses,
  };
  const readCursor = cursorReader(tools.digest);
  const over = (one: House): readonly Bound[] => handlersOver(one, readCursor, tools);
  return over(house).map((bound) => heedSignal(house, behindOwnView(house, bound, over)));
}
