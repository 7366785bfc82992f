/**
 * Handlers of training runs as pages: the list, and one run with the people it may no longer use.
 * Flow:    app → here → answers/training (the same as the API) → pages/console.
 * Promise: people stand there by pseudonym; the numbers are those of `GET /v1/training-runs`.
 * Source:  decision 0077.
 */
import * as training from '../../../../openapi/endpoints/training.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { systemName } from '../../../answers/console/review-card.ts';
import { askNoLonger, askRuns, oneRun } from '../../../answers/training/ask.ts';
import { trainingPage, trainingRunPage } from '../../../pages/console/training-page.tsx';
import type { Reads } from '../../../ports/reads.ts';
import { isProblem, problem } from '../../../vocabulary/problems.ts';
import { type Bound, on } from '../../bind.ts';
import { consoleChrome, workQuery } from '../../console.ts';
import { type CursorReader, type Digest, pageQuery } from '../../cursor.ts';
import { readTextCursor } from '../../text-cursor.ts';

const A_PAGE = 50;

export const consoleTrainingHandlers = (reads: Reads, readCursor: CursorReader, digest: Digest): readonly Bound[] => [
  on(training.showTraining)(async (context) => {
    const cursor = readCursor(context, training.showTraining.id);
    if (isProblem(cursor)) return cursor;
    const { items, next } = await askRuns(reads, pageQuery(cursor, A_PAGE));
    const work = await askConsoleContext(reads, workQuery(context));
    const names = new Map(items.map(({ aiSystem }) => [aiSystem, systemName(aiSystem, work)]));
    const after = cursor.write(next);
    const more = after === null ? {} : { more: `${training.showTraining.path}?${new URLSearchParams({ after })}` };
    return { status: 200, text: trainingPage({ runs: items, names, ...more }, await consoleChrome(reads, context)) };
  }),
  on(training.showTrainingRun)(async (context) => {
    const { id } = context.params;
    const cursor = readTextCursor(digest, context, `${training.showTrainingRun.id} ${id}`);
    if (isProblem(cursor)) return cursor;
    const run = await reads.trainingRun(id);
    if (run === undefined) return problem('not-found');
    const gone = await askNoLonger(reads, run, { after: cursor.after, limit: A_PAGE });
    const work = await askConsoleContext(reads, workQuery(context));
    const names = new Map([[run.aiSystem, systemName(run.aiSystem, work)]]);
    const next = cursor.write(gone.next);
    const more = next === null ? {} : { more: `/console/training/${id}?${new URLSearchParams({ cursor: next })}` };
    return {
      status: 200,
      text: trainingRunPage({ run: oneRun(run), gone, names, ...more }, await consoleChrome(reads, context)),
    };
  }),
];
