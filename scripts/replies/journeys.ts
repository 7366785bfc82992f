/**
 * The two journeys from their first step to their last: a service that begins with nothing, and the sample company.
 * Flow:    replies, test/prove/bundle → here → running (a service on a folder of its own) → journey → client.
 */
import { type Client, clientFor } from './client.ts';
import type { KeptReply } from './compare.ts';
import {
  eraseAtLast,
  IN_ORDER_OF_IDS,
  readAll,
  refuseAll,
  shopParams,
  signIn,
  takeSteps,
  walkExamples,
  walkOn,
} from './journey.ts';
import { startIn } from './running.ts';

export async function shopJourney(client: Client): Promise<void> {
  const ids = await walkExamples(client);
  await walkOn(client, ids);
  const signed = await signIn(client, { sub: '42', staff: 'reviewer-1' });
  await readAll(client, { params: shopParams(ids), signed });
  await takeSteps(client, ids);
  await readAll(client, { params: shopParams(ids), signed });
  await refuseAll(client, signed);
  await eraseAtLast(client, ids);
}

export async function demoJourney(client: Client): Promise<void> {
  const signed = await signIn(client, { sub: '1001', staff: 'credit-desk-1' });
  const params = () => ({ subject: 'customer:1001', key: 'credit-limit', aiSystem: 'credit-limit' });
  await readAll(client, { params, signed, but: IN_ORDER_OF_IDS });
}

/** What a service of the checkout in `folder` answers on a journey; it has ended when this resolves. */
export async function askedOf(
  folder: string,
  kind: 'start' | 'demo',
  journey: (client: Client) => Promise<void>,
): Promise<readonly KeptReply[]> {
  const running = await startIn(folder, kind);
  try {
    const client = clientFor(running);
    await journey(client);
    return client.replies;
  } finally {
    await running.stop();
  }
}
