import { describe, expect, it } from 'vitest';
import { adverseNoticeClock, owesPreUseNotice, preUseNoticeFrom, tellsOfAutomation } from '../../src/law/notices.ts';

const at = (day: string): number => Date.parse(`${day}T18:00:00.000Z`);
const denver = { timeZone: 'America/Denver', holidays: [] };
const outcome = { regimes: ['US-CO'], aiRole: 'main', kind: undefined } as const;

describe('the notice before a decision', () => {
  it('is owed in California from 2027 on, and the answer knows the first moment', () => {
    expect(owesPreUseNotice('US-CA', { kind: undefined, on: at('2026-12-31') })).toBe(false);
    expect(preUseNoticeFrom('US-CA', { kind: undefined, on: at('2026-12-31') })).toBe(
      Date.parse('2027-01-01T00:00:00.000Z'),
    );
    expect(owesPreUseNotice('US-CA', { kind: undefined, on: at('2027-01-01') })).toBe(true);
    expect(preUseNoticeFrom('US-CA', { kind: undefined, on: at('2027-01-01') })).toBeUndefined();
  });

  it('is owed for what the list names, and for what names nothing', () => {
    const on = at('2027-06-01');
    for (const kind of ['financial', 'housing', 'education', 'employment', 'health'] as const)
      expect(owesPreUseNotice('US-CA', { kind, on })).toBe(true);
    for (const kind of ['insurance', 'essential-services', 'other'] as const) {
      expect(owesPreUseNotice('US-CA', { kind, on })).toBe(false);
      expect(preUseNoticeFrom('US-CA', { kind, on: at('2026-06-01') })).toBeUndefined();
    }
  });

  it('is owed nowhere else', () => {
    for (const regime of ['EU', 'UK', 'US', 'US-CO', 'US-TX', 'CA', 'CA-QC', 'constructor']) {
      expect(owesPreUseNotice(regime, { kind: undefined, on: at('2027-06-01') })).toBe(false);
      expect(preUseNoticeFrom(regime, { kind: undefined, on: at('2026-06-01') })).toBeUndefined();
    }
  });
});

describe('the notice of an outcome against a person', () => {
  it.each([
    ['2027-01-01', '2027-01-31'],
    ['2027-01-31', '2027-03-02'],
    ['2028-01-31', '2028-03-01'],
    ['2027-12-15', '2028-01-14'],
  ])('decided on %s is due on %s, whatever day of the week that is', (decided, due) => {
    const clock = adverseNoticeClock({ ...outcome, on: at(decided) }, denver);
    expect(clock).toMatchObject({ regime: 'US-CO', rule: 'CAL_DAYS(30)' });
    expect(new Date((clock?.dueAt ?? 0) + 1).toLocaleString('sv-SE', { timeZone: 'America/Denver' }).slice(11)).toBe(
      '00:00:00',
    );
    expect(new Date(clock?.dueAt ?? 0).toLocaleDateString('sv-SE', { timeZone: 'America/Denver' })).toBe(due);
  });

  it('is owed only from 2027, in Colorado, where AI had a part, about what the law covers', () => {
    const on = at('2027-06-01');
    expect(adverseNoticeClock({ ...outcome, on: at('2026-12-31') }, denver)).toBeUndefined();
    expect(adverseNoticeClock({ ...outcome, regimes: ['EU', 'US-CA'], on }, denver)).toBeUndefined();
    expect(adverseNoticeClock({ ...outcome, aiRole: 'none', on }, denver)).toBeUndefined();
    expect(adverseNoticeClock({ ...outcome, kind: 'other', on }, denver)).toBeUndefined();
    expect(adverseNoticeClock({ ...outcome, kind: 'insurance', regimes: ['EU', 'US-CO'], on }, denver)?.regime).toBe(
      'US-CO',
    );
  });
});

it('in Québec a person is told that a machine decided alone, since September 2023', () => {
  expect(tellsOfAutomation('CA-QC', at('2023-09-21'))).toBe(false);
  expect(tellsOfAutomation('CA-QC', at('2023-09-22'))).toBe(true);
  expect(tellsOfAutomation('CA', at('2026-01-01'))).toBe(false);
});
