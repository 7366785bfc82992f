import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main as verify } from '../../../scripts/verify.ts';
import { Unavailable } from '../../../src/store/store.ts';
import { aCanary, aCompany, aPlace, by, CANARY, found, officer, PIA, quietly } from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { failing } from '../../given/ledger/failing.ts';
import { dailyEngine } from '../../given/service.ts';

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8];
const crashes = STEPS.flatMap((at) => [false, true].map((after) => ({ at, after })));

describe.each(dailyEngine)('an erasure that is interrupted over %s', (engine) => {
  it.each(crashes)('ends at the next start, whatever was done before: %o', async (crash) => {
    const place = await aPlace(engine);
    let house = await place.open();
    try {
      await aCompany(house);
      const request = await aCanary(house);
      const erasing = await failing(house, place, crash);
      const fault = await erasing.erase(PIA, { sender: by(officer), request }).catch((thrown: unknown) => thrown);
      const isOver = !(fault instanceof Unavailable);
      const hasBegun = isOver || crash.at > 1 || crash.after;
      if (hasBegun) expect((await house.see([PIA])).people[0]?.found).toBe('erased');
      await house.close();
      house = await place.open();
      if (!hasBegun) expect(await erased(house, PIA, { sender: by(officer), request })).toMatchObject({ request });
      expect((await house.see([PIA])).people[0]?.found).toBe('erased');
      expect(await house.certificate(request)).toMatchObject({ request, regimes: ['EU'] });
      expect(await house.request(request)).toMatchObject({ state: 'fulfilled' });
      const kinds = (await house.entries({ limit: 100 })).items.map(({ kind }) => kind);
      expect([
        kinds.filter((kind) => kind === 'person.erased').length,
        kinds.filter((kind) => kind === 'erasure.certified').length,
      ]).toEqual([1, 1]);
      expect(found(place.folder, CANARY)).toEqual([]);
      await house.close();
      if (engine === 'sqlite')
        expect(
          await quietly(() =>
            verify(['--all', '--data', join(place.folder, 'data'), '--witness', join(place.folder, 'witness')]),
          ),
        ).toBe(0);
      house = await place.open();
    } finally {
      await house.close();
      await place.drop();
    }
  });
});
