/**
 * Trust and fairness in the console: page, JSON and table of one address show the same, and choices are counted.
 * Source: decision 0116.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, atTheConsole, sure } from '../given/a-shop.ts';
import { aBank, decline } from '../given/review/a-review.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const PEOPLE = 12;

describe.each(dailyEngine)('trust and fairness, over %s', (engine) => {
  let service: RunningService;
  let officer: { readonly cookie: string };
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    await decline(service);
    for (let at = 0; at < PEOPLE; at += 1) await aCustomer(service, `customer:trust-${at}`);
    officer = await atTheConsole(service, 'omar', ['reports']);
  });
  afterAll(() => service.stop());

  const open = async (path: string, accept = 'text/html') =>
    sure(await service.call('GET', path, { headers: { ...officer, accept } }));

  it('counts the decisions of an AI system and withholds a single one', async () => {
    const { text } = await open('/console/trust/files/trust.json?aiSystem=loan-check', '*/*');
    const told = JSON.parse(text);
    expect(told).toMatchObject({ aiSystem: 'loan-check', withheldBelow: { count: 5, people: 10 }, countedOf: null });
    expect(told.months.at(-1).cells).toMatchObject({ decisions: null, contested: 0 });
    expect(told.groups.map(({ by }: { by: string }) => by)).toEqual(['ageBand', 'regime', 'language']);
    for (const { rows } of told.groups)
      for (const row of rows) expect(row).toMatchObject({ people: null, share: null });
    expect(text).not.toMatch(/sub_|customer:|act_/);
  });

  it('the page says what a difference may mean, and what is not shown', async () => {
    const { text } = await open('/console/trust');
    expect(text).toContain('that is a reason to look, not a proof of unfair treatment');
    expect(text).toContain('A count below 5, or a group of fewer than 10 people, is not shown');
    expect(text).toContain('href="/console/trust/files/trust.csv?months=12"');
    expect(text).toContain('<td>not shown</td>');
  });

  it('the table is the same figures, a row each', async () => {
    const { text } = await open('/console/trust/files/trust.csv?months=3', '*/*');
    expect(text.split('\r\n')[0]).toContain('"by","name","figure","value","withheld"');
    expect(text).toMatch(/"month","2026-11","decisions","","yes"/);
  });

  it('opens to nobody who lacks the scope', async () => {
    const clerk = await atTheConsole(service, 'clerk-1', ['requests']);
    const told = await service.call('GET', '/console/trust', { headers: { ...clerk, accept: 'text/html' } });
    expect(told.status).toBe(403);
  });
});
