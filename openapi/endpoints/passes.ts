/**
 * Routes for pages of the company: a pass from its own server, what the page shows with it, the choice made there.
 * Flow:    models/pass.ts → here → endpoints.ts, http/handlers/passes.ts.
 * Promise: a pass opens these two routes for one person, one AI system and one origin, and nothing else.
 * Source:  AI Act 50; decision 0128.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { LanguageTag } from '../models/basics.ts';
import { PageChoiceBody, PageChoiceMade, PageNoticeModel, PassBody, PassModel } from '../models/pass.ts';

const language = z.strictObject({ language: LanguageTag.exactOptional() });
const onPage = { tags: ['other pages'], who: 'pass', crossOrigin: true } as const;

export const postPass = endpoint({
  id: 'postPass',
  method: 'post',
  path: '/v1/passes',
  summary: 'Make a pass for a page of yours',
  description:
    'Called by the server of the page, which knows who is signed in there. The pass goes into the page, as the `pass` of `<candor-ai-notice>` and `<candor-choice>`. Nothing is recorded; what is chosen with it names the caller.',
  tags: ['other pages'],
  who: ['passes'],
  body: PassBody,
  replies: { 201: PassModel },
  fails: ['not-found'],
});
export const getPageNotice = endpoint({
  ...onPage,
  id: 'getPageNotice',
  method: 'get',
  path: '/v1/page/notice',
  summary: 'What the page shows: that AI is at work, why, with what data, and the choice',
  description: 'Takes the pass as bearer token, from the origin that it was made for.',
  query: language,
  replies: { 200: PageNoticeModel },
  fails: ['not-found'],
});
export const postPageChoice = endpoint({
  ...onPage,
  id: 'postPageChoice',
  method: 'post',
  path: '/v1/page/choices',
  summary: 'Choose on the page',
  description: 'The person’s own act, recorded with the origin, the AI system and who made the pass.',
  query: language,
  body: PageChoiceBody,
  replies: { 201: PageChoiceMade },
  fails: ['not-found', 'subject-erased', 'consent-not-the-basis', 'separation-of-duty'],
  records: ['consent.given', 'consent.refused', 'consent.withdrawn', 'limit.set', 'limit.lifted', 'subject.linked'],
});
export const getElements = endpoint({
  id: 'getElements',
  method: 'get',
  path: '/assets/candor.js',
  summary: 'The two elements for pages of the company',
  tags: ['pages'],
  who: 'public',
  replies: { 200: media(['text/javascript'], 'A script without parts elsewhere.') },
  impersonal: true,
  crossOrigin: true,
  page: true,
});
