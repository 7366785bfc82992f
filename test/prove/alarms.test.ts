/**
 * Every alarm fires where what it is for happens, and is silent before and after, as Prometheus itself judges it.
 * Source:  docs/runbook.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/root.ts';
import { hasTool, runTool } from '../given/tool.ts';

const rules = join(root, 'deploy/alerts.yaml');
const folder = mkdtempSync(join(tmpdir(), 'candor-alarms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Series {
  readonly series: string;
  readonly values: string;
}
const NODE = 'instance="a:9464",job="candor"';
const of = (name: string, values: string, more = ''): Series => ({ series: `${name}{${NODE}${more}}`, values });

/** A minute a value: an hour well, an hour not, two hours well again. */
const staged = (well: string, ill: string): string => `${well}x60 ${ill}x60 ${well}x120`;
const [WELL_AT, ILL_AT, AGAIN_AT] = ['55m', '115m', '235m'] as const;
/** Moments are told in seconds since 1970, and here time begins at 0. */
const HOUR = 3600;
const minutes = (from: number, to: number, value: (minute: number) => number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => String(value(from + at))).join(' ');
const throughout = (value: (minute: number) => number): string => minutes(0, 241, value);
const isIll = (minute: number): boolean => minute > 60 && minute <= 121;

const calls = (status: string, perMinute: (minute: number) => number): Series => {
  let sum = 0;
  const values = throughout((minute) => {
    sum += perMinute(minute);
    return sum;
  });
  return of('candor_http_request_seconds_count', values, `,route="/v1/uses",method="POST",status="${status}"`);
};
const slow = (name: string, labels: string): readonly Series[] => {
  let [quick, all] = [0, 0];
  const counts = Array.from({ length: 242 }, (_, minute) => {
    all += 600;
    quick += isIll(minute) ? 300 : 600;
    return [quick, all] as const;
  });
  return [
    of(name, counts.map(([each]) => each).join(' '), `${labels},le="0.25"`),
    of(name, counts.map(([, each]) => each).join(' '), `${labels},le="1"`),
    of(name, counts.map(([, each]) => each).join(' '), `${labels},le="+Inf"`),
  ];
};
const uses = (outcome: string, perMinute: (minute: number) => number): Series => {
  let sum = 0;
  const values = throughout((minute) => {
    sum += perMinute(minute);
    return sum;
  });
  return of('candor_uses_total', values, `,ai_system="support-assistant",outcome="${outcome}"`);
};
const ill =
  <T>(when: T, otherwise: T) =>
  (minute: number) =>
    isIll(minute) ? when : otherwise;

