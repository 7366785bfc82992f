/**
 * Every endpoint there is, in one table.
 * Flow:    endpoints/*.ts → here → http/app (each is bound exactly once), document.ts, client, tests.
 * Promise: ids are unique, and so are method and path; a route that is not here does not exist.
 */
import type { Endpoint } from './endpoint.ts';
import * as access from './endpoints/access.ts';
import * as answers from './endpoints/answers.ts';
import * as audit from './endpoints/audit.ts';
import * as authzen from './endpoints/authzen.ts';
import * as breaches from './endpoints/breaches.ts';
import * as checks from './endpoints/checks.ts';
import * as confirmations from './endpoints/confirmations.ts';
import * as connected from './endpoints/connected.ts';
import * as desk from './endpoints/console.ts';
import * as consoleBreaches from './endpoints/console-breaches.ts';
import * as customers from './endpoints/console-customers.ts';
import * as consoleFiles from './endpoints/console-files.ts';
import * as consoleNotices from './endpoints/console-notices.ts';
import * as consoleReports from './endpoints/console-reports.ts';
import * as settings from './endpoints/console-settings.ts';
import * as consoleStaff from './endpoints/console-staff.ts';
import * as together from './endpoints/console-together.ts';
import * as trust from './endpoints/console-trust.ts';
import * as consoleViews from './endpoints/console-views.ts';
import * as explanations from './endpoints/explanations.ts';
import * as gateways from './endpoints/gateways.ts';
import * as holds from './endpoints/holds.ts';
import * as ledger from './endpoints/ledger.ts';
import * as messages from './endpoints/messages.ts';
import * as notices from './endpoints/notices.ts';
import * as oversight from './endpoints/oversight.ts';
import * as pages from './endpoints/pages.ts';
import * as passes from './endpoints/passes.ts';
import * as people from './endpoints/people.ts';
import * as proposals from './endpoints/proposals.ts';
import * as receipts from './endpoints/receipts.ts';
import * as register from './endpoints/register.ts';
import * as registry from './endpoints/registry.ts';
import * as reports from './endpoints/reports.ts';
import * as requests from './endpoints/requests.ts';
import * as reviewPages from './endpoints/review-pages.ts';
import * as reviews from './endpoints/reviews.ts';
import * as service from './endpoints/service.ts';
import * as signIn from './endpoints/sign-in.ts';
import * as signals from './endpoints/signals.ts';
import * as staff from './endpoints/staff.ts';
import * as tasks from './endpoints/tasks.ts';
import * as told from './endpoints/told.ts';
import * as traces from './endpoints/traces.ts';
import * as training from './endpoints/training.ts';
import * as webhooks from './endpoints/webhooks.ts';

const { requestStepEndpoints, ...otherRequests } = requests;

/** By name within an area, because loaders disagree about the order of a module's exports. */
const inOrder = (area: Readonly<Record<string, Endpoint>>): readonly Endpoint[] =>
  Object.entries(area)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, endpoint]) => endpoint);

/** In the order of the documentation; the areas that are called most come first. */
export const endpoints: readonly Endpoint[] = [
  ...inOrder(checks),
  ...inOrder(authzen),
  ...inOrder(gateways),
  ...inOrder(traces),
  ...inOrder(training),
  ...inOrder(explanations),
  ...inOrder(people),
  ...inOrder(receipts),
  ...inOrder(signals),
  ...inOrder(registry),
  ...inOrder(register),
  ...inOrder(notices),
  ...inOrder(passes),
  ...inOrder(answers),
  ...inOrder(messages),
  ...inOrder(otherRequests),
  ...inOrder(holds),
  ...inOrder(requestStepEndpoints),
  ...inOrder(tasks),
  ...inOrder(reviews),
  ...inOrder(oversight),
  ...inOrder(reports),
  ...inOrder(staff),
  ...inOrder(proposals),
  ...inOrder(breaches),
  ...inOrder(webhooks),
  ...inOrder(ledger),
  ...inOrder(access),
  ...inOrder(signIn),
  ...inOrder(service),
  ...inOrder(pages),
  ...inOrder(desk),
  ...inOrder(audit),
  ...inOrder(confirmations),
  ...inOrder(connected),
  ...inOrder(customers),
  ...inOrder(consoleReports),
  ...inOrder(consoleFiles),
  ...inOrder(consoleViews),
  ...inOrder(together),
  ...inOrder(trust),
  ...inOrder(consoleStaff),
  ...inOrder(settings),
  ...inOrder(consoleNotices),
  ...inOrder(consoleBreaches),
  ...inOrder(told),
  ...inOrder(reviewPages),
];
