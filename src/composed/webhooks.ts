/**
 * Webhooks as the service runs them: the queue, the way out with its guard, and what the edge may use of both.
 * Flow:    service → here → send-webhooks, connectors, http/handlers/webhooks.
 * Promise: one set of rules about addresses, where an endpoint is saved and where it is delivered to.
 * Source:  decision 0074.
 */
import type { Config } from '../config.ts';
import { addressRules, findTarget, resolveByDns } from '../connectors/public-address.ts';
import { webhookPost } from '../connectors/webhook-post.ts';
import type { OpenHouse } from '../house.ts';
import type { WebhookWays } from '../http/handlers/webhooks.ts';
import { type SendingWebhooks, sendTest } from '../jobs/send-webhooks.ts';
import { callerOfSystem } from '../ledger/batch.ts';
import { webhookQueue } from '../ledger/webhook-queue.ts';
import { readNetwork } from '../network.ts';
import { newChance, newId, signDelivery } from '../seal/seal.ts';

/** How long an address that is saved waits for the name to be known. */
const NAMED_MS = 500;

export function webhooksOf(
  { webhookNetworks }: Config,
  house: OpenHouse,
): { readonly sending: SendingWebhooks; readonly ways: WebhookWays } {
  const rules = addressRules(webhookNetworks.flatMap((text) => readNetwork(text) ?? []));
  const { store, keyring, room } = house;
  const sending: SendingWebhooks = {
    house,
    queue: webhookQueue({ store, keyring, log: () => room.log, now: () => house.now(), newId }),
    post: webhookPost({ rules }),
    sign: signDelivery,
    chance: newChance,
    sender: { caller: callerOfSystem, requestId: 'house' },
  };
  return {
    sending,
    ways: {
      async whyNot(url) {
        const late = new Promise<'name-unknown'>((done) => setTimeout(() => done('name-unknown'), NAMED_MS).unref());
        const found = await Promise.race([findTarget(url, { rules, resolve: resolveByDns }), late]);
        // A receiver may be set up before its name is known; each delivery looks again.
        return typeof found === 'string' && found !== 'name-unknown' ? found : undefined;
      },
      test: (webhook, message) => sendTest(sending, webhook, message),
    },
  };
}
