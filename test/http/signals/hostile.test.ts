import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gppSections } from '../../../src/http/signals/gpp-sections.ts';
import { readSignals } from '../../../src/http/signals/read-signals.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { gppOf, tcfOf } from '../../given/signal/strings.ts';

const NOW = Date.parse('2026-11-03T12:00:00.000Z');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const base64 = (bits: string): string =>
  (bits.padEnd(Math.ceil(bits.length / 6) * 6, '0').match(/.{6}/g) ?? [])
    .map((six) => letters[Number.parseInt(six, 2)])
    .join('');
const number = (value: number, width: number): string => value.toString(2).padStart(width, '0');

/** As many ranges of 65,535 vendors as 4,096 letters hold: fifty million, were somebody to write them down. */
const manyVendors = (): string => {
  const ranges = Array.from({ length: 700 }, () => `1${number(1, 16)}${number(65_535, 16)}`).join('');
  return base64(`${number(2, 6)}${'0'.repeat(207)}${number(65_535, 16)}1${number(700, 12)}${ranges}`);
};
/** A header with one range whose end is a Fibonacci number of a hundred places. */
const farRange = (): string =>
  `${base64(`${number(3, 6)}${number(1, 6)}${number(1, 12)}111${'0'.repeat(100)}11`)}~BAAA`;

describe('strings that want to do harm', () => {
  it.each([
    ['many vendors', { tcf: manyVendors() }],
    ['a far range of sections', { gpp: farRange() }],
    ['more sections than stand there', { gpp: 'DBABrw~CAACAAAAAABA.QA' }],
    ['a section of nothing', { gpp: 'DBABrw~~' }],
    ['no header', { gpp: 'AAAA~BQQQAABA' }],
    ['a string that was cut off', { tcf: tcfOf('2026-11-02', [1, 2]).slice(0, 30) }],
    ['a choice of tomorrow', { tcf: tcfOf('2026-11-05', [1]) }],
  ])('%s is refused at once, and says where', async (_what, sent) => {
    const began = process.cpuUsage().user;
    const read = await readSignals(sent, NOW);
    expect(isProblem(read) && read.problem).toBe('validation-failed');
    // What the decoders themselves cost when they are loaded is not what the string costs.
    expect(process.cpuUsage().user - began).toBeLessThan(3_000_000);
  });

  it('every end that is cut off a section is noticed, so that no opt-out is lost in silence', async () => {
    for (const section of ['usnat', 'usca', 'usco', 'usva', 'ustx']) {
      const whole = gppOf({ [section]: { SaleOptOut: 1 } });
      expect(await readSignals({ gpp: whole }, NOW)).toMatchObject({ gpp: { sale: true } });
      const [header = '', text = ''] = whole.split('~');
      const [core = ''] = text.split('.');
      for (let length = 0; length < core.length; length += 1) {
        const read = await readSignals({ gpp: `${header}~${core.slice(0, length)}` }, NOW);
        const isNoticed = isProblem(read) || ('gpp' in read && read.gpp?.sale === true);
        expect(isNoticed, `${section} ${length}`).toBe(true);
      }
    }
  });

  it('a string spoilt anywhere never agrees to more than the whole one did, unless the purposes themselves were changed', async () => {
    const whole = tcfOf('2026-11-02', [1, 3]);
    const purposesAt = [Math.floor(152 / 6), Math.ceil(176 / 6)] as const;
    for (let at = 0; at < whole.length; at += 1) {
      if (at >= purposesAt[0] && at <= purposesAt[1]) continue;
      const spoilt = `${whole.slice(0, at)}${whole[at] === 'A' ? 'B' : 'A'}${whole.slice(at + 1)}`;
      const read = await readSignals({ tcf: spoilt }, NOW);
      if (!isProblem(read)) expect(read.tcf?.purposes, spoilt).toEqual([1, 3]);
    }
  });

  it('whatever is sent is read or refused, and soon', async () => {
    const any = fc.string({ unit: fc.constantFrom(...letters, '~', '.'), maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(any, any, async (gpp, tcf) => {
        const read = await readSignals({ gpp: `D${gpp}`, tcf: `C${tcf}` }, NOW);
        expect(isProblem(read) ? read.problem : 'validation-failed').toBe('validation-failed');
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('the sections of a header are those that IAB writes', () => {
    const text = gppOf({ usnat: { SaleOptOut: 1 }, usca: { SaleOptOut: 1 }, usri: { SaleOptOut: 1 } });
    expect(gppSections(text).map(({ id }) => id)).toEqual([7, 8, 27]);
  });
});
