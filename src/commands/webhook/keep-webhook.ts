/**
 * An endpoint for webhooks is made, changed, and ended.
 * Flow:    http (/v1/webhooks), send-webhooks (disabled by itself) → here → facts `webhook.*`.
 * Promise: what is sealed of it (address, secrets) and its place in the feed are kept in the same commit as the fact;
 *          what has ended changes no more.
 * Source:  decision 0074.
 */
import { defined } from '../../vocabulary/defined.ts';
import type { Placed } from '../../vocabulary/place.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { SigningKind, WebhookCause, WebhookChange, WebhookState } from '../../vocabulary/webhook.ts';
import type { CommandRule, State } from '../command.ts';

interface MakeWebhook {
  readonly url: string;
  readonly description: string;
  readonly signing: SigningKind;
  readonly secret: string;
  /** What a receiver checks with. */
  readonly verifyingKey: string;
  /** The place in the feed behind which it begins. */
  readonly position: number;
}

const hostOf = (url: string): string => new URL(url).host;
const draws = { webhook: 'whk' } as const;

export const makeWebhook: CommandRule<MakeWebhook, { readonly id: string; readonly secret: string }, typeof draws> = {
  kind: 'webhook.make',
  draws: () => draws,
  keys: () => ({}),
  decide(_state, { input, ids: { webhook } }) {
    const { url, description, signing, secret, verifyingKey, position } = input;
    return {
      facts: [{ id: webhook, kind: 'webhook.made', payload: { v: 1, host: hostOf(url), signing } }],
      effects: [{ effect: 'keep-webhook', webhook, url, description, signing, secret, position }],
      result: { id: webhook, secret: verifyingKey },
    };
  },
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};

interface ChangeWebhook {
  readonly webhook: string;
  readonly what: readonly WebhookChange[];
  readonly url?: string;
  readonly description?: string;
  readonly state?: Exclude<WebhookState, 'ended'>;
  readonly cause?: WebhookCause;
  readonly secret?: string;
  readonly verifyingKey?: string;
  /** For `replay`: behind which entry, and where that is in the feed. */
  readonly after?: Placed;
  readonly position?: number;
}

function standing(state: State, webhook: string): Problem | undefined {
  const found = state.webhook(webhook);
  if (found === undefined) return problem('not-found');
  return found.state === 'ended' ? problem('invalid-transition', 'This endpoint has ended.') : undefined;
}

type Changed = { readonly id: string; readonly secret?: string };
const drawsToChange = { changed: 'fact' } as const;

export const changeWebhook: CommandRule<ChangeWebhook, Changed, typeof drawsToChange> = {
  kind: 'webhook.change',
  draws: () => drawsToChange,
  keys: ({ webhook }) => ({ webhooks: [webhook] }),
  decide(state, { input, ids }) {
    const { webhook, what, url, cause, after, verifyingKey, ...more } = input;
    const fault = standing(state, webhook);
    if (fault !== undefined) return fault;
    const result = { id: webhook, ...defined({ secret: verifyingKey }) };
    // The receiver that fails for good is noted once, whichever node comes first.
    const isAgain = what.length === 0 || (input.state === 'disabled' && state.webhook(webhook)?.state === 'disabled');
    if (isAgain) return { facts: [], result };
    const host = url === undefined ? undefined : hostOf(url);
    const payload = { v: 1 as const, webhook, what: [...what], ...defined({ host, cause, after }) };
    return {
      facts: [{ id: ids.changed, kind: 'webhook.changed', payload }],
      effects: [{ effect: 'change-webhook', webhook, ...defined({ url }), ...more }],
      result,
    };
  },
  reply: (result, entry) => ({ status: 200, body: { ...result, ...defined({ entry }) } }),
};

const drawsToEnd = { ended: 'fact' } as const;

export const endWebhook: CommandRule<{ readonly webhook: string }, { readonly id: string }, typeof drawsToEnd> = {
  kind: 'webhook.end',
  draws: () => drawsToEnd,
  keys: ({ webhook }) => ({ webhooks: [webhook] }),
  decide(state, { input: { webhook }, ids }) {
    const fault = standing(state, webhook);
    if (fault !== undefined) return fault;
    return {
      facts: [{ id: ids.ended, kind: 'webhook.ended', payload: { v: 1, webhook } }],
      effects: [{ effect: 'change-webhook', webhook, state: 'ended' }],
      result: { id: webhook },
    };
  },
  reply: (result, entry) => ({ status: 200, body: { ...result, ...defined({ entry }) } }),
};
