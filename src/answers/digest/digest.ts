/**
 * The digest in the words of one language: what is late first, each number with the address of its queue.
 * Flow:    ask.ts → here → pages/digest-letter → send-digests.
 * Promise: a part of which there is nothing is left out; without any part there is nothing to send.
 * Source:  decision 0134.
 */
import { calendarDay, dateWords, hourWords } from '../../language/dates.ts';
import { type MessageKey, say, speaks } from '../../language/say.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import type { DigestNumbers } from './ask.ts';

interface DigestLine {
  readonly words: string;
  /** Below the address of the service. */
  readonly href: string;
}

interface DigestPart {
  readonly title: string;
  readonly lines: readonly DigestLine[];
}

export interface DigestWords {
  /** In which it is really written. */
  readonly language: string;
  readonly title: string;
  readonly parts: readonly DigestPart[];
}

interface Shown {
  readonly language: string;
  readonly now: number;
  readonly timeZone: string;
}

const counted = (language: string, of: 'request' | 'review' | 'notice', count: number): string =>
  say(language, `digest.count.${of}`, { count });

const ofKinds = (language: string, counts: ReadonlyMap<RequestKind, number>, href: (kind: string) => string) =>
  [...counts].toSorted().map(([kind, count]) => ({
    words: `${counted(language, 'request', count)}: ${say(language, `right.${kind}.title`)}`,
    href: href(kind),
  }));

const some = (count: number, line: () => DigestLine): readonly DigestLine[] => (count === 0 ? [] : [line()]);

function urgent({ requests, reviews }: DigestNumbers, language: string, which: 'late' | 'soon'): readonly DigestLine[] {
  // Queues have no filter for what is due soon: it stands at the top of what waits.
  const show = which === 'late' ? 'late' : 'waiting';
  return [
    ...ofKinds(language, requests[which], (kind) => `/console/requests?show=${show}&kind=${kind}`),
    ...some(reviews[which], () => ({
      words: counted(language, 'review', reviews[which]),
      href: `/console/reviews?show=${show}`,
    })),
  ];
}

function breachLine(language: string, hours: number): DigestLine {
  const words =
    hours < 0 ? say(language, 'digest.breach.late', { hours: -hours }) : say(language, 'digest.breach.in', { hours });
  return { words, href: '/console/reports/breaches' };
}

function linesOf(digest: DigestNumbers, language: string): readonly (readonly [MessageKey, readonly DigestLine[]])[] {
  return [
    ['digest.part.breaches', digest.breaches.map((hours) => breachLine(language, hours))],
    ['digest.part.late', urgent(digest, language, 'late')],
    [
      'digest.part.untold',
      [
        ...ofKinds(language, digest.untold, () => '/console#untold'),
        ...some(digest.notices, () => ({
          words: counted(language, 'notice', digest.notices),
          href: '/console#notices',
        })),
      ],
    ],
    ['digest.part.soon', urgent(digest, language, 'soon')],
    [
      'digest.part.systems',
      digest.systems.map(({ key, name, waits }) => ({
        words: say(language, 'digest.count.task', { count: waits, system: name }),
        href: `/console/connected?show=waits&system=${encodeURIComponent(key)}`,
      })),
    ],
  ];
}

/** Undefined where nothing is to be said. */
export function digestWords(digest: DigestNumbers, { language, now, timeZone }: Shown): DigestWords | undefined {
  const parts = linesOf(digest, language).flatMap(([title, lines]) =>
    lines.length === 0 ? [] : [{ title: say(language, title), lines }],
  );
  if (parts.length === 0) return undefined;
  const { language: written } = speaks(language);
  return {
    language: written,
    title: say(language, 'digest.title', { day: dateWords(language, now, timeZone) }),
    parts,
  };
}

/**
 * The day of which the digest is due, `2026-11-03`; undefined before its hour. An hour that the clocks leave out has
 * come when they stand behind it, and one that comes twice has come once.
 */
export const digestDay = (now: number, timeZone: string, hour: number): string | undefined =>
  Number(hourWords('en', now, timeZone).slice(0, 2)) >= hour ? calendarDay(now, timeZone) : undefined;
