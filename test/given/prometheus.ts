/**
 * A real Prometheus over running services, with the alarms of deploy/alerts.yaml in a time that a test can wait for.
 * Flow:    test/prove → here → prometheus.
 * Promise: expressions, labels and names are those of the file. What is shortened is said in `quickly` alone.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { root } from '../../src/root.ts';
import { aFreePort } from './http/a-free-port.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
}

/** How long something has to last before anybody is called: a second. The hour of two alarms: a few of them. */
const quickly: readonly (readonly [alert: RegExp, from: string, to: string])[] = [
  [/^CandorLogKeyChanged$/, '[1h]', '[60s]'],
  [/^CandorWebhookFailing$/, '> 3600', '> 2'],
  [/^CandorWebhookFailing$/, '[1h]', '[10s]'],
];

function rulesIn(text: string): string {
  const { groups } = parse(text) as { groups: { name: string; rules: Rule[] }[] };
  const shortened = groups.map(({ name, rules }) => ({
    name,
    rules: rules.map((rule) => ({
      ...rule,
      ...(rule.for === undefined ? {} : { for: '1s' }),
      expr: quickly.reduce(
        (expr, [alert, from, to]) => (alert.test(rule.alert) ? expr.replaceAll(from, to) : expr),
        rule.expr,
      ),
    })),
  }));
  return JSON.stringify({ groups: shortened });
}

export interface Prometheus {
  /** The names of the alarms that fire for this port now. */
  firing(port: number): Promise<readonly string[]>;
  stop(): Promise<void>;
}

interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: string;
}

export async function startPrometheus(folder: string, ports: readonly number[]): Promise<Prometheus> {
  const port = await aFreePort();
  const rules = join(folder, 'alerts.json');
  writeFileSync(rules, rulesIn(readFileSync(join(root, 'deploy/alerts.yaml'), 'utf8')));
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: [rules],
    scrape_configs: [{ job_name: 'candor', static_configs: [{ targets: ports.map((each) => `127.0.0.1:${each}`) }] }],
  };
  const file = join(folder, 'prometheus.json');
  writeFileSync(file, JSON.stringify(config));
  const words = [`--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'tsdb')}`];
  const child = spawn('prometheus', [...words, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error'], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  return {
    async firing(its) {
      const { data } = (await (await fetch(`${url}/api/v1/alerts`)).json()) as { data: { alerts: readonly Alert[] } };
      return data.alerts
        .filter(({ labels, state }) => state === 'firing' && labels['instance'] === `127.0.0.1:${its}`)
        .map(({ labels }) => labels['alertname'] ?? '');
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await pause(100);
  }
  throw new Error('Prometheus did not start.');
}
