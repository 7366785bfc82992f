/**
 * What a monitor reads of a running service: every number that an alarm or the dashboard asks for is there, says what
 * happened, and names nobody.
 * Source:  docs/runbook.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { noteBackup } from '../../src/last-backup.ts';
import { root } from '../../src/root.ts';
import { startOrSeal } from '../../src/service.ts';
import { ADA, aShop, question, says, sure, use } from '../given/a-shop.ts';
import { aFreePort } from '../given/http/a-free-port.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly runbook: string };
}
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const { groups } = parse(text('deploy/alerts.yaml')) as {
  readonly groups: readonly { readonly rules: readonly Rule[] }[];
};
const alarms = groups.flatMap(({ rules }) => rules);
const dashboard = JSON.parse(text('deploy/grafana/dashboards/candor.json')) as {
  readonly panels: readonly { readonly title: string; readonly targets?: readonly { readonly expr: string }[] }[];
};

/** Names of ours and of the process; what a histogram adds to its name is taken off. */
const namesIn = (expr: string): readonly string[] =>
  [...expr.matchAll(/\b(?:candor|nodejs|process)_\w+/g)].map(([name]) => name.replace(/_(?:bucket|sum|count)$/, ''));

const numbersAt = async (port: number): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
const valueIn = (numbers: string, name: string): number =>
  Number(
    numbers
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1) ?? 'missing',
  );

describe('every alarm', () => {
  const sections = text('docs/runbook.md').split(/^## /m).slice(1);
  it('has a section of its name in the runbook that begins with how urgent it is, and no section is about another', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(alarms.map(({ alert }) => alert));
    for (const section of sections) expect(section.split('\n')[1]).toMatch(/^\*\*(?:page|ticket)\.\*\* /);
    for (const { alert, annotations } of alarms)
      expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
  });
});

