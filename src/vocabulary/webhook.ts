/**
 * The words of webhooks: how a delivery is signed, how an endpoint stands, what was changed about it, and when a
 * delivery is tried again.
 * Flow:    here → facts, commands, ledger, send-webhooks, openapi.
 * Promise: a word MUST keep its meaning for ever.
 * Source:  Standard Webhooks; decision 0074.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './instant.ts';

/** `v1` and `v1a` of the standard. */
export const signingKinds = ['hmac-sha256', 'ed25519'] as const;
export type SigningKind = (typeof signingKinds)[number];

/** `disabled` keeps its place and can be enabled again; `ended` is over for good. */
export const webhookStates = ['active', 'disabled', 'ended'] as const;
export type WebhookState = (typeof webhookStates)[number];

export const webhookChanges = ['address', 'description', 'secret', 'enabled', 'disabled', 'replay'] as const;
export type WebhookChange = (typeof webhookChanges)[number];

/** Why it takes no more: asked for, gone (410), or failing for as long as the schedule goes. */
export const webhookCauses = ['asked', 'gone', 'failing'] as const;
export type WebhookCause = (typeof webhookCauses)[number];

/** How long to wait after the n-th failed try; after the last wait and one more failure the endpoint is disabled. */
export const webhookWaits: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  DAY_MS,
];

/** How long the secret before the newest one signs, too. */
export const secretOverlapMs = DAY_MS;
/** How long the log of deliveries is kept. */
export const deliveriesKeptMs = 30 * DAY_MS;
