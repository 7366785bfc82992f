import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText } from '../../../src/answers/request/icalendar.ts';

const now = Date.parse('2026-11-02T09:00:00.000Z');
const withTitle = (title: string, words = 'words') =>
  calendarText({
    name: 'Days',
    now,
    dates: [{ uid: 'req_1-answer', day: '2026-12-28', title, words, url: 'https://a.example/é' }],
  });

describe('a calendar as text', () => {
  it('keeps every text whole, whatever signs are in it, in lines of 75 octets', () => {
    // What no text of a calendar can hold is left out; all line breaks are one.
    const plain = (text: string) =>
      text.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(';', ',', '\\', '\n', '\r', 'n', 'N', ':', '"', 'é', '😀', '日'),
        maxLength: 200,
      }),
    );
    fc.assert(
      fc.property(texts, texts, (title, words) => {
        const text = withTitle(title, words);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text).not.toContain('\uFFFD');
        const [event, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
        expect(others).toEqual([]);
        expect(event?.getFirstPropertyValue('summary')).toBe(plain(title));
        expect(event?.getFirstPropertyValue('description')).toBe(plain(words));
      }),
    );
  });

  it('lets no text begin a line, an event or a property of its own', () => {
    const text = withTitle('x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil');
    expect(text.split('\r\n').filter((line) => line.startsWith('UID:'))).toEqual(['UID:req_1-answer']);
    expect(text.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(1);
  });
});
