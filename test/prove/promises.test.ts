/**
 * What Candor says is what Candor does: every promising sentence with a drive, in four languages, over HTTP.
 * Source: decision 0032.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { aService, engines, type RunningService } from '../given/service.ts';
import { promises } from '../promises/promises.ts';
import { aScene, languages } from '../promises/scene.ts';

describe.each(engines)('the promises of the catalogues over %s', (engine) => {
  let service: RunningService | undefined;
  afterEach(async () => {
    await service?.stop();
    service = undefined;
  });

  describe.each(languages)('in %s', (language) => {
    const mine = promises.filter(({ on = engine }) => on === engine);
    it.each(mine.map((promise) => [promise.says, promise] as const))('%s', async (_, { keys, drive }) => {
      service = await aService({ engine });
      const scene = await aScene(service, language);
      await drive(scene);
      expect([...scene.found].sort(), 'every sentence was found where a person reads it').toEqual([...keys].sort());
      expect(expect.getState().assertionCalls, 'and its effect was looked at').toBeGreaterThan(keys.length + 1);
    });
  });
});
