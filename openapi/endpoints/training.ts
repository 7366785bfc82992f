/**
 * Routes of training runs: registered with a filter, filled page by page, ended, and asked about afterwards.
 * Flow:    models/training.ts → here → endpoints.ts, http/handlers/training.ts.
 * Promise: a list is true at the moment it is made; what counts is who is recorded with `included`.
 * Source:  decision 0077.
 */
import { z } from 'zod';
import { endpoint, listOf, media, page, wholeNumber } from '../endpoint.ts';
import { Key, LanguageTag } from '../models/basics.ts';
import {
  Candidates,
  IncludedAnswer,
  IncludedBody,
  IncludedList,
  ModelVersion,
  NoLongerList,
  RegisteredRun,
  RunId,
  RunOutcome,
  RunOutcomeBody,
  TrainingRunBody,
  TrainingRunListed,
  TrainingRunModel,
} from '../models/training.ts';

const tags = ['training'] as const;
const params = z.object({ id: RunId });
const people = z.strictObject({
  cursor: page.cursor,
  limit: wholeNumber(1, 1000).default(100).describe('How many people at most.'),
});
const readers = ['use', 'audit', 'reports'] as const;

export const postTrainingRun = endpoint({
  id: 'postTrainingRun',
  method: 'post',
  path: '/v1/training-runs',
  summary: 'Register a training run with its filter',
  description: 'Which AI system is trained, for which purpose, into which version of its model, and with whose data.',
  tags,
  who: ['use'],
  body: TrainingRunBody,
  replies: { 201: RegisteredRun },
  records: ['training.registered'],
});
export const listTrainingRuns = endpoint({
  id: 'listTrainingRuns',
  method: 'get',
  path: '/v1/training-runs',
  summary: 'Training runs, by AI system and model version',
  tags,
  who: readers,
  query: z.strictObject({ ...page, aiSystem: Key.exactOptional(), modelVersion: ModelVersion.exactOptional() }),
  replies: { 200: listOf(TrainingRunListed) },
});
export const getTrainingRun = endpoint({
  id: 'getTrainingRun',
  method: 'get',
  path: '/v1/training-runs/{id}',
  summary: 'One training run',
  tags,
  who: readers,
  params,
  replies: { 200: TrainingRunModel },
  fails: ['not-found'],
});
export const listCandidates = endpoint({
  id: 'listCandidates',
  method: 'get',
  path: '/v1/training-runs/{id}/candidates',
  summary: 'Who may go into a run',
  description: 'By pseudonym, true at the moment of the answer. Go on with `next`, also after a connection was lost.',
  tags,
  who: ['use'],
  params,
  query: people,
  replies: { 200: Candidates },
  fails: ['not-found'],
});
export const streamCandidates = endpoint({
  id: 'streamCandidates',
  method: 'get',
  path: '/v1/training-runs/{id}/candidates.ndjson',
  summary: 'Who may go into a run, one JSON object a line',
  description:
    'The same list, up to 10,000 people an answer. Each line has `subject`, `identifiers` and `cursor`, with which to go on after it; the last line has `next` alone, null at the end.',
  tags,
  who: ['use'],
  params,
  query: z.strictObject({ cursor: page.cursor, limit: wholeNumber(1, 10_000).default(10_000) }),
  replies: { 200: media('application/x-ndjson', 'One JSON object a line.') },
  fails: ['not-found'],
});
export const postIncluded = endpoint({
  id: 'postIncluded',
  method: 'post',
  path: '/v1/training-runs/{id}/included',
  summary: 'Record whose data goes into a run',
  description:
    'Up to 1,000 people in one commit. Each is asked about at that moment: leave out whoever is not `included`. A person is in a run once, however often this is sent.',
  tags,
  who: ['use'],
  params,
  body: IncludedBody,
  size: 'batch',
  replies: { 200: IncludedAnswer },
  fails: ['not-found', 'invalid-transition'],
  records: ['training.included', 'training.counted', 'use.refused'],
});
export const listIncluded = endpoint({
  id: 'listIncluded',
  method: 'get',
  path: '/v1/training-runs/{id}/included',
  summary: 'Whose data went into a run',
  description: 'By pseudonym, each with its place in the ledger; whoever was erased since is not listed.',
  tags,
  who: readers,
  params,
  query: people,
  replies: { 200: IncludedList },
  fails: ['not-found'],
});
export const listNoLonger = endpoint({
  id: 'listNoLonger',
  method: 'get',
  path: '/v1/training-runs/{id}/no-longer-permitted',
  summary: 'People in a run whose data may no longer be used for it',
  description:
    'They withdrew, objected or opted out since, or another rule stands against it now. Whoever was erased is counted.',
  tags,
  who: readers,
  params,
  query: people,
  replies: { 200: NoLongerList },
  fails: ['not-found'],
});
export const postTrainingOutcome = endpoint({
  id: 'postTrainingOutcome',
  method: 'post',
  path: '/v1/training-runs/{id}/outcome',
  summary: 'Say how a training run ended',
  description: 'Nobody is added afterwards. The same outcome again is answered 200, another one is 409.',
  tags,
  who: ['use'],
  params,
  body: RunOutcomeBody,
  replies: { 200: RunOutcome, 201: RunOutcome },
  fails: ['not-found', 'invalid-transition'],
  records: ['training.ended'],
});

const html = media('text/html; charset=utf-8', 'A page.');
const reading = {
  method: 'get',
  tags: ['console'],
  page: true,
  who: { staff: ['reports', 'audit'] },
  replies: { 200: html },
} as const;
const language = { language: LanguageTag.exactOptional() };
export const showTraining = endpoint({
  ...reading,
  id: 'showTraining',
  path: '/console/training',
  summary: 'Training runs',
  query: z.strictObject({ ...language, after: z.string().max(2000).exactOptional() }),
  fails: ['invalid-cursor'],
});
export const showTrainingRun = endpoint({
  ...reading,
  id: 'showTrainingRun',
  path: '/console/training/{id}',
  summary: 'One training run, and of whom it may no longer be used',
  params,
  query: z.strictObject({ ...language, cursor: page.cursor }),
  fails: ['not-found', 'invalid-cursor'],
});
