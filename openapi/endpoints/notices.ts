/**
 * Routes of notices: what people read before a decision, and the proof that they were shown it.
 * Flow:    models/notice.ts → here → endpoints.ts, http/handlers/notices.ts.
 * Promise: everybody may read a notice; a showing is recorded in the person's own chain.
 * Source:  11 CCR 7220; docs/design.md 8.
 */
import { z } from 'zod';
import { adverseNoticeStates } from '../../src/vocabulary/notice.ts';
import { endpoint, listOf, page } from '../endpoint.ts';
import { DecisionId, Key, LanguageTag } from '../models/basics.ts';
import {
  AdverseNoticeDue,
  AdverseNoticeGivenBody,
  MessageHandedOverModel,
  NoticeShownBody,
  NoticeShownModel,
  OwnNoticeShownBody,
  PreUseNoticeModel,
} from '../models/notice.ts';

const whichNotice =
  'Say which AI system’s notice it was, or which notice of yours. From 2027 a significant automated decision about a person in California is refused `notice-not-shown` without it.';

export const getPreUseNotice = endpoint({
  id: 'getPreUseNotice',
  method: 'get',
  path: '/v1/pre-use-notices/{aiSystem}',
  summary: 'What people read before this AI system is used',
  description:
    'Made from the newest published entries, so that it is never out of date: purpose, how to say no, how to ask, how it works, what comes out and who decides. `hash` is of the exact text; `completeness` names what the registry lacks. With `Accept: text/html` a page.',
  tags: ['notices'],
  who: 'public',
  impersonal: true,
  pace: 'public',
  readable: true,
  params: z.object({ aiSystem: Key }),
  query: z.strictObject({ language: LanguageTag.exactOptional(), purpose: Key.exactOptional() }),
  replies: { 200: PreUseNoticeModel },
  fails: ['not-found'],
});

export const postNoticeShown = endpoint({
  id: 'postNoticeShown',
  method: 'post',
  path: '/v1/notices/shown',
  summary: 'Record that a notice was shown',
  description: whichNotice,
  tags: ['notices'],
  who: ['use', 'consent', 'decide'],
  body: NoticeShownBody,
  replies: { 201: NoticeShownModel },
  fails: ['not-found', 'subject-erased'],
  records: ['notice.shown', 'subject.linked'],
});

export const postMyNoticeShown = endpoint({
  id: 'postMyNoticeShown',
  method: 'post',
  path: '/v1/me/notices/shown',
  summary: 'Record that I was shown a notice',
  tags: ['me'],
  who: ['self'],
  body: OwnNoticeShownBody,
  replies: { 201: NoticeShownModel },
  fails: ['subject-erased'],
  records: ['notice.shown', 'subject.linked'],
});

export const listAdverseNotices = endpoint({
  id: 'listAdverseNotices',
  method: 'get',
  path: '/v1/adverse-notices',
  summary: 'Outcomes against people that law wants them told of',
  description:
    'From 2027 in Colorado: within 30 days. The message is written with the decision; `due` is what has not reached the person, so that somebody has to tell them.',
  tags: ['notices'],
  who: ['requests', 'reviews'],
  query: z.strictObject({ ...page, state: z.enum(adverseNoticeStates).exactOptional() }),
  replies: { 200: listOf(AdverseNoticeDue) },
});

export const postAdverseNoticeGiven = endpoint({
  id: 'postAdverseNoticeGiven',
  method: 'post',
  path: '/v1/adverse-notices/{id}/given',
  summary: 'Say that you told the person in another way',
  tags: ['notices'],
  who: ['requests', 'reviews'],
  params: z.object({ id: DecisionId }),
  body: AdverseNoticeGivenBody,
  replies: { 201: MessageHandedOverModel },
  fails: ['not-found', 'invalid-transition'],
  records: ['message.handed-over'],
});
