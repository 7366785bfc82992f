/**
 * People of every kind, so that every view has rows: agreed, withdrawn, objected, erased, come back,
 * declined, reviewed.
 * Flow:    a-shop, a-review → here → tampering.
 */
import { ADA, aCustomer, aShop, BEN, question, says, sure, use } from '../a-shop.ts';
import { aBank, contest, decline } from '../review/a-review.ts';
import type { RunningService, Told } from '../service.ts';

export const CARA = 'customer:cara';
export const DORA = 'customer:dora';
export const EVA = 'customer:eva';
const officer = { scope: 'admin', sub: 'officer' };

const said = (en: string) => ({ en });

async function aLeaflet(service: RunningService): Promise<void> {
  const purpose = {
    name: said('Offers'),
    description: said('We pick offers for you.'),
    kind: 'marketing',
    legalBasis: { EU: 'legitimate-interests' },
    forMarketing: true,
    dataCategories: ['purchases'],
  };
  const system = { name: said('Offer picker'), purposes: ['offers'], dataCategories: ['purchases'] };
  sure(await service.call('PUT', '/v1/purposes/offers', { json: purpose, ...officer }));
  sure(await service.call('PUT', '/v1/ai-systems/offer-picker', { json: system, ...officer }));
}

const aboutOffers = (subject: string) => ({
  subject,
  aiSystem: 'offer-picker',
  purpose: 'offers',
  dataCategories: ['purchases'],
});

async function objects(service: RunningService, subject: string): Promise<void> {
  const json = { kind: 'objection-marketing', state: 'set' };
  sure(await service.call('POST', '/v1/me/limits', { json, self: subject }));
}

const erase = async (service: RunningService, subject: string): Promise<Told> =>
  sure(await service.call('POST', `/v1/subjects/${subject}/erasure`, { json: {}, ...officer }));

/** Two runs, of which one ended: each with the same two people. */
async function trains(service: RunningService): Promise<void> {
  const scope = 'use';
  const subjects: string[] = [];
  for (const person of [ADA, BEN])
    subjects.push(sure(await service.call('GET', `/v1/subjects/${person}`, { scope: 'consent' })).body.subject);
  for (const modelVersion of ['v1', 'v2']) {
    const json = { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion };
    const { id } = sure(await service.call('POST', '/v1/training-runs', { json, scope })).body;
    sure(await service.call('POST', `/v1/training-runs/${id}/included`, { json: { subjects }, scope }));
    if (modelVersion === 'v1')
      sure(await service.call('POST', `/v1/training-runs/${id}/outcome`, { json: { outcome: 'finished' }, scope }));
  }
}

/** Two model calls that no use covers. */
async function traces(service: RunningService): Promise<void> {
  const at = String(service.clock.now() * 1_000_000);
  const attributes = [{ key: 'gen_ai.operation.name', value: { stringValue: 'chat' } }];
  const spans = ['1', '2'].map((digit) => ({
    traceId: digit.repeat(32),
    spanId: digit.repeat(16),
    name: 'chat',
    startTimeUnixNano: at,
    endTimeUnixNano: at,
    attributes,
  }));
  const bytes = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
  sure(await service.call('POST', '/v1/traces', { file: { type: 'application/json', bytes }, scope: 'traces' }));
}

export async function aTown(service: RunningService): Promise<void> {
  await aShop(service);
  await aBank(service);
  await aLeaflet(service);
  for (const person of [ADA, BEN]) {
    sure(await says(service, 'given', person));
    sure(await use(service, person));
  }
  await trains(service);
  await traces(service);
  const decision = await decline(service);
  sure(await contest(service, decision));
  for (const person of [CARA, DORA, EVA]) {
    await aCustomer(service, person);
    await objects(service, person);
  }
  service.clock.wind(60_000);
  sure(await says(service, 'withdrawn', ADA));
  await erase(service, DORA);
  await erase(service, EVA);
  service.clock.wind(60_000);
  sure(await says(service, 'given', EVA));
}

/** Who is asked about, for what, and whether it is allowed as long as nobody changed anything. */
export const asked = [
  { who: ADA, json: question(ADA), allowed: false },
  { who: BEN, json: question(BEN), allowed: true },
  { who: CARA, json: aboutOffers(CARA), allowed: false },
  { who: DORA, json: aboutOffers(DORA), allowed: false },
  { who: EVA, json: aboutOffers(EVA), allowed: false },
] as const;
