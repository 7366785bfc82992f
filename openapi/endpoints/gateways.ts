/**
 * Routes for gateways that people already run: a guardrail, and forward authorization.
 * Flow:    models/gateways.ts → here → endpoints.ts, http/handlers/gateways.ts.
 * Promise: a use is recorded before its answer leaves; whoever names nobody is refused.
 * Source:  docs/gateways.md; decision 0071.
 */
import { endpoint } from '../endpoint.ts';
import { Authorized, GuardrailAnswer, GuardrailBody } from '../models/gateways.ts';

export const postGuardrail = endpoint({
  id: 'postGuardrail',
  method: 'post',
  path: '/beta/litellm_basic_guardrail_api',
  summary: 'May this call of a gateway go on?',
  description:
    'The Generic Guardrail API of LiteLLM, which custom guardrails of Kong can call, too. Before the model it is a use; after it the use has its outcome, and an answer that may no longer be used is blocked. A token may also come in `x-api-key`.',
  tags: ['gateways'],
  who: ['use'],
  tokenIn: 'x-api-key',
  byStandard: true,
  body: GuardrailBody,
  size: 'prompt',
  replies: { 200: GuardrailAnswer },
  records: ['use.allowed', 'use.refused', 'use.ended', 'subject.linked'],
});
export const getAuthorize = endpoint({
  id: 'getAuthorize',
  method: 'get',
  path: '/v1/authorize',
  summary: 'May this request go on to the service behind a proxy?',
  description:
    'For `auth_request` of nginx, `forward_auth` of Caddy, ForwardAuth of Traefik and `ext_authz` of Envoy. Any method is taken, and whatever stands behind the path is dropped unread. The route of the proxy sets `X-Candor-Subject`, `X-Candor-Purpose` and `X-Candor-AI-System`; a token may also come in `X-Candor-Token`. 200 is a recorded use, 403 is a refusal, 503 means that nobody can tell: everything but 200 is a no.',
  tags: ['gateways'],
  who: ['use'],
  tokenIn: 'x-candor-token',
  isNamedInHeaders: true,
  replies: { 200: Authorized },
  fails: ['use-refused'],
  records: ['use.allowed', 'use.refused', 'subject.linked'],
});
