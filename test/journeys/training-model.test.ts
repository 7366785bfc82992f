import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, says, sure } from '../given/a-shop.ts';
import { aService, type RunningService } from '../given/service.ts';

/** What a simple model knows of one person. */
interface Known {
  choice: 'none' | 'given' | 'withdrawn';
  included: boolean;
}

const PEOPLE = 4;
const step = fc.record({
  what: fc.constantFrom('given', 'withdrawn', 'include', 'include', 'erase', 'end'),
  who: fc.nat(PEOPLE - 1),
});
type Step = (typeof step extends fc.Arbitrary<infer S> ? S : never) & object;

let service: RunningService;
beforeAll(async () => {
  service = await aService({ engine: 'sqlite' });
  await aShop(service);
});
afterAll(() => service.stop());

const call = (method: string, path: string, json?: unknown) =>
  service.call(method, `/v1/training-runs${path}`, { scope: 'use', ...(json === undefined ? {} : { json }) });

let group = 0;

/** The same steps over HTTP and in the model; both have to come to the same lists. */
async function agree(steps: readonly Step[]): Promise<void> {
  group += 1;
  const nameOf = (who: number): string => `customer:m${group}-${who}`;
  const json = { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion: `m${group}` };
  const run: string = sure(await call('POST', '', json)).body.id;
  const people: (Known | undefined)[] = Array.from({ length: PEOPLE }, () => undefined);
  let [erased, counted, isOpen] = [0, 0, true];
  const subjectOf = async (who: number): Promise<string | undefined> =>
    (await service.call('GET', `/v1/subjects/${nameOf(who)}`, { scope: 'consent' })).body.subject;
  for (const { what, who } of steps) {
    const known = people[who];
    service.clock.wind(1000);
    if (what === 'given' || what === 'withdrawn') {
      sure(await says(service, what, nameOf(who)));
      people[who] = { choice: what, included: known?.included ?? false };
    } else if (what === 'erase' && known !== undefined) {
      sure(await service.call('POST', `/v1/subjects/${nameOf(who)}/erasure`, { json: {}, scope: 'admin' }));
      if (known.included) erased += 1;
      people[who] = undefined;
    } else if (what === 'end' && isOpen) {
      sure(await call('POST', `/${run}/outcome`, { outcome: 'finished' }));
      isOpen = false;
    } else if (what === 'include' && known !== undefined) {
      const told = await call('POST', `/${run}/included`, { subjects: [await subjectOf(who)] });
      const isIn = known.included || known.choice === 'given';
      expect(told.status).toBe(isOpen ? 200 : 409);
      if (!isOpen) continue;
      expect(told.body.results[0].included).toBe(isIn);
      if (isIn && !known.included) counted += 1;
      known.included = isIn;
    }
  }
  const subjects = await Promise.all(people.map((known, who) => (known === undefined ? undefined : subjectOf(who))));
  const those = (wanted: (known: Known) => boolean): readonly (string | undefined)[] =>
    subjects.filter((_subject, who) => people[who] !== undefined && wanted(people[who] as Known)).toSorted();
  const listed = async (path: string): Promise<readonly string[]> =>
    sure(await call('GET', `/${run}/${path}?limit=1000`)).body.items.map(({ subject }: { subject: string }) => subject);
  expect(await listed('included')).toEqual(those(({ included }) => included));
  expect(await listed('no-longer-permitted')).toEqual(those(({ included, choice }) => included && choice !== 'given'));
  const own = (await listed('candidates')).filter((subject) => subjects.includes(subject));
  expect(own).toEqual(those(({ choice }) => choice === 'given'));
  expect(sure(await call('GET', `/${run}`)).body).toMatchObject({ included: counted, erased });
}

it('agrees with a simple model, whatever people and trainers do in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), agree), { numRuns: 15 });
}, 120_000);
