import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dateWords,
  dayWords,
  exactNumber,
  listWords,
  monthBefore,
  monthOf,
  monthWords,
  numberWords,
  shortMonth,
  timeWords,
  writtenValue,
} from '../../src/language/dates.ts';
import { countryWords, regimeWords } from '../../src/language/regions.ts';
import { pickText } from '../../src/language/text.ts';

it('writes the month as a word', () => {
  expect(dateWords('en', Date.parse('2026-11-03T12:00:00Z'), 'UTC')).toBe('3 November 2026');
  expect(dateWords('en-US', Date.parse('2026-11-03T12:00:00Z'), 'UTC')).toBe('November 3, 2026');
  expect(dayWords('en', '2026-11-03')).toBe('3 November 2026');
  expect(monthWords('en', '2026-11')).toBe('November 2026');
  expect(shortMonth('en', '2026-11')).toBe('Nov');
  expect(timeWords('en', Date.parse('2026-11-03T12:00:00Z'), 'UTC')).toBe('3 November 2026, 12:00 UTC');
});

it('tells the day in the zone of the installation', () => {
  const beforeMidnight = Date.parse('2026-10-31T23:30:00Z');
  expect(dateWords('en', beforeMidnight, 'Europe/Berlin')).toBe('1 November 2026');
  expect(monthOf(beforeMidnight, 'Europe/Berlin')).toBe('2026-11');
  expect(monthOf(beforeMidnight, 'America/Los_Angeles')).toBe('2026-10');
});

it('counts months back across years', () => {
  expect(monthBefore('2026-01', 1)).toBe('2025-12');
  expect(monthBefore('2026-11', 11)).toBe('2025-12');
  expect(monthBefore('2025-12', -1)).toBe('2026-01');
});

it('finds the same month as the calendar, for any instant and zone', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'Asia/Kolkata',
    'America/St_Johns',
    'Pacific/Chatham',
    'Pacific/Apia',
  );
  const instant = fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2035-01-01T00:00:00Z') });
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const parts = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }).format(at);
      expect(monthOf(at, timeZone)).toBe(parts.slice(0, 7));
    }),
  );
});

it('picks the language asked for, else English, else what there is, and says which', () => {
  expect(pickText({ en: 'Check', de: 'Prüfung' }, 'de-AT')).toEqual({
    text: 'Prüfung',
    language: 'de',
    fallback: false,
  });
  expect(pickText({ en: 'Check' }, 'de')).toEqual({ text: 'Check', language: 'en', fallback: true });
  expect(pickText({ fr: 'Contrôle' }, 'de')).toEqual({ text: 'Contrôle', language: 'fr', fallback: true });
  expect(pickText('Check', 'en')).toEqual({ text: 'Check', language: 'en', fallback: false });
  expect(pickText(undefined, 'en')).toBeUndefined();
  expect(pickText({}, 'en')).toBeUndefined();
});

it('writes days, months, times, numbers and lists as each language does', () => {
  const first = Date.parse('2026-11-01T13:06:00Z');
  const said = (language: string) => [
    dateWords(language, first, 'UTC'),
    timeWords(language, first, 'UTC'),
    monthWords(language, '2026-11'),
    shortMonth(language, '2026-05'),
    numberWords(language, 12_345),
    listWords(language, ['a', 'b', 'c']),
  ];
  expect(said('de')).toEqual([
    '1. November 2026',
    '1. November 2026, 13:06 UTC',
    'November 2026',
    'Mai',
    '12.345',
    'a, b und c',
  ]);
  expect(said('fr')).toEqual([
    '1er novembre 2026',
    '1er novembre 2026, 13:06 UTC',
    'novembre 2026',
    'mai',
    '12\u202f345',
    'a, b et c',
  ]);
  expect(said('es')).toEqual([
    '1 de noviembre de 2026',
    '1 de noviembre de 2026, 13:06 UTC',
    'noviembre de 2026',
    'may',
    '12.345',
    'a, b y c',
  ]);
  expect(dateWords('fr', Date.parse('2026-11-21T12:00:00Z'), 'UTC')).toBe('21 novembre 2026');
});

it('names countries and bodies of law as people do', () => {
  expect(['en', 'de', 'fr', 'es'].map((language) => countryWords(language, 'DE'))).toEqual([
    'Germany',
    'Deutschland',
    'Allemagne',
    'Alemania',
  ]);
  expect(['EU', 'EU-DE', 'UK', 'US-CA', 'CA-QC', 'BR'].map((regime) => regimeWords('en', regime))).toEqual([
    'European Union',
    'Germany',
    'United Kingdom',
    'United States (CA)',
    'Canada (QC)',
    'Brazil',
  ]);
  expect(regimeWords('de', 'UK')).toBe('Vereinigtes Königreich');
  expect(regimeWords('en', 'XYZ')).toBe('XYZ');
});

it('writes numbers as people do: no noise of binary arithmetic, no powers of ten where figures do', () => {
  const said = [0.1 + 0.2, 1e-7, -0, 1e15, 1e21, 2.5e-14, 1.0000000000000002].map((value) => exactNumber('de', value));
  expect(said).toEqual(['0,3', '0,0000001', '0', '1000000000000000', '1 × 10²¹', '2,5 × 10⁻¹⁴', '1']);
});

it('writes days, times, shares and amounts in the language of the reader, and leaves ids and codes alone', () => {
  const said = (language: string) =>
    [
      '2026-05-01',
      '2026-05-01T14:06:00+02:00',
      '12.5%',
      '30 %',
      'EUR 1200.50',
      '1200 €',
      '0.30000000000000004',
      '1e-7',
    ].map((text) => writtenValue(language, text, 'UTC').replaceAll(/[\u00a0\u202f]/g, ' '));
  expect(said('en').slice(2)).toEqual(['12.5%', '30%', '€1,200.50', '€1,200', '0.3', '0.0000001']);
  expect(said('de').slice(2)).toEqual(['12,5 %', '30 %', '1.200,50 €', '1.200 €', '0,3', '0,0000001']);
  expect(said('fr').slice(0, 2)).toEqual(['1er mai 2026', '1er mai 2026, 12:06 UTC']);
  for (const text of ['01067', '1.10', '2026-02-31', 'XYZ 5', 'A34', '12345678901234567890', '3/4', '$5 and $6'])
    expect(writtenValue('de', text, 'UTC')).toBe(text);
});

it('keeps every digit of a recorded number', () => {
  expect(['en', 'de', 'fr', 'es', 'qps'].map((language) => exactNumber(language, 12345.5639))).toEqual([
    '12345.5639',
    '12345,5639',
    '12345,5639',
    '12345,5639',
    '12345.5639',
  ]);
  expect([exactNumber('de', 48), exactNumber('de', -0.1), exactNumber('de', 1e-9)]).toEqual([
    '48',
    '-0,1',
    '0,000000001',
  ]);
});

it('a region that is real decides how a date is written, and nothing else of a tag does', () => {
  const written = (language: string): string => dateWords(language, Date.parse('2026-11-03T12:00:00.000Z'), 'UTC');
  expect(written('en-US')).toBe('November 3, 2026');
  for (const tag of ['en', 'en-GB', 'en-ZZZZ', 'en-QQ', 'en-x-us', 'en-a-bbb-a-ccc', 'en-u-nu-arab', 'xx-US'])
    expect(written(tag), tag).toBe('3 November 2026');
  for (const tag of ['de', 'de-AT', 'de-1996-1996', 'de-u-nu-arab']) expect(written(tag), tag).toBe('3. November 2026');
});
