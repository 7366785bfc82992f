/**
 * The question "may I?" as gateways ask it: the guardrail contract of LiteLLM, and forward authorization.
 * Flow:    here → endpoints/gateways.ts.
 * Promise: of what a gateway sends only the members described here are kept; texts and images are dropped with the rest
 *          of the body, unread.
 * Source:  decision 0071.
 */
import { z } from 'zod';
import { reasonCodes } from '../../src/vocabulary/reason.ts';
import { UseId } from './basics.ts';

const named = z.string().max(400).nullish();
/** LiteLLM says `request` and `response`; Kong says `INPUT` and `OUTPUT` where its plugin is told to. */
const phases = ['request', 'response', 'INPUT', 'OUTPUT'] as const;

export const GuardrailBody = z
  .object({
    input_type: z.enum(phases).describe('Before the model, or after it.'),
    litellm_call_id: z
      .string()
      .max(200)
      .regex(/^[\x20-\x7e]+$/)
      .nullish()
      .describe('The call of the gateway: reference and idempotency key of the use.'),
    request_data: z
      .object({
        user_api_key_end_user_id: named.describe('The person, such as customer:42.'),
        metadata: z.object({ candor_subject: named }).nullish(),
      })
      .nullish(),
    additional_provider_specific_params: z
      .object({ subject: named, purpose: named, aiSystem: named })
      .nullish()
      .describe('From the configuration of the gateway: `purpose` and `aiSystem`.'),
  })
  .meta({ id: 'GuardrailBody', description: 'Everything else that a gateway sends is dropped unread.' });
export type GuardrailAsked = z.output<typeof GuardrailBody>;

export const GuardrailAnswer = z
  .object({
    action: z.enum(['NONE', 'BLOCKED']).describe('`NONE`: it may go on.'),
    blocked_reason: z.string().max(2000).optional().describe('A sentence for the person.'),
    reason: z.enum(reasonCodes).describe('The stable code of the row that decided.'),
    use: UseId.optional().describe('The use in the ledger.'),
  })
  .meta({ id: 'GuardrailAnswer' });

export const Authorized = z
  .object({ allowed: z.literal(true), reason: z.enum(reasonCodes), use: UseId })
  .meta({ id: 'Authorized', description: 'The use stands in the ledger; its id is also in `X-Candor-Use`.' });
