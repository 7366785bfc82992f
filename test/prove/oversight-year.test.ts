/**
 * A simulated year of decisions, uses and reviews: the report and a count from the exported ledger agree in every
 * figure.
 * Source: docs/law.md 7, 8.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../scripts/figures/count.ts';
import { exportedEntries } from '../../scripts/figures.ts';
import { ADA, BEN, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, end, NINA, OMAR, step, TARA } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const DAY = 86_400_000;

/** A small generator of its own, so that a failing year can be lived again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe.each(engines)('the figures of a simulated year over %s', (engine) => {
  let service: RunningService;
  const random = chance(20_261_123);
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(random() * choices.length)] ?? choices[0];
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  const use = async (subject: string): Promise<void> => {
    const at = new Date(service.house.now() - Math.floor(random() * DAY)).toISOString();
    const report = random() < 0.4 ? { mode: 'report', occurredAt: at } : {};
    const purpose = pick(['loans', 'loans', 'loans', 'no-such-purpose']);
    sure(
      await service.call('POST', '/v1/uses', {
        json: { subject, aiSystem: 'loan-check', purpose, ...report },
        scope: 'use',
      }),
    );
  };
  const review = async (id: string): Promise<void> => {
    const by = pick([NINA, OMAR, TARA]);
    sure(await step(service, id, { step: 'assign', by: 'officer', body: { reviewer: by } }));
    service.clock.wind(Math.floor(random() * 5 * DAY));
    sure(await step(service, id, { step: 'view-evidence', by }));
    service.clock.wind(Math.floor(5_000 + random() * 600_000));
    const view = pick(['uphold', 'change', 'unsure']);
    sure(
      await step(service, id, {
        step: 'note-view',
        by,
        body: { view, words: 'What the papers show weighs more than the score does.' },
      }),
    );
    service.clock.wind(Math.floor(random() * 300_000));
    const outcome = pick(['upheld', 'upheld', 'changed', 'withdrawn']);
    sure(
      await step(service, id, {
        step: 'conclude',
        by,
        body: end(outcome, outcome === 'changed' ? { newOutcome: { en: 'accepted' } } : {}),
      }),
    );
  };

  it('are those that anybody counts from the exported ledger without our code', async () => {
    const from = service.house.now();
    for (let week = 0; week < 52; week += 1) {
      service.clock.wind(6 * DAY);
      for (let each = 0; each < 6; each += 1) await use(pick([ADA, BEN]));
      const self = pick([ADA, BEN]);
      const decidedAt = new Date(service.house.now() - Math.floor(random() * 3 * DAY)).toISOString();
      const adverse = random() < 0.7;
      const decision = await decline(service, {
        subject: self,
        decidedAt,
        adverse,
        outcome: adverse ? 'declined' : 'accepted',
      });
      if (random() < 0.8) {
        const { id } = sure(await contest(service, decision, { self })).body;
        if (random() < 0.85) await review(id);
      }
    }
    const to = service.house.now() + 1;
    const query = `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`;
    const {
      from: _from,
      to: _to,
      generatedAt,
      ...report
    } = sure(await service.call('GET', `/v1/reports/oversight?${query}`, { scope: 'reports' })).body;
    const token = await service.token({ sub: 'auditor', scope: 'audit' });
    const entries = await exportedEntries({ url: `http://127.0.0.1:${service.port}`, token });
    const counted = figuresOf(entries, { from, to, now: Date.parse(generatedAt), timeZone: 'UTC' });
    expect(report).toEqual(counted);
    expect(report.total.reviews.concluded).toBeGreaterThan(20);
    expect(report.systems[0].byMonth.length).toBeGreaterThanOrEqual(12);
    expect(report.total.activity.uncovered).toBeGreaterThan(0);
    const { activity, reviews } = report.total;
    process.stdout.write(
      `${engine}: ${entries.length} entries, ${activity.decisions} decisions, ${reviews.concluded} reviews, override ${reviews.overrideRate}\n`,
    );
  });
});
