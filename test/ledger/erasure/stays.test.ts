import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demandJournals, demandYoung } from '../../../scripts/backup/put-back.ts';
import { backup } from '../../../scripts/backup.ts';
import { restore } from '../../../scripts/restore.ts';
import { main as verify } from '../../../scripts/verify.ts';
import { evaluate } from '../../../src/evaluation/evaluate.ts';
import type { OpenHouse } from '../../../src/house.ts';
import { nodeRows } from '../../../src/ledger/erasure/erasure-queries.ts';
import type { KeepGround } from '../../../src/vocabulary/hold.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  CANARY,
  does,
  found,
  officer,
  PIA,
  type Place,
  problemOf,
  quietly,
} from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { dailyEngine } from '../../given/service.ts';

const DAY = 86_400_000;
const invoices = {
  key: 'invoices',
  body: {
    name: { en: 'Invoices' },
    description: { en: 'We keep your invoices for as long as tax law says. Nobody uses them for anything else.' },
    kind: 'service',
    legalBasis: { EU: 'legal-obligation', UK: 'legal-obligation' },
    dataCategories: ['messages'],
    retentionPeriod: 'P1Y',
  },
};
const books = {
  key: 'books',
  body: {
    name: { en: 'Book check' },
    purposes: ['invoices'],
    dataCategories: ['messages'],
    logic: { en: 'It compares the sums of two lists.' },
  },
};

