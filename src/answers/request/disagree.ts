/**
 * The end of every letter: where to complain, and that a court is open.
 * Flow:    letters → here → law (complaint routes).
 * Promise: no answer to a request leaves without it.
 * Source:  GDPR 12(4), 77, 79; docs/law.md 3.4.
 */
import { wordsOfCode } from '../../language/categories.ts';
import { complaintWords } from '../../language/law-words.ts';
import { isMessageKey } from '../../language/say.ts';
import { type ComplaintRoute, complaintRoutes, dayOf, rightsFor } from '../../law/law.ts';
import type { Reader } from '../reader.ts';
import type { AnsweredRequest, LetterSection } from './letter.ts';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A route in the words of the reader; where there are none, in English, and the answer says that it fell back. */
export const routeWords = (
  { regime, to, words }: ComplaintRoute,
  reader: Reader,
): { readonly words: string; readonly to: string } =>
  complaintWords(reader.language, regime) ?? { words: reader.text(words) ?? words, to: upperFirst(to) };

/** An appeal to us is offered only where a law of the person knows one, and not against the answer to an appeal. */
const hasAppeal = ({ regimes, receivedAt, isAppeal }: AnsweredRequest): boolean =>
  !isAppeal &&
  rightsFor(regimes, dayOf(receivedAt)).some(({ right, available }) => right === 'dsr-appeal' && available);

export function disagree(request: AnsweredRequest, reader: Reader): LetterSection {
  const { regimes, id, receivedAt } = request;
  const routes = complaintRoutes(regimes, dayOf(receivedAt));
  const again = { title: reader.say('right.dsr-appeal.title'), href: `/me/requests/new?kind=dsr-appeal&about=${id}` };
  const outside = routes.flatMap((route) =>
    route.href === undefined ? [] : [{ title: routeWords(route, reader).to, href: route.href }],
  );
  return {
    title: reader.say('letter.complain'),
    paragraphs: [
      ...(hasAppeal(request) ? [reader.say('complaint.appeal')] : []),
      ...new Set(routes.map((route) => routeWords(route, reader).words)),
      reader.say('right.no-retaliation.why'),
    ],
    links: [...(hasAppeal(request) ? [again] : []), ...outside],
  };
}

/** The name of a kind of request, as on the form. */
export function nameOfRequest(kind: string, reader: Reader): string {
  const key = `right.${kind}.title`;
  return isMessageKey(key) ? reader.say(key) : wordsOfCode(kind);
}
