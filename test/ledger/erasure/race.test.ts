import { describe, expect, it } from 'vitest';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  CANARY,
  found,
  officer,
  PIA,
  staysAfterAll,
  verifiedAll,
} from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { engines } from '../../given/service.ts';

const OTHER = 'customer:42';
const use = (subject: string) => ({
  subject,
  aiSystem: 'support-assistant',
  purpose: 'support-drafts',
  reference: `late ${CANARY}`,
  language: 'en',
});

describe.each(engines)('an erasure over %s while services go on asking', (engine) => {
  it('every use is recorded before it or refused after it, and none comes back', async () => {
    const place = await aPlace(engine);
    const house = await place.open();
    try {
      await aCompany(house);
      // Nothing that was asked before keeps the data from being used, so that uses and the erasure do meet.
      await staysAfterAll(house, PIA);
      const asking: readonly number[] = Array.from({ length: 60 }, (_, i) => i);
      const early = asking.map(() => house.record('use.record', use(PIA), by(officer)));
      const erasing = erased(house, PIA, { sender: by(officer) });
      const again = erased(house, PIA, { sender: by(officer) });
      const late: typeof early = [];
      for (const _ of asking) {
        late.push(house.record('use.record', use(PIA), by(officer)));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await erasing;
      late.push(house.record('use.record', use(PIA), by(officer)));
      const told = await Promise.all([...early, ...late]);
      const reasons = told.map((each) =>
        isProblem(each) ? each.problem : (JSON.parse(Buffer.from(each.bytes).toString()) as { reason: string }).reason,
      );
      expect(new Set(reasons)).toEqual(new Set(['consent-given', 'erased']));
      expect(await erasing).toHaveProperty('certificate');
      // Who asks again while it is under way gets the same certificate, not another erasure.
      expect(await again).toEqual(await erasing);
      expect((await house.see([PIA])).people[0]?.found).toBe('erased');
      expect(found(place.folder, CANARY)).toEqual([]);
    } finally {
      await house.close();
      await place.drop();
    }
  });
});

describe('a person with a long life among others', () => {
  it('is erased in several facts, and the whole ledger still proves', async () => {
    const place = await aPlace('sqlite');
    const house = await place.open();
    try {
      await aCompany(house);
      const request = await aCanary(house);
      const lives = Array.from({ length: 2100 }, () => [PIA, OTHER]).flat();
      for (let from = 0; from < lives.length; from += 300) {
        const items = lives.slice(from, from + 300).map((subject) => ({ input: use(subject), sender: by(officer) }));
        await house.recordMany('use.record', items);
      }
      const done = await erased(house, PIA, { sender: by(officer), request });
      expect(done.certificate).toMatchObject({ entries: expect.any(Number) });
      const kinds = (await house.entries({ limit: 20 })).items.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'person.erased')).toHaveLength(2);
    } finally {
      await house.close();
    }
    expect(await verifiedAll(place)).toBe(0);
    await place.drop();
  }, 60_000);
});
