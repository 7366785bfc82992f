import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main as doctor } from '../../scripts/doctor.ts';
import { trusted } from '../../scripts/verify/trust.ts';
import { certificateIn, verifyCertificate } from '../../scripts/verify/verify-certificate.ts';
import { isWrong } from '../../scripts/verify/wrong.ts';
import { ADA, aShop, BEN, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const named = [
  { role: 'controller', name: 'Example Shop', email: 'privacy@example.com', address: '1 Main Street' },
  { role: 'data-protection-officer', name: 'Our officer', email: 'dpo@example.com' },
];
const variables = {
  CANDOR_CONTACT: 'Example Shop; privacy@example.com; 1 Main Street',
  CANDOR_DPO: 'Our officer; dpo@example.com',
};
const officer = { scope: 'requests', sub: 'officer' };

describe.each(engines)('whom to write to, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine, variables });
    await aShop(service);
  });
  afterAll(() => service.stop());

  const html = { accept: 'text/html' };
  const page = async (path: string) => (await service.call('GET', path, { headers: html })).text;
  const notice = '/v1/pre-use-notices/support-assistant';

  it.each(['/v1/register', '/v1/register/support-assistant', notice])('stands in %s and on its page', async (path) => {
    const told = sure(await service.call('GET', path)).body;
    expect(told.contacts).toMatchObject(named);
    expect(told.contacts[0].words).toBe('Write to us: Example Shop, privacy@example.com, 1 Main Street');
    for (const { email } of named) expect(await page(path)).toContain(email);
  });

  it('stands beside the text of a notice, so that the hash of what people were shown stays true', async () => {
    const { text, hash } = sure(await service.call('GET', notice)).body;
    expect(text).not.toContain('privacy@example.com');
    const json = { aiSystem: 'support-assistant', language: 'en', how: 'page', acknowledged: true, hash };
    sure(await service.call('POST', '/v1/me/notices/shown', { json, self: BEN }));
  });

  it('stands in the certificate of an erasure and in its letter, signed with the rest', async () => {
    await use(service);
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: ADA })).body;
    for (const [step, json] of [
      ['verify', { level: 'account-reauth', reason: 'Signed in again.' }],
      ['fulfil', { reason: 'Deleted.' }],
    ] as const)
      sure(await service.call('POST', `/v1/requests/${id}/${step}`, { json, ...officer }));
    const certificate = sure(await service.call('GET', `/v1/requests/${id}/certificate`, officer)).body;
    expect(certificate.contacts).toEqual(named);
    const letter = await service.call('GET', `/v1/requests/${id}/certificate`, { ...officer, headers: html });
    for (const { email } of named) expect(letter.text).toContain(email);

    const trust = trusted({ vkeys: [], dataFolder: service.dataDir });
    if (isWrong(trust)) throw new Error(trust.wrong);
    const judged = (shown: object) => {
      const read = certificateIn(JSON.stringify(shown));
      return read && verifyCertificate(read, trust).findings.map(({ place }) => place);
    };
    expect(judged(certificate)).toEqual([]);
    expect(judged({ ...certificate, contacts: [] })).toEqual(['contacts']);
  });
});

it('is asked for by the doctor where it is missing', async () => {
  const service = await aService({ engine: 'sqlite', variables });
  const said: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const examined = async (): Promise<string> => {
    said.length = 0;
    await doctor(['--data', service.dataDir]);
    return said.join('');
  };
  try {
    expect(await examined()).toMatch(/note {2}contact .*set CANDOR_CONTACT[\s\S]*note {2}contact .*set CANDOR_DPO/);
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const text = await examined();
    expect(text).not.toMatch(/set CANDOR_(CONTACT|DPO)/);
    expect(text).toMatch(/people write to Example Shop, privacy@example.com/);
  } finally {
    vi.unstubAllEnvs();
    spy.mockRestore();
    await service.stop();
  }
});
