/**
 * Routes of consents and notices in the console: versions, what changed, a new version seen and then published.
 * Flow:    here → endpoints.ts, http/handlers/console/notices.ts.
 * Promise: opened by whoever may publish in the API; a preview and a judgement of words record nothing, and publishing
 *          is the command of the API.
 * Source:  decision 0127; decision 0005.
 */
import { z } from 'zod';
import { endpoint, media, wholeNumber } from '../endpoint.ts';
import { Key, LanguageTag } from '../models/basics.ts';
import { putNotice, putPurpose } from './registry.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const keepers = { staff: ['registry'] } as const;
const language = { language: LanguageTag.exactOptional() };
const reading = { method: 'get', tags: ['console'], page: true, who: keepers, replies: { 200: html } } as const;
const sending = { method: 'post', tags: ['console'], page: true, who: keepers } as const;
const version = wholeNumber(1, 1_000_000);
const one = { params: z.object({ area: z.enum(['notice', 'purpose']), key: Key }) } as const;

/** A field for each text in each language, named by its place, such as `body.en`; an empty one is left out. */
const TextField = /^[A-Za-z]{1,30}(?:\.[A-Za-z]{1,30})?\.[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/;
const draft = {
  csrf: z.string().min(1).max(200),
  /** The version that the writer began with; 0 where it is the first one. */
  version: wholeNumber(0, 1_000_000),
  /** What a first version is for. */
  purpose: Key.exactOptional(),
  material: z.enum(['yes', 'no']).exactOptional(),
  override: z.string().max(1000).exactOptional(),
};
const Draft = z
  .object(draft)
  .catchall(z.string().max(40_000))
  .refine((form) => Object.keys(form).every((name) => Object.hasOwn(draft, name) || TextField.test(name)), {
    message: 'This form has a field that is not described.',
  });

export const showNotices = endpoint({
  ...reading,
  id: 'showNotices',
  path: '/console/notices',
  summary: 'What people are told before they choose, and how many stand on which version',
  query: z.strictObject(language),
});
export const showNewNotice = endpoint({
  ...reading,
  id: 'showNewNotice',
  path: '/console/notices/new',
  summary: 'A form for the first version of a notice',
  query: z.strictObject({
    ...language,
    key: z.string().max(100).exactOptional(),
    purpose: z.string().max(100).exactOptional(),
  }),
  fails: ['not-found'],
});
export const showNotice = endpoint({
  ...reading,
  ...one,
  id: 'showNotice',
  path: '/console/notices/{area}/{key}',
  summary: 'One notice or purpose: its versions, what changed, and a form for the next one',
  query: z.strictObject({
    ...language,
    from: version.exactOptional(),
    to: version.exactOptional(),
    done: version.exactOptional(),
  }),
  fails: ['not-found'],
});
export const previewNotice = endpoint({
  ...sending,
  ...one,
  id: 'previewNotice',
  path: '/console/notices/{area}/{key}/preview',
  summary: 'See a new version in every language before it is published; nothing is recorded',
  body: Draft,
  replies: { 200: html },
  fails: ['not-found'],
});
export const judgeNotice = endpoint({
  ...sending,
  ...one,
  id: 'judgeNotice',
  path: '/console/notices/{area}/{key}/plain',
  summary: 'What is hard to read in a text that is being written; nothing is recorded',
  body: Draft,
  replies: { 200: media('application/json', 'What is hard to read, by field, in the language of the reader.') },
  fails: ['not-found'],
});
export const publishNotice = endpoint({
  ...sending,
  ...one,
  id: 'publishNotice',
  path: '/console/notices/{area}/{key}/publish',
  summary: 'Publish the version that was seen',
  body: Draft,
  replies: { 303: media('', 'Back to the notice or purpose, at the new version.'), 200: html },
  fails: ['not-found', ...putPurpose.fails],
  records: [...putNotice.records, ...putPurpose.records],
});
