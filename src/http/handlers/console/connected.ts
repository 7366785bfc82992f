/**
 * Handlers of connected systems in the console: how each is, its open tasks, asked again or settled by hand.
 * Flow:    app → here → answers/console, commands `task.move` and `task.end` (the same as the API) → pages/console.
 * Promise: a page of tasks at a time; what is refused is told on the page, with the words that were typed.
 * Source:  decision 0101; decision 0103.
 */
import * as connected from '../../../../openapi/endpoints/connected.ts';
import { askConnected, type ConnectedShow } from '../../../answers/console/connected.ts';
import { say } from '../../../language/say.ts';
import { type ConnectedPage, connectedPage } from '../../../pages/console/connected-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isBlank } from '../../../vocabulary/blank.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { type PageCall, senderOf } from '../../call.ts';
import { canBeMended, consoleChrome, refusalWords } from '../../console.ts';
import { type CursorReader, pageQuery } from '../../cursor.ts';
import { renderRecorded } from '../../reply.ts';

const A_PAGE = 25;
const PAGE = connected.showConnected.path;

interface Shown {
  readonly show: ConnectedShow;
  readonly system?: string;
  readonly after?: string;
}

interface Failed {
  readonly error?: string;
  readonly typed?: NonNullable<ConnectedPage['typed']>;
}

type OnTask = PageCall & { readonly params: { readonly id: string; readonly system: string } };

export function consoleConnectedHandlers(house: House, readCursor: CursorReader): readonly Bound[] {
  async function render(context: PageCall, query: Shown, failed: Failed = {}): Promise<TextAnswer | Problem> {
    const { caller } = context;
    const cursor = readCursor({ caller, query }, connected.showConnected.id);
    if (isProblem(cursor)) return cursor;
    const { show, system } = query;
    const found = await askConnected(house, { show, ...defined({ system }), ...pageQuery(cursor, A_PAGE) });
    const after = cursor.write(found.next);
    const more =
      after === null ? {} : { more: `${PAGE}?${new URLSearchParams({ show, ...defined({ system }), after })}` };
    const text = connectedPage({ ...found, ...more, ...failed }, await consoleChrome(house, context));
    return { status: failed.error === undefined ? 200 : 422, text };
  }
  const again = (done: object | Problem, context: OnTask, typed?: string) => {
    if (!isProblem(done)) return { see: PAGE } as const;
    const { id, system } = context.params;
    const words = typed === undefined ? {} : { typed: { request: id, system, words: typed } };
    return canBeMended(done)
      ? render(context, { show: 'open' }, { error: refusalWords(done, context), ...words })
      : done;
  };
  return [
    on(connected.showConnected)(async (context) => {
      const { show, system, after } = context.query;
      return render(context, { show, ...defined({ after }), ...(system ? { system } : {}) });
    }),
    on(connected.sendTaskRetry)(async (context) => {
      const { id: request, system } = context.params;
      const input = { request, system, move: 'retry' } as const;
      return again(renderRecorded(await house.record('task.move', input, senderOf(context))), context);
    }),
    on(connected.sendTaskSettled)(async (context) => {
      const { id: request, system } = context.params;
      const { words } = context.body;
      if (isBlank(words))
        return render(context, { show: 'open' }, { error: say(context.language, 'console.connected.words.missing') });
      const input = { request, system, by: 'person', words } as const;
      return again(renderRecorded(await house.record('task.end', input, senderOf(context))), context, words);
    }),
  ];
}
