/**
 * Handlers of webhooks.
 * Flow:    app → here → commands `webhook.*`; the sender, for a test.
 * Promise: an address is looked at before it is kept, and again at each delivery; a secret leaves once, in the reply
 *          that made it.
 * Source:  decision 0074.
 */
import * as endpoints from '../../../openapi/endpoints/webhooks.ts';
import type { House } from '../../ports/house.ts';
import type { ShownWebhook } from '../../ports/reads.ts';
import { newId, newSigningSecret, verifyingKeyOf } from '../../seal/seal.ts';
import { factPosition, positionAt } from '../../views/change/position.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { WebhookChange } from '../../vocabulary/webhook.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { renderJson, renderRecorded } from '../reply.ts';

/** What leaves the house, as the edge may use it. */
export interface WebhookWays {
  /** Why nothing may be sent there; nothing where it may, also where nobody knows the name just now. */
  whyNot(url: string): Promise<string | undefined>;
  /** A test delivery; nothing where the endpoint has ended or is unknown. */
  test(
    webhook: string,
    message: string,
  ): Promise<{ readonly status: number | null; readonly code: string | null } | undefined>;
}

interface WebhookTools {
  readonly readCursor: CursorReader;
  readonly ways: WebhookWays;
}

const timeOrNull = (instant: number | null): string | null => (instant === null ? null : timeOf(instant));

function shown(webhook: ShownWebhook, newest: number): object {
  const { position, tries, nextAt, failingSince, secretUntil, madeAt, ...rest } = webhook;
  return {
    ...rest,
    madeAt: timeOf(madeAt),
    arrivedUpTo: position === 0 ? null : positionAt(position),
    behind: position < newest,
    failedTries: tries,
    failingSince: timeOrNull(failingSince),
    nextTryAt: timeOrNull(nextAt),
    formerSecretUntil: timeOrNull(secretUntil),
  };
}

async function refusedAddress(ways: WebhookWays, url: string | undefined): Promise<Problem | undefined> {
  const why = url === undefined ? undefined : await ways.whyNot(url);
  return why === undefined ? undefined : problem('webhook-address-refused', `The address is refused: ${why}.`);
}

const readers = (house: House, { readCursor }: WebhookTools): readonly Bound[] => [
  on(endpoints.listWebhooks)(async () => {
    const [webhooks, newest] = [await house.webhooks(), await house.newestChange()];
    return renderJson(200, { items: webhooks.map((each) => shown(each, newest)) });
  }),
  on(endpoints.getWebhook)(async ({ params }) => {
    const found = await house.webhook(params.id);
    return found === undefined ? problem('not-found') : renderJson(200, shown(found, await house.newestChange()));
  }),
  on(endpoints.listDeliveries)(async (context) => {
    const { id } = context.params;
    if ((await house.webhook(id)) === undefined) return problem('not-found');
    const cursor = readCursor(context, `${endpoints.listDeliveries.id} ${id}`);
    if (isProblem(cursor)) return cursor;
    const page = await house.deliveriesOf(id, pageQuery(cursor, context.query.limit));
    const items = page.items.map(({ message, what, at, ms, status, code }) => ({
      message,
      what,
      at: timeOf(at),
      ms,
      status,
      code,
    }));
    return renderJson(200, withCursor({ ...page, items }, cursor));
  }),
];

const keepers = (house: House, { ways }: WebhookTools): readonly Bound[] => [
  on(endpoints.postWebhook)(async (context) => {
    const { url, description = '', signing = 'hmac-sha256', start } = context.body;
    const refused = await refusedAddress(ways, url);
    if (refused !== undefined) return refused;
    const secret = newSigningSecret(signing);
    const position = start === 'oldest' ? 0 : await house.newestChange();
    const input = { url, description, signing, secret, verifyingKey: verifyingKeyOf(secret), position };
    return renderRecorded(await house.record('webhook.make', input, senderOf(context)));
  }),
  on(endpoints.putWebhook)(async (context) => {
    const { url, description, state } = context.body;
    const refused = await refusedAddress(ways, url);
    if (refused !== undefined) return refused;
    const what: WebhookChange[] = [];
    if (url !== undefined) what.push('address');
    if (description !== undefined) what.push('description');
    if (state !== undefined) what.push(state === 'active' ? 'enabled' : 'disabled');
    const cause = state === 'disabled' ? ('asked' as const) : undefined;
    const input = { webhook: context.params.id, what, ...defined({ url, description, state, cause }) };
    return renderRecorded(await house.record('webhook.change', input, senderOf(context)));
  }),
  on(endpoints.deleteWebhook)(async (context) =>
    renderRecorded(await house.record('webhook.end', { webhook: context.params.id }, senderOf(context))),
  ),
];

const steps = (house: House, { ways }: WebhookTools): readonly Bound[] => [
  on(endpoints.postWebhookSecret)(async (context) => {
    const webhook = context.params.id;
    const found = await house.webhook(webhook);
    if (found === undefined) return problem('not-found');
    const secret = newSigningSecret(found.signing);
    const input = { webhook, what: ['secret'] as const, secret, verifyingKey: verifyingKeyOf(secret) };
    return renderRecorded(await house.record('webhook.change', input, senderOf(context)));
  }),
  on(endpoints.postWebhookReplay)(async (context) => {
    const { after } = context.body;
    const input = {
      webhook: context.params.id,
      what: ['replay'] as const,
      after,
      position: factPosition(after),
    };
    return renderRecorded(await house.record('webhook.change', input, senderOf(context)));
  }),
  on(endpoints.postWebhookTest)(async (context) => {
    const tried = await ways.test(context.params.id, newId('test'));
    if (tried === undefined) return problem('not-found');
    const { status, code } = tried;
    return renderJson(200, { delivered: code === null, status, code });
  }),
];

export const webhookHandlers = (house: House, tools: WebhookTools): readonly Bound[] => [
  ...readers(house, tools),
  ...keepers(house, tools),
  ...steps(house, tools),
];
