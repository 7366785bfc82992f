/**
 * Handlers of messages: what we wrote to the person of the token or the session.
 * Flow:    app → here → answers/message → pages.
 * Promise: the page shows the same messages as the JSON.
 * Source:  docs/design.md 8.
 */

import * as endpoints from '../../../openapi/endpoints/messages.ts';
import { askMessages } from '../../answers/message/ask.ts';
import type { Caller } from '../../commands/command.ts';
import { messagesPage } from '../../pages/messages-page.tsx';
import type { Reads } from '../../ports/reads.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { selfOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { renderJson } from '../reply.ts';

type Asking = Pick<AnyContext, 'caller' | 'query'> & {
  readonly caller: Caller;
  readonly query: { readonly limit: number };
};

async function readMessages(reads: Reads, readCursor: CursorReader, context: Asking) {
  const cursor = readCursor(context, endpoints.listMyMessages.id);
  if (isProblem(cursor)) return cursor;
  const query = pageQuery(cursor, context.query.limit);
  return withCursor(await askMessages(reads, selfOf(context.caller), query), cursor);
}

export const messageHandlers = (reads: Reads, readCursor: CursorReader): readonly Bound[] => [
  on(endpoints.listMyMessages)(async (context) => {
    const page = await readMessages(reads, readCursor, context);
    return isProblem(page) ? page : renderJson(200, page);
  }),
  on(endpoints.showMessages)(async (context) => {
    const page = await readMessages(reads, readCursor, context);
    return isProblem(page) ? page : { status: 200, text: messagesPage(page, chromeOf(reads, context)) };
  }),
];
