/**
 * Handlers of training runs.
 * Flow:    app → here → commands `training.…`, answers/training.
 * Promise: whoever is recorded was looked up under every identifier of theirs; lists go on where they ended.
 * Source:  decision 0077.
 */
import * as training from '../../../openapi/endpoints/training.ts';
import { askCandidates, askIncluded, askNoLonger, askRuns, erasedSince, oneRun } from '../../answers/training/ask.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { type CursorReader, type Digest, pageQuery, withCursor } from '../cursor.ts';
import { renderJson, renderRecorded } from '../reply.ts';
import { readTextCursor } from '../text-cursor.ts';

const NDJSON = 'application/x-ndjson';

const recordingHandlers = (house: House): readonly Bound[] => [
  on(training.postTrainingRun)(async (context) =>
    renderRecorded(await house.record('training.register', context.body, senderOf(context))),
  ),
  on(training.postIncluded)(async (context) => {
    const { subjects } = context.body;
    const links = await house.identifiersOfEach(subjects);
    const people = subjects.map((subject) => ({ subject, identifiers: links.get(subject) ?? [] }));
    const input = { run: context.params.id, people };
    return renderRecorded(await house.record('training.include', input, senderOf(context)));
  }),
  on(training.postTrainingOutcome)(async (context) => {
    const input = { run: context.params.id, outcome: context.body.outcome };
    return renderRecorded(await house.record('training.end', input, senderOf(context)));
  }),
];

const runHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(training.listTrainingRuns)(async (context) => {
    const cursor = readCursor(context, training.listTrainingRuns.id);
    if (isProblem(cursor)) return cursor;
    const { limit, aiSystem, modelVersion } = context.query;
    const wants = { ...pageQuery(cursor, limit), ...defined({ aiSystem, modelVersion }) };
    return renderJson(200, withCursor(await askRuns(house, wants), cursor));
  }),
  on(training.getTrainingRun)(async ({ params }) => {
    const run = await house.trainingRun(params.id);
    return run === undefined ? problem('not-found') : renderJson(200, oneRun(run));
  }),
];

const peopleHandlers = (house: House, digest: Digest): readonly Bound[] => [
  on(training.listCandidates)(async (context) => {
    const cursor = readTextCursor(digest, context, `candidates ${context.params.id}`);
    if (isProblem(cursor)) return cursor;
    const run = await house.trainingRun(context.params.id);
    if (run === undefined) return problem('not-found');
    const { items, next } = await askCandidates(house, run, { after: cursor.after, limit: context.query.limit });
    return renderJson(200, { items, next: cursor.write(next) });
  }),
  on(training.streamCandidates)(async (context) => {
    const cursor = readTextCursor(digest, context, `candidates ${context.params.id}`);
    if (isProblem(cursor)) return cursor;
    const run = await house.trainingRun(context.params.id);
    if (run === undefined) return problem('not-found');
    const { items, next } = await askCandidates(house, run, { after: cursor.after, limit: context.query.limit });
    const lines = items.map((item) => ({ ...item, cursor: cursor.write(item.subject) }));
    const text = [...lines, { next: cursor.write(next) }].map((line) => `${JSON.stringify(line)}\n`).join('');
    return { status: 200, text, media: NDJSON };
  }),
  on(training.listIncluded)(async (context) => {
    const cursor = readTextCursor(digest, context, `included ${context.params.id}`);
    if (isProblem(cursor)) return cursor;
    if ((await house.trainingRun(context.params.id)) === undefined) return problem('not-found');
    const wants = { after: cursor.after, limit: context.query.limit };
    const { items, next } = await askIncluded(house, context.params.id, wants);
    return renderJson(200, { items, next: cursor.write(next) });
  }),
  on(training.listNoLonger)(async (context) => {
    const cursor = readTextCursor(digest, context, `no longer ${context.params.id}`);
    if (isProblem(cursor)) return cursor;
    const run = await house.trainingRun(context.params.id);
    if (run === undefined) return problem('not-found');
    const wants = { after: cursor.after, limit: context.query.limit };
    const { items, next, lookedAt } = await askNoLonger(house, run, wants);
    return renderJson(200, { items, lookedAt, erased: erasedSince(run), next: cursor.write(next) });
  }),
];

export const trainingHandlers = (house: House, readCursor: CursorReader, digest: Digest): readonly Bound[] => [
  ...recordingHandlers(house),
  ...runHandlers(house, readCursor),
  ...peopleHandlers(house, digest),
];
