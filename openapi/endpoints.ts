/**
 * Every endpoint there is, in one table.
 * Flow:    endpoints/*.ts → here → http/app (each is bound exactly once), document.ts, client, tests.
 * Promise: ids are unique, and so are method and path; a route that is not here does not exist.
 */
import type { Endpoint } from './endpoint.ts';
import * as answers from './endpoints/answers.ts';
import * as checks from './endpoints/checks.ts';
import * as ledger from './endpoints/ledger.ts';
import * as pages from './endpoints/pages.ts';
import * as people from './endpoints/people.ts';
import * as registry from './endpoints/registry.ts';
import * as requests from './endpoints/requests.ts';
import * as service from './endpoints/service.ts';

const { requestStepEndpoints, ...otherRequests } = requests;

/** In the order of the documentation; the routes that are called most come first. */
export const endpoints: readonly Endpoint[] = [
  ...Object.values<Endpoint>(checks),
  ...Object.values<Endpoint>(people),
  ...Object.values<Endpoint>(registry),
  ...Object.values<Endpoint>(answers),
  ...Object.values<Endpoint>(otherRequests),
  ...Object.values<Endpoint>(requestStepEndpoints),
  ...Object.values<Endpoint>(ledger),
  ...Object.values<Endpoint>(service),
  ...Object.values<Endpoint>(pages),
];
