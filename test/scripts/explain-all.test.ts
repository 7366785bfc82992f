import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main as explainAll } from '../../scripts/explain-all.ts';
import { recompute } from '../../scripts/recompute-reasons.ts';
import { root } from '../../src/root.ts';

const decisions = join(root, 'examples', 'credit-decisions.ndjson');
const source = readFileSync(join(root, 'scripts', 'recompute-reasons.ts'), 'utf8');

describe('every decision of a file, explained', () => {
  let folder = '';
  let code = -1;
  let said = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-explain-all-'));
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    code = await explainAll([decisions, '--drop', 'actual', '--keep', join(folder, 'told.ndjson')]);
    spy.mockRestore();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  type Reason = { code: string; direction: string; value: string; words: string };
  type Line = { explanation: { layers: [unknown, { reasons: Reason[]; counterfactual: unknown }] } };
  const changed = (change: (line: Line) => void) => {
    const lines = readFileSync(join(folder, 'told.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const broken = join(folder, 'broken.ndjson');
    const all = lines.map((line) => JSON.parse(line) as Line);
    for (const line of all) change(line);
    writeFileSync(broken, all.map((line) => JSON.stringify(line)).join('\n'));
    return recompute(decisions, broken).faults.map(({ fault }) => fault);
  };

  it('has four layers, true reasons in order of weight, the person’s own values, and agrees with the record', () => {
    expect(said).toBe(
      '6 decisions, 2 declined, 16 reasons, 1 with one thing that would have changed the result.\nOrder, direction and values agree with the record in all of them.\n',
    );
    expect(code).toBe(0);
  });

  const eachReason = (change: (reason: Reason) => void) =>
    changed(({ explanation }) => {
      for (const reason of explanation.layers[1].reasons) change(reason);
    });

  it.each([
    [
      'a turned direction',
      (one: Reason) => Object.assign(one, { direction: one.direction === 'for' ? 'against' : 'for' }),
      /points/,
    ],
    ['somebody else’s value', (one: Reason) => Object.assign(one, { value: 'another' }), /own value/],
    ['an empty word', (one: Reason) => Object.assign(one, { words: `${one.words} Score too low.` }), /says nothing/],
    ['a reason that nobody recorded', (one: Reason) => Object.assign(one, { code: 'mood-against' }), /never recorded/],
  ])('%s is found', (_, change, fault) => {
    expect(eachReason(change).join()).toMatch(fault);
  });

  it('a turned order, a lost counterfactual and a lost reason are found', () => {
    const reversed = changed(({ explanation }) => void explanation.layers[1].reasons.reverse());
    expect(reversed.join()).toMatch(/belongs/);
    const layers = (lost: object) => changed(({ explanation }) => void Object.assign(explanation.layers[1], lost));
    expect(layers({ counterfactual: null })).toEqual(['the record has a counterfactual, the explanation has none']);
    expect(layers({ reasons: [] })).toContain('declined without a reason');
  });

  it('the check of order and direction shares no code with the service', () => {
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(imports).toEqual(['node:fs']);
  });
});
