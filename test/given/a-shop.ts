/**
 * The shop of the documentation: a purpose that rests on consent, its notice, an assistant, and two customers.
 * Flow:    openapi/examples.ts → here → the journeys.
 */
import { examples } from '../../openapi/examples.ts';
import { consoleScopes, type Scope } from '../../src/vocabulary/scope.ts';
import type { RunningService, Told } from './service.ts';

export const ADA = 'customer:42';
export const BEN = 'customer:43';
export const question = (subject = ADA) => ({
  subject,
  aiSystem: 'support-assistant',
  purpose: 'support-drafts',
  dataCategories: ['messages'],
});

const bodyOf = (endpoint: string): unknown => examples.find((each) => each.endpoint === endpoint)?.body;
const declared = [
  ['/v1/purposes/support-drafts', 'putPurpose'],
  ['/v1/notices/support-notice', 'putNotice'],
  ['/v1/recipients/example-hosting', 'putRecipient'],
  ['/v1/ai-systems/support-assistant', 'putAiSystem'],
] as const;

/** Fails where anything but success is answered. */
export function sure(told: Told): Told {
  if (told.status >= 300) throw new Error(`${told.status} ${told.text}`);
  return told;
}

export async function aShop(service: RunningService): Promise<void> {
  for (const [path, endpoint] of declared)
    sure(await service.call('PUT', path, { json: bodyOf(endpoint), scope: 'registry', sub: 'officer' }));
  for (const subject of [ADA, BEN]) await aCustomer(service, subject);
}

export const aCustomer = async (service: RunningService, subject: string): Promise<Told> =>
  sure(
    await service.call('PUT', `/v1/subjects/${subject}`, {
      json: { regimes: ['EU'], ageBand: 'adult', language: 'en' },
      scope: 'consent',
    }),
  );

export const says = (service: RunningService, state: 'given' | 'refused' | 'withdrawn', subject = ADA): Promise<Told> =>
  service.call('POST', '/v1/me/consents', {
    json: { purpose: 'support-drafts', state, ...(state === 'given' ? { notice: { key: 'support-notice' } } : {}) },
    self: subject,
  });

export const check = (service: RunningService, subject = ADA): Promise<Told> =>
  service.call('POST', '/v1/checks', { json: question(subject), scope: 'use' });

export const use = (service: RunningService, subject = ADA): Promise<Told> =>
  service.call('POST', '/v1/uses', { json: question(subject), scope: 'use' });

/** Signs a customer in through a link and gives the header that a browser would send from then on. */
export async function signedIn(service: RunningService, self: string): Promise<{ readonly cookie: string }> {
  const link = await service.link(self);
  const told = await service.call('POST', '/me/enter', { form: { code: link.slice(link.lastIndexOf('/') + 1) } });
  return { cookie: (told.headers.get('set-cookie') ?? `none: ${told.status} ${told.text}`).split(';')[0] ?? '' };
}

/** Signs a member of staff in to the console, with every scope it knows unless told otherwise. */
export async function atTheConsole(
  service: RunningService,
  staff: string,
  scopes: readonly Scope[] = consoleScopes,
): Promise<{ readonly cookie: string }> {
  const link = await service.consoleLink(staff, scopes);
  const told = await service.call('POST', '/console/enter', { form: { code: link.slice(link.lastIndexOf('/') + 1) } });
  return { cookie: (told.headers.get('set-cookie') ?? `none: ${told.status} ${told.text}`).split(';')[0] ?? '' };
}

/** Where a page of the shop stands; the service has to know it as CANDOR_PAGE_ORIGINS. */
export const SHOP_PAGE = 'https://shop.example.com';

/** The headers that a browser sends from a page of the shop, for whom its server vouched. */
export async function onAPage(
  service: RunningService,
  subject = ADA,
  aiSystem = 'support-assistant',
): Promise<{ readonly origin: string; readonly authorization: string }> {
  const json = { subject, aiSystem, origin: SHOP_PAGE };
  const { body } = sure(await service.call('POST', '/v1/passes', { json, scope: 'passes', sub: 'shop-front' }));
  return { origin: SHOP_PAGE, authorization: `Bearer ${body.pass}` };
}

/** An id of the same form that belongs to nothing. */
export const another = (id: string): string => `${id.slice(0, -2)}${id.endsWith('00') ? '11' : '00'}`;

/** A refusal without what is different in every answer. */
export const refusal = ({ status, body: { requestId: _own, ...body } }: Told): object => ({ status, body });
