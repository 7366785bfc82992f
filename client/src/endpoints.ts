/**
 * The endpoints that a service calls, by their names; pages are for browsers and are left out.
 * Flow:    openapi/endpoints → here → client.
 * Promise: nothing is described a second time: what the service answers is what its own definitions say.
 */
import * as answers from '../../openapi/endpoints/answers.ts';
import * as authzen from '../../openapi/endpoints/authzen.ts';
import * as checks from '../../openapi/endpoints/checks.ts';
import * as explanations from '../../openapi/endpoints/explanations.ts';
import * as holds from '../../openapi/endpoints/holds.ts';
import * as ledger from '../../openapi/endpoints/ledger.ts';
import * as messages from '../../openapi/endpoints/messages.ts';
import * as notices from '../../openapi/endpoints/notices.ts';
import * as oversight from '../../openapi/endpoints/oversight.ts';
import * as people from '../../openapi/endpoints/people.ts';
import * as receipts from '../../openapi/endpoints/receipts.ts';
import * as register from '../../openapi/endpoints/register.ts';
import * as registry from '../../openapi/endpoints/registry.ts';
import * as requests from '../../openapi/endpoints/requests.ts';
import * as reviews from '../../openapi/endpoints/reviews.ts';
import * as service from '../../openapi/endpoints/service.ts';
import * as signals from '../../openapi/endpoints/signals.ts';
import * as staff from '../../openapi/endpoints/staff.ts';
import * as trainingRoutes from '../../openapi/endpoints/training.ts';
import * as webhooks from '../../openapi/endpoints/webhooks.ts';

const { requestStepEndpoints, ...otherRequests } = requests;
const { showTraining: _list, showTrainingRun: _one, ...training } = trainingRoutes;

export const areas = {
  ...answers,
  ...authzen,
  ...checks,
  ...explanations,
  ...holds,
  ...ledger,
  ...messages,
  ...notices,
  ...oversight,
  ...people,
  ...receipts,
  ...register,
  ...registry,
  ...otherRequests,
  ...requestStepEndpoints,
  ...reviews,
  ...service,
  ...signals,
  ...staff,
  ...training,
  ...webhooks,
} as const;
