/**
 * Handlers of notices: what people read beforehand, and the proof that they were shown it.
 * Flow:    app → here → answers/notice; record/notice-shown.
 * Promise: the hash is of the text that is answered, to the letter.
 * Source:  11 CCR 7220; docs/design.md 8.
 */

import * as endpoints from '../../../openapi/endpoints/notices.ts';
import { findPreUseNotice } from '../../answers/notice/pre-use-notice.ts';
import { preUseNoticePage } from '../../pages/notice/pre-use-notice-page.tsx';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { selfOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { hashText, recordNoticeShown } from '../record/notice-shown.ts';
import { renderJson } from '../reply.ts';

export const noticeHandlers = (house: House): readonly Bound[] => [
  on(endpoints.getPreUseNotice)(async (context) => {
    const { params, query, language, form } = context;
    const wanted = { aiSystem: params.aiSystem, language, settings: house.settings, on: house.now() };
    const notice = findPreUseNotice(await house.registry(), { ...wanted, ...defined({ purpose: query.purpose }) });
    if (notice === undefined) return problem('not-found');
    const answer = { ...notice, hash: hashText(notice.text) };
    return form === 'html'
      ? { status: 200, text: preUseNoticePage(answer, chromeOf(house, context)) }
      : renderJson(200, answer);
  }),
  on(endpoints.postNoticeShown)((context) =>
    recordNoticeShown(house, { subject: context.body.subject, body: context.body }, context),
  ),
  on(endpoints.postMyNoticeShown)((context) =>
    recordNoticeShown(house, { subject: selfOf(context.caller), body: context.body }, context),
  ),
];