describe.each(dailyEngine)('what stays of somebody who was erased over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  let request: string;
  const set = { CANDOR_KEEP_CONSENT_PROOF: 'P2Y art17-3-e-legal-claims' };

  beforeEach(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    request = await aCanary(house);
    await does(house, 'purpose.publish', invoices);
    await does(house, 'ai-system.publish', books);
  });
  afterEach(async () => {
    await house.close();
    await place.drop();
  });
  const again = async (changes: Readonly<Record<string, string>> = {}): Promise<void> => {
    await house.close();
    house = await place.open(changes);
  };
  const erase = async (keep?: readonly object[]): Promise<Readonly<Record<string, unknown>>> => {
    const done = await erased(house, PIA, {
      sender: by(officer),
      request,
      ...(keep === undefined ? {} : { keep: keep as never }),
    });
    return done.certificate as Readonly<Record<string, unknown>>;
  };
  const may = async (aiSystem: string, purpose: string): Promise<string> => {
    const { registry, people, now } = await house.see([PIA]);
    const [person] = people;
    if (person === undefined) throw new Error('nobody');
    const { allowed, reason } = evaluate(
      registry,
      person,
      { subject: PIA, aiSystem, purpose, defaultRegime: 'EU' },
      now,
    );
    return allowed ? `yes: ${reason}` : reason;
  };
  const until = (): number => place.clock.now() + 500 * DAY;

  it('a duty of law that used the data goes on until its time is over, and the certificate names it', async () => {
    await does(house, 'use.record', { subject: PIA, aiSystem: 'books', purpose: 'invoices', language: 'en' });
    const certificate = await erase();
    const end = '2027-11-02T09:00:00.000Z';
    expect(certificate['stays']).toContainEqual({
      what: 'what the law keeps for a purpose',
      code: 'kept-purpose',
      on: 'legal-obligation',
      purpose: 'invoices',
      until: end,
    });
    expect(await may('books', 'invoices')).toBe('yes: legal-obligation');
    expect(await may('support-assistant', 'support-drafts')).toBe('erased');
    expect(await may('fraud-check', 'fraud-prevention')).toBe('erased');
    place.clock.wind(Date.parse(end) - place.clock.now());
    await again();
    expect(await may('books', 'invoices')).toBe('erased');
  });

  it('a duty that never used the data keeps nothing', async () => {
    const certificate = await erase();
    expect(JSON.stringify(certificate['stays'])).not.toContain('kept-purpose');
    expect(await may('books', 'invoices')).toBe('erased');
  });

  it('an officer keeps a purpose on a ground of GDPR 17(3), as long as was said and no longer', async () => {
    const end = until();
    const certificate = await erase([{ purpose: 'fraud-prevention', code: 'art17-3-e-legal-claims', until: end }]);
    expect(certificate['stays']).toContainEqual(
      expect.objectContaining({
        purpose: 'fraud-prevention',
        on: 'art17-3-e-legal-claims',
        until: new Date(end).toISOString(),
      }),
    );
    expect(await may('fraud-check', 'fraud-prevention')).toBe('yes: legitimate-interests');
    expect(await may('support-assistant', 'support-drafts')).toBe('erased');
    expect((await house.request(request))?.denialCode).toBe('art17-3-e-legal-claims');
    place.clock.wind(400 * DAY);
    await again();
    expect(await may('fraud-check', 'fraud-prevention')).toBe('yes: legitimate-interests');
    expect(await may('support-assistant', 'support-drafts')).toBe('erased');
  });

  it.each<{ purpose: string; code: KeepGround; at: string }>([
    { purpose: 'nowhere', code: 'art17-3-e-legal-claims', at: '/keep/0/purpose' },
    { purpose: 'fraud-prevention', code: 'legal-obligation', at: '/keep/0/code' },
  ])('an officer cannot keep what no ground carries: %o', async ({ purpose, code, at }) => {
    const refused = await house.erase(PIA, { sender: by(officer), request, keep: [{ purpose, code, until: until() }] });
    expect(problemOf(refused)).toBe('validation-failed');
    expect(refused).toMatchObject({ errors: [{ pointer: at }] });
    expect((await house.see([PIA])).people[0]?.found).toBe('known');
  });

  it.skipIf(engine !== 'sqlite')(
    'what a purpose is kept for outlives a restored backup from before the erasure',
    async () => {
      const copy = join(place.folder, 'copy');
      await backup(place.config(), copy);
      await erase([{ purpose: 'fraud-prevention', code: 'art17-3-e-legal-claims', until: until() }]);
      await house.close();
      const data = join(place.folder, 'data');
      renameSync(data, `${data}-lost`);
      mkdirSync(data);
      cpSync(join(`${data}-lost`, 'master.key'), join(data, 'master.key'));
      await restore(place.config(), copy, { acknowledge: true, clock: place.clock });
      house = await place.open();
      expect(await may('fraud-check', 'fraud-prevention')).toBe('yes: legitimate-interests');
      expect(await may('support-assistant', 'support-drafts')).toBe('erased');
    },
  );

  it('proof of choices is kept only where that was switched on, without the person, and it ends', async () => {
    await again(set);
    const certificate = await erase();
    expect(certificate['stays']).toContainEqual({
      what: 'proof of your choices',
      code: 'consent-proof',
      on: 'art17-3-e-legal-claims',
      until: '2028-11-02T09:00:00.000Z',
    });
    const proofs = () => house.entries({ limit: 10, kinds: ['consent.proof-kept'] });
    const [proof] = (await proofs()).items;
    expect(proof?.subject).toBeUndefined();
    expect(proof?.payload).toMatchObject({
      certificate: request,
      acts: [
        {
          purpose: 'support-drafts',
          purposeVersion: 1,
          notice: { key: 'support-notice', version: 1 },
          act: 'given',
          occurredAt: '2026-10-01T10:00:00.000Z',
        },
      ],
    });
    expect(found(place.folder, CANARY)).toEqual([]);
    place.clock.wind(Date.parse('2028-11-03T00:00:00.000Z') - place.clock.now());
    await again(set);
    await house.sweepErasures();
    expect((await proofs()).items.map(({ payload }) => payload)).toEqual([undefined]);
    expect((await house.entries({ limit: 10, kinds: ['payload.expired'] })).items).toHaveLength(1);
    await house.sweepErasures();
    expect((await house.entries({ limit: 10, kinds: ['payload.expired'] })).items).toHaveLength(1);
    if (engine !== 'sqlite') return;
    await house.close();
    expect(
      await quietly(() =>
        verify(['--all', '--data', join(place.folder, 'data'), '--witness', join(place.folder, 'witness')]),
      ),
    ).toBe(0);
    house = await place.open(set);
  });

  it('no proof of choices is kept where nothing was said', async () => {
    await erase();
    expect((await house.entries({ limit: 10, kinds: ['consent.proof-kept'] })).items).toEqual([]);
  });

  it('when mark and backups are over, the mark is gone and the lines of the journal are empty; their count stays', async () => {
    await erase();
    const [node] = await house.store.one(nodeRows, {});
    const file = join(place.folder, 'witness', 'journal', `${node?.node}.ndjson`);
    const before = readFileSync(file, 'utf8').trim().split('\n');
    await house.sweepErasures();
    expect(readFileSync(file, 'utf8').trim().split('\n')).toEqual(before);
    place.clock.wind(367 * DAY);
    await again();
    await house.sweepErasures();
    const after = readFileSync(file, 'utf8').trim().split('\n');
    expect(after).toHaveLength(before.length);
    for (const line of after) expect(Object.keys(JSON.parse(line))).toEqual(['node', 'number', 'prevHash', 'fallen']);
    expect((await house.see([PIA])).people[0]).toMatchObject({ found: 'unknown' });
    await again();
    expect((await house.see([PIA])).people[0]).not.toHaveProperty('erasedAt');
    const old = { at: '2026-11-02T09:00:00.000Z', nodes: [] } as never;
    expect(() => demandYoung(place.config(), old, place.clock.now())).toThrow(/older than CANDOR_BACKUP_LIFE/);
    const short = { nodes: [{ node: node?.node, lines: before.length + 1 }], size: 0, log: 0 } as never;
    expect(() => demandJournals(place.config(), short)).toThrow(/too short/);
    demandJournals(place.config(), { nodes: [{ node: node?.node, lines: before.length }], size: 0, log: 0 } as never);
  });
});
