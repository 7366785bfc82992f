/**
 * The end of every letter: where to complain, and that a court is open.
 * Flow:    letters → here → law (complaint routes).
 * Promise: no answer to a request leaves without it.
 * Source:  GDPR 12(4), 77, 79; LAW 3.4.
 */
import { wordsOfCode } from '../../language/categories.ts';
import { isMessageKey } from '../../language/say.ts';
import { complaintRoutes } from '../../law/law.ts';
import type { Reader } from '../reader.ts';
import type { Asked, LetterSection } from './letter.ts';

export function disagree({ regimes, id }: Asked, reader: Reader): LetterSection {
  const routes = complaintRoutes(regimes);
  const again = { title: reader.say('right.dsr-appeal.title'), href: `/me/requests/new?kind=dsr-appeal&about=${id}` };
  const outside = routes.flatMap(({ to, href }) => (href === undefined ? [] : [{ title: to.charAt(0).toUpperCase() + to.slice(1), href }]));
  return {
    title: reader.say('letter.complain'),
    paragraphs: [...new Set(routes.map(({ words }) => words)), reader.say('right.no-retaliation.why')],
    links: [again, ...outside],
  };
}

/** The name of a kind of request, as on the form. */
export function nameOfRequest(kind: string, reader: Reader): string {
  const key = `right.${kind}.title`;
  return isMessageKey(key) ? reader.say(key) : wordsOfCode(kind);
}