describe('a running service with an issuer of its own company', () => {
  it('tells every number that an alarm or a panel asks for', async () => {
    const elsewhere = await aFreePort();
    const folder = mkdtempSync(join(tmpdir(), 'candor-monitor-'));
    const config = readConfig({
      CANDOR_DATA_DIR: folder,
      CANDOR_ISSUER: 'https://login.example.com',
      CANDOR_JWKS_URL: 'http://127.0.0.1:1/jwks',
      CANDOR_AUDIENCE: 'candor',
      PORT: '0',
      METRICS_PORT: String(elsewhere),
      LOG_LEVEL: 'silent',
    });
    if ('faults' in config) throw new Error(config.faults.join('\n'));
    const whole = await startOrSeal(config);
    await fetch(`http://127.0.0.1:${whole.port}/readyz`);
    const told = new Set([...(await numbersAt(elsewhere)).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
    await whole.stop();
    rmSync(folder, { recursive: true, force: true });
    for (const { alert, expr } of alarms)
      for (const name of namesIn(expr)) expect([alert, name, told.has(name)]).toEqual([alert, name, true]);
    for (const { title, targets = [] } of dashboard.panels)
      for (const { expr } of targets)
        for (const name of namesIn(expr)) expect([title, name, told.has(name)]).toEqual([title, name, true]);
  });
});

describe.each(engines)('a running service on %s', (engine) => {
  let service: RunningService;
  let port = 0;
  beforeAll(async () => {
    port = await aFreePort();
    service = await aService({ engine, variables: { METRICS_PORT: String(port) } });
    await aShop(service);
  });
  afterAll(() => service.stop());

  it('counts uses by AI system and outcome, and names only systems that were published', async () => {
    sure(await use(service));
    sure(await says(service, 'given'));
    sure(await use(service));
    const occurredAt = new Date(service.house.now() - 1000).toISOString();
    for (const aiSystem of ['support-assistant', 'a-customers-name'])
      sure(
        await service.call('POST', '/v1/uses', {
          json: { ...question(), aiSystem, purpose: 'another-purpose', mode: 'report', occurredAt },
          scope: 'use',
        }),
      );
    const numbers = await numbersAt(port);
    const uses = (system: string, outcome: string) =>
      valueIn(numbers, `candor_uses_total{ai_system="${system}",outcome="${outcome}"}`);
    expect(uses('support-assistant', 'allowed')).toBe(1);
    expect(uses('support-assistant', 'refused')).toBe(1);
    expect(uses('support-assistant', 'unpermitted')).toBe(1);
    expect(uses('unpublished', 'unpermitted')).toBe(1);
    expect(numbers).not.toContain('a-customers-name');
    expect(numbers).not.toContain(ADA);
    expect(numbers).not.toMatch(/\b(?:sub|act)_\w/);
  });

  it('says how batches go, how long the ledger is and that the mark follows', async () => {
    const numbers = await numbersAt(port);
    const entries = valueIn(numbers, 'candor_ledger_entries');
    expect(entries).toBeGreaterThan(5);
    expect(valueIn(numbers, 'candor_batch_commands_count')).toBeGreaterThan(5);
    expect(valueIn(numbers, 'candor_commit_seconds_count')).toBe(valueIn(numbers, 'candor_batch_commands_count'));
    expect(valueIn(numbers, 'candor_queue_commands')).toBe(0);
    expect(valueIn(numbers, 'candor_mark_lag_seconds')).toBeLessThan(5);
    expect([valueIn(numbers, 'candor_ready'), valueIn(numbers, 'candor_sealed')]).toEqual([1, 0]);
    sure(await use(service));
    expect(valueIn(await numbersAt(port), 'candor_ledger_entries')).toBe(entries + 1);
  });

  it('says what is due first, and when a backup was made', async () => {
    const opened = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA }));
    // What the database counts is asked for every ten seconds at most, so this is the answer of a fresh start.
    service = await service.again();
    noteBackup(service.dataDir, service.house.now());
    const numbers = await numbersAt(port);
    expect(valueIn(numbers, 'candor_requests_open')).toBe(1);
    expect(valueIn(numbers, 'candor_request_due_at_seconds') * 1000).toBe(Date.parse(opened.body.dueAt));
    expect(valueIn(numbers, 'candor_reviews_open')).toBe(0);
    expect(valueIn(numbers, 'candor_review_due_at_seconds')).toBeNaN();
    expect(valueIn(numbers, 'candor_breaches_open')).toBe(0);
    expect(valueIn(numbers, 'candor_breach_due_at_seconds')).toBeNaN();
    expect(valueIn(numbers, 'candor_backup_made_at_seconds') * 1000).toBe(service.house.now());
    expect(valueIn(numbers, 'candor_retention_swept_at_seconds') * 1000).toBeLessThanOrEqual(service.house.now());
    expect(valueIn(numbers, 'candor_retention_swept_at_seconds')).toBeGreaterThan(0);
  });

  it('counts the breaches of which the authority must still be told, and says when the first is due', async () => {
    const HOUR = 3_600_000;
    const officer = { scope: 'requests', sub: 'officer' };
    const now = service.house.now();
    const record = async (hoursAgo: number, regimes = ['EU']): Promise<string> => {
      const json = { what: 'A list went astray.', noticedAt: new Date(now - hoursAgo * HOUR).toISOString(), regimes };
      return sure(await service.call('POST', '/v1/breaches', { json, ...officer })).body.id;
    };
    await record(5);
    const first = await record(80);
    await record(2, ['US-CA']);
    service = await service.again();
    const open = await numbersAt(port);
    expect(valueIn(open, 'candor_breaches_open')).toBe(2);
    expect(valueIn(open, 'candor_breach_due_at_seconds')).toBe((now - 8 * HOUR) / 1000);
    const json = { whom: 'authority', ground: 'risk-unlikely', text: 'Nobody could read it.' };
    sure(await service.call('POST', `/v1/breaches/${first}/not-told`, { json, ...officer }));
    service = await service.again();
    const left = await numbersAt(port);
    expect(valueIn(left, 'candor_breaches_open')).toBe(1);
    expect(valueIn(left, 'candor_breach_due_at_seconds')).toBe((now + 67 * HOUR) / 1000);
  });
});

describe('a service that is sealed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-monitor-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('still says so to a monitor, and that it is not ready', async () => {
    const port = await aFreePort();
    const config = readConfig({ CANDOR_DATA_DIR: folder, PORT: '0', METRICS_PORT: String(port), LOG_LEVEL: 'silent' });
    if ('faults' in config) throw new Error(config.faults.join('\n'));
    await (await startOrSeal(config)).stop();
    writeFileSync(config.masterKeyFile, `1 ${Buffer.alloc(32, 7).toString('base64')}\n`);
    const sealed = await startOrSeal(config);
    try {
      expect(sealed.state).toBe('sealed');
      const numbers = await numbersAt(port);
      expect([valueIn(numbers, 'candor_ready'), valueIn(numbers, 'candor_sealed')]).toEqual([0, 1]);
    } finally {
      await sealed.stop();
    }
  });
});
