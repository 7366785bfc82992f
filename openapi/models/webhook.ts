/**
 * Endpoints outside that changes are sent to, and the log of what became of each delivery.
 * Flow:    here → endpoints/webhooks.ts.
 * Promise: a secret is in the reply that made it and in no other.
 * Source:  Standard Webhooks; decision 0074.
 */
import { z } from 'zod';
import { signingKinds, webhookStates } from '../../src/vocabulary/webhook.ts';
import { At, Entry } from './basics.ts';

const random = '[0-9a-hjkmnp-tv-z]{26}';
export const WebhookId = z
  .string()
  .max(30)
  .regex(new RegExp(`^whk_${random}$`));

const Address = z
  .string()
  .min(8)
  .max(2000)
  .regex(/^[!-~]+$/)
  .describe('https, without credentials or fragment, at a public address or in a network of CANDOR_WEBHOOK_NETWORKS.');
const Description = z.string().max(200);
const Place = z
  .strictObject({ log: z.int().min(0).max(511), index: z.int().min(0).max(4_294_967_295) })
  .describe('An entry of the ledger: everything behind it is sent.');

export const WebhookBody = z
  .strictObject({
    url: Address,
    description: Description.exactOptional().describe('For those who run this service; no personal data.'),
    signing: z.enum(signingKinds).exactOptional().describe('`v1` (the default) or `v1a` of Standard Webhooks.'),
    start: z
      .enum(['oldest', 'newest'])
      .exactOptional()
      .describe('With what it begins: every change since the beginning, or what comes next (the default).'),
  })
  .meta({ id: 'WebhookBody' });
export const WebhookChangeBody = z
  .strictObject({
    url: Address.exactOptional(),
    description: Description.exactOptional(),
    state: z.enum(['active', 'disabled']).exactOptional().describe('Enabled again it goes on where it was.'),
  })
  .meta({ id: 'WebhookChangeBody', description: 'What is left out stays.' });
export const WebhookReplayBody = z.strictObject({ after: Place }).meta({ id: 'WebhookReplayBody' });

const Secret = z
  .string()
  .max(200)
  .describe('What deliveries are checked with: `whsec_…`, or the public key `whpk_…`. Shown here and never again.');
export const WebhookMadeModel = z
  .object({ id: WebhookId, secret: Secret, entry: Entry.optional() })
  .meta({ id: 'WebhookMade' });
export const WebhookChangedModel = z
  .object({ id: WebhookId, secret: Secret.optional(), entry: Entry.optional() })
  .meta({ id: 'WebhookChanged' });

export const WebhookModel = z
  .object({
    id: WebhookId,
    url: z.string().max(2000),
    description: Description,
    signing: z.enum(signingKinds),
    state: z.enum(webhookStates),
    madeAt: At,
    arrivedUpTo: z
      .object({ log: z.int().min(0), index: z.int().min(0) })
      .nullable()
      .describe('The entry up to which everything has arrived; null before the first.'),
    behind: z.boolean().describe('Whether something still has to be delivered.'),
    failedTries: z.int().min(0).describe('Of the change that comes next.'),
    failingSince: At.nullable(),
    nextTryAt: At.nullable(),
    formerSecretUntil: At.nullable().describe('Until when deliveries carry a signature of the secret before, too.'),
  })
  .meta({ id: 'Webhook' });
export const Webhooks = z.object({ items: z.array(WebhookModel).max(1000) }).meta({ id: 'Webhooks' });

export const DeliveryModel = z
  .object({
    message: z.string().max(64).describe('The `webhook-id`, the same in every try.'),
    what: z.string().max(64).describe('The word of the change, or `test`.'),
    at: At,
    ms: z.int().min(0),
    status: z.int().nullable().describe('What the receiver answered; null where no answer came.'),
    code: z.string().max(64).nullable().describe('Why it did not arrive; null where it did.'),
  })
  .meta({ id: 'Delivery', description: 'One try to deliver; nothing of what was sent.' });
export const TestModel = z
  .object({
    delivered: z.boolean(),
    status: z.int().nullable(),
    code: z.string().max(64).nullable(),
  })
  .meta({ id: 'WebhookTest' });
