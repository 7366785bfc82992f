/**
 * A calendar as text: whole days with a title, in the form that calendars of every maker read.
 * Flow:    due-dates.ts → here → http.
 * Promise: lines end with CRLF and hold 75 octets at most, no character is cut in two, and no text can begin a property
 *          of its own.
 * Source:  RFC 5545 3.1, 3.3.11, 3.4, 3.6.1; RFC 7986 5.1, 5.2, 5.7.
 */
export interface CalendarDate {
  /** The same for as long as it stands, whatever day it moves to. */
  readonly uid: string;
  /** `2026-12-28`. */
  readonly day: string;
  readonly title: string;
  readonly words: string;
  readonly url: string;
}

interface Calendar {
  readonly name: string;
  readonly words?: string;
  /** Epoch milliseconds at which it was made. */
  readonly now: number;
  readonly dates: readonly CalendarDate[];
}

const OCTETS = 75;
const encoder = new TextEncoder();

/** Control characters have no place in a text; a line break is written as one. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A long line goes on after a break and one blank, which counts for the next line. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > OCTETS) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += character;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}

const basic = (day: string): string => day.replaceAll('-', '');
const stamp = (instant: number): string => `${new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`;

const eventOf = ({ uid, day, title, words, url }: CalendarDate, now: number): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp(now)}`,
  `DTSTART;VALUE=DATE:${basic(day)}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(words)}`,
  `URL:${encodeURI(url)}`,
  // Whoever works on it is not away for the day.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** A calendar has at least one component, so one without dates says in which time it is written. */
const noDates = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

export function calendarText({ name, words, now, dates }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Candor//Last days of requests//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(words === undefined ? [] : [`DESCRIPTION:${escaped(words)}`]),
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...(dates.length === 0 ? noDates : dates.flatMap((date) => eventOf(date, now))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
