import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/http/log.ts';
import { logStream } from '../../src/http/log-stream.ts';
import { limited } from '../given/prove/injected.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the log of the process', () => {
  it('writes every line whole and in order', async () => {
    const path = join(folder, 'log');
    const file = openSync(path, 'w');
    const log = createLog('info', logStream(file));
    for (let at = 0; at < 500; at += 1) log.notice('counted', { at });
    await until(() => readFileSync(path, 'utf8').split('\n').length === 501);
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).at)).toEqual(Array.from({ length: 500 }, (_, at) => at));
    expect(log.lost()).toBe(0);
    closeSync(file);
  });

  it('on a full disk throws nothing and counts each line that is lost', async () => {
    const file = openSync('/dev/full', 'w');
    const log = createLog('info', logStream(file));
    for (let at = 0; at < 50; at += 1) log.notice('counted', { at });
    await until(() => log.lost() === 50);
    closeSync(file);
  });

  it('that is closed throws nothing and counts', async () => {
    const log = createLog('info', logStream(999_999));
    log.notice('counted');
    await until(() => log.lost() === 1);
  });

  it('goes on where there is room again, and every line that stands there can be read', async () => {
    const path = join(folder, 'log');
    const file = openSync(path, 'w');
    const log = createLog('info', logStream(file));
    const full = limited(process.pid, 'fsize', 100);
    try {
      for (let at = 0; at < 20; at += 1) log.notice('counted', { at });
      await until(() => log.lost() > 10);
    } finally {
      await full.end();
    }
    const lost = log.lost();
    log.notice('again');
    await until(() => readFileSync(path, 'utf8').includes('again'));
    const whole = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        try {
          return [JSON.parse(line).code];
        } catch {
          return [];
        }
      });
    expect(whole.filter((code) => code === 'counted')).toHaveLength(20 - lost);
    expect(whole.at(-1)).toBe('again');
    closeSync(file);
  });
});
