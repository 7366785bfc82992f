/**
 * `<candor-ai-notice>`: that AI is at work here, what for, with what data, and what people do.
 * Flow:    elements.ts → here → asking.ts.
 * Promise: says first that it is AI.
 * Source:  AI Act 50(1), (5).
 */
import type { PageNotice } from '../../src/answers/in-page/page-notice.ts';
import { make } from './drawing.ts';
import { PageElement } from './on-page.ts';

const itemsOf = (items: readonly string[]): Node =>
  items.length === 1
    ? document.createTextNode(items[0] ?? '')
    : make('ul', {}, ...items.map((item) => make('li', {}, item)));

export class NoticeElement extends PageElement {
  override view({ title, disclosure, status, parts, more, language }: PageNotice): Node {
    const list = parts.flatMap((part) => [make('dt', {}, part.title), make('dd', {}, itemsOf(part.items))]);
    return make(
      'section',
      { lang: language, 'aria-labelledby': 'title' },
      make(this.heading(), { id: 'title' }, title),
      make('p', {}, disclosure),
      status === null ? undefined : make('p', { class: 'state' }, status),
      make('dl', {}, ...list),
      make('p', {}, make('a', { href: more.href }, more.words)),
    );
  }
}
