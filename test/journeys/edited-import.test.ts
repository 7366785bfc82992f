import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordInHouse } from '../../scripts/import/recording.ts';
import { sendOverHttp } from '../../scripts/import/sending.ts';
import { importLines } from '../../scripts/import.ts';
import { aShop, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

/**
 * A line of a file: a use that stands once, or the state of a person, of which the last one said is true. `{who}` is a
 * person of one run of the property.
 */
const use = (nth: number) => ({
  kind: 'use',
  subject: '{who}',
  aiSystem: 'support-assistant',
  purpose: 'support-drafts',
  occurredAt: '2026-02-01T10:00:00.000Z',
  reference: `answer-${nth}`,
});
const person = (language: string) => ({
  kind: 'subject',
  subject: '{who}',
  regimes: ['EU'],
  ageBand: 'adult',
  language,
});
const aLine = fc.oneof(
  fc.nat(7).map((nth) => JSON.stringify(use(nth))),
  fc.constantFrom('en', 'de', 'fr').map((language) => JSON.stringify(person(language))),
);
const file = fc.array(aLine, { maxLength: 10 });

/** What somebody does to a file between two imports: lines put in, cut, repeated, and all of them in another order. */
const edited = (lines: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc
    .tuple(fc.subarray([...lines]), fc.subarray([...lines]), file)
    .chain(([kept, repeated, added]) => fc.shuffledSubarray([...kept, ...repeated, ...added], { minLength: 0 }))
    .chain((all) => fc.constantFrom(all, all.toReversed()));

const history = file.chain((first) =>
  edited(first).chain((second) => edited(second).map((third) => [first, second, third])),
);

describe.each(engines)('an import whose file was edited and is given again, over %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-edited-'));
  let service: RunningService;
  let runs = 0;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function imported(lines: readonly string[], who: string, way: 'folder' | 'http') {
    const name = `${who}.ndjson`;
    const path = join(folder, name);
    writeFileSync(path, lines.map((line) => line.replaceAll('{who}', who)).join('\n'));
    const token = await service.token({ scope: 'registry consent use', sub: 'importer' });
    const take = way === 'folder' ? recordInHouse(service.house, name) : sendOverHttp({ url: service.url, token });
    return importLines(path, { name, drop: [] }, take);
  }

  it.each(['folder', 'http'] as const)('by %s records each use once and ends with the last state said', async (way) => {
    await fc.assert(
      fc.asyncProperty(history, async (files) => {
        runs += 1;
        const who = `customer:edited-${way}-${runs}`;
        sure(await service.call('PUT', `/v1/subjects/${who}`, { json: { regimes: ['EU'] }, scope: 'consent' }));
        for (const lines of files) {
          const { refused, lines: counted } = await imported(lines, who, way);
          expect([refused, counted]).toEqual([[], lines.length]);
        }
        const again = await imported(files[2] ?? [], who, way);
        const uses = (files[2] ?? []).filter((line) => line.includes('"use"')).length;
        expect(again.known).toBeGreaterThanOrEqual(uses);

        const { items } = sure(
          await service.call('GET', `/v1/subjects/${who}/ledger?limit=100`, { scope: 'audit' }),
        ).body;
        const references = items.flatMap(
          ({ payload }: { payload?: { reference?: string } }) => payload?.reference ?? [],
        );
        const meant = new Set(files.flat().filter((line) => line.includes('"use"')));
        expect(references.toSorted()).toEqual([...meant].map((line) => JSON.parse(line).reference).toSorted());

        const said = files.findLast((lines) => lines.some((line) => line.includes('"subject",')));
        const last = said?.findLast((line) => line.includes('"subject",'));
        const { body } = sure(await service.call('GET', `/v1/subjects/${who}`, { scope: 'consent' }));
        expect(body.language).toBe(last === undefined ? null : JSON.parse(last).language);
      }),
      { numRuns: 12 },
    );
  });
});
