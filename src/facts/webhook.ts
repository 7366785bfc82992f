/**
 * That changes are sent to an address outside, and every change about that.
 * Flow:    commands/webhook → here → ledger.
 * Promise: names the host and nothing else of the address, because a path may hold a secret; never a secret; kept in
 *          clear.
 * Source:  decision 0074.
 */
import { z } from 'zod';
import { signingKinds, webhookCauses, webhookChanges } from '../vocabulary/webhook.ts';
import { v1 } from './form.ts';

const host = z.string().min(1).max(300);
const webhook = z.string().startsWith('whk_');

export const WebhookMade = z.strictObject({ v: v1, host, signing: z.enum(signingKinds) });
export const WebhookChanged = z.strictObject({
  v: v1,
  webhook,
  what: z.array(z.enum(webhookChanges)).min(1).max(10),
  host: host.exactOptional(),
  /** For `disabled`. */
  cause: z.enum(webhookCauses).exactOptional(),
  /** For `replay`: the entry behind which it begins. */
  after: z.strictObject({ log: z.int().min(0), index: z.int().min(-1) }).exactOptional(),
});
export const WebhookEnded = z.strictObject({ v: v1, webhook });
