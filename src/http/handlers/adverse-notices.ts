/**
 * Handlers of the notices that law asks for after an outcome against a person: how far each has come, and which are
 * due.
 * Flow:    app → here → answers/notice; record/hand-over.
 * Promise: the list leaves out nothing that is due.
 * Source:  C.R.S. 6-1-1704 (SB 26-189).
 */

import * as endpoints from '../../../openapi/endpoints/notices.ts';
import { askAdverseNotices } from '../../answers/notice/ask.ts';
import type { House } from '../../ports/house.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { recordHandOver } from '../record/hand-over.ts';
import { renderJson } from '../reply.ts';

export const adverseNoticeHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(endpoints.listAdverseNotices)(async (context) => {
    const cursor = readCursor(context, endpoints.listAdverseNotices.id);
    if (isProblem(cursor)) return cursor;
    const { state, limit } = context.query;
    const page = await askAdverseNotices(house, { state, ...pageQuery(cursor, limit) });
    return renderJson(200, withCursor(page, cursor));
  }),
  on(endpoints.postAdverseNoticeGiven)((context) => recordHandOver(house, context.params.id, context)),
];
