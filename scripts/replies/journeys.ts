/**
 * The two journeys from their first step to their last: a service that begins with nothing, and the sample company.
 * Flow:    replies, test/prove/bundle → here → journey → client.
 */
import type { Client } from './client.ts';
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
