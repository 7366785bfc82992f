/**
 * What Candor says is what Candor does: every promising sentence with a drive, in four languages, over HTTP.
 * Source: decision 0032.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { defined } from '../../src/vocabulary/defined.ts';
import { aService, type Engine, engines, type RunningService } from '../given/service.ts';
import { promises } from '../promises/promises.ts';
import { aScene, type Language, languages } from '../promises/scene.ts';

type Spoken = readonly [Language, ...Language[]];

/** One act is read in every language; what is written once, in the language of the person, is done once for each. */
const runs = (engine: Engine) =>
  promises
    .filter(({ on = engine }) => on === engine)
    .flatMap((promise) => {
      const read = promise.only ?? languages;
      const each: readonly Spoken[] = promise.written === true ? read.map((language) => [language] as const) : [read];
      return each.map((spoken): [string, Spoken, typeof promise] => [promise.says, spoken, promise]);
    });

describe.each(engines)('the promises of the catalogues over %s', (engine) => {
  let service: RunningService | undefined;
  afterEach(async () => {
    await service?.stop();
    service = undefined;
  });

  it.each(runs(engine))('%s %j', async (_, spoken, { keys, drive, variables }) => {
    service = await aService({ engine, ...defined({ variables }) });
    const scene = await aScene(service, spoken);
    await drive(scene);
    expect([...scene.found].sort(), 'every sentence was found where it is read').toEqual([...keys].sort());
    const found = keys.length * spoken.length;
    expect(expect.getState().assertionCalls, 'and its effect was looked at').toBeGreaterThan(found + 1);
  });
});