/** What happens, for each alarm. */
const faults: Readonly<Record<string, readonly Series[]>> = {
  CandorDown: [of('up', staged('1', '0'))],
  CandorSealed: [of('candor_sealed', staged('0', '1'))],
  CandorNotReady: [of('candor_ready', staged('1', '0')), of('candor_sealed', '0x240')],
  CandorStorageTrouble: [of('candor_storage_troubles', staged('0', '1'))],
  CandorMarkStale: [of('candor_mark_lag_seconds', staged('0.2', '30'))],
  CandorRowsDoNotFit: [of('candor_rows_that_do_not_fit', staged('0', '2'))],
  CandorLogKeyChanged: [of('candor_ledger_log', '0x70 1x170')],
  CandorErrors: [calls('200', () => 600), calls('503', ill(60, 0))],
  CandorSlow: slow('candor_http_request_seconds_bucket', ',route="/v1/uses",method="POST",status="201"'),
  CandorQueueLong: [of('candor_queue_commands', staged('3', '5000'))],
  CandorCommitSlow: slow('candor_commit_seconds_bucket', ''),
  CandorRequestOverdue: [
    of(
      'candor_request_due_at_seconds',
      throughout((at) => (isIll(at) ? at * 60 - 5 : at * 60 + 999_999)),
    ),
  ],
  CandorRequestDueSoon: [
    of(
      'candor_request_due_at_seconds',
      throughout((at) => at * 60 + (isIll(at) ? 2 : 9) * 24 * HOUR),
    ),
  ],
  CandorReviewOverdue: [
    of(
      'candor_review_due_at_seconds',
      throughout((at) => (isIll(at) ? at * 60 - 5 : at * 60 + 999_999)),
    ),
  ],
  CandorUnpermittedUse: [uses('unpermitted', ill(1, 0))],
  CandorRefusalsJump: [uses('allowed', ill(20, 100)), uses('refused', ill(80, 5))],
  CandorMessagesStuck: [
    of(
      'candor_message_due_at_seconds',
      throughout((at) => (isIll(at) ? at * 60 - 2 * HOUR : at * 60)),
    ),
  ],
  CandorWebhookFailing: [
    of(
      'candor_webhook_failing_since_seconds',
      throughout((at) => (isIll(at) ? at * 60 - 2 * HOUR : Number.NaN)),
    ),
  ],
  CandorIssuerKeysFaulty: [of('candor_issuer_keys_faulty', staged('0', '1'))],
  CandorRetentionStale: [
    of(
      'candor_retention_swept_at_seconds',
      throughout((at) => (isIll(at) ? at * 60 - 4 * HOUR : at * 60)),
    ),
  ],
  CandorBackupOld: [
    of(
      'candor_backup_made_at_seconds',
      throughout((at) => (isIll(at) ? at * 60 - 27 * HOUR : at * 60)),
    ),
  ],
  CandorWalkStale: [
    of(
      'candor_views_walked_at_seconds',
      throughout((at) => (isIll(at) ? at * 60 - 8 * 24 * HOUR : at * 60)),
    ),
    of(
      'process_start_time_seconds',
      throughout(() => -9 * 24 * HOUR),
    ),
  ],
  CandorLogLinesLost: [
    of(
      'candor_log_lines_lost',
      throughout((at) => Math.max(0, Math.min(at, 121) - 60)),
    ),
  ],
  CandorEventLoopSlow: [of('nodejs_eventloop_lag_p99_seconds', staged('0.01', '0.9'))],
  CandorMemoryHigh: [of('process_resident_memory_bytes', staged('2e8', '2e9'))],
};

const { groups } = parse(readFileSync(rules, 'utf8')) as {
  groups: { rules: { alert: string; labels: { severity: string } }[] }[];
};
const alarms = groups.flatMap((group) => group.rules);

/** How many alarms of this name fire at a moment. */
const firing = (alert: string, at: string, count: number) => ({
  expr: `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`,
  eval_time: at,
  exp_samples: [{ labels: '{}', value: count }],
});

describe('the alarms', () => {
  it('each is staged here, and nothing is staged that is none', () =>
    expect(Object.keys(faults).sort()).toEqual(alarms.map(({ alert }) => alert).sort()));

  it.skipIf(!hasTool('promtool'))('are well formed, as promtool says', () => {
    const { code, said } = runTool('promtool', 'check', 'rules', rules);
    expect([code, said]).toEqual([0, expect.stringContaining(`${alarms.length} rules found`)]);
  });

  it.skipIf(!hasTool('promtool'))('each fires when it happens and at no other time, as promtool plays it', () => {
    const tests = Object.entries(faults).map(([alert, series]) => ({
      interval: '1m',
      name: alert,
      input_series: series,
      promql_expr_test: [firing(alert, WELL_AT, 0), firing(alert, ILL_AT, 1), firing(alert, AGAIN_AT, 0)],
    }));
    const file = join(folder, 'alarms.json');
    writeFileSync(file, JSON.stringify({ rule_files: [rules], evaluation_interval: '1m', tests }));
    const { code, said } = runTool('promtool', 'test', 'rules', file);
    expect([code, said]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });

  it.skipIf(!hasTool('promtool'))('promtool takes the configuration of Prometheus, too', () => {
    const { code, said } = runTool('promtool', 'check', 'config', join(root, 'deploy/prometheus.yaml'));
    expect([code, said]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });
});
