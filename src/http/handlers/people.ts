/**
 * Handlers about one person: who they are, the feed of changes, erasure at once.
 * Flow:    app → here → answers/subject, commands `subject.describe`, `subject.return`, the erasure.
 * Promise: reading brings nobody back.
 * Source:  docs/design.md 6 and 8.
 */

import * as people from '../../../openapi/endpoints/people.ts';
import { showCertificate } from '../../answers/request/certificate.ts';
import { askChanges, askSubject } from '../../answers/subject/ask.ts';
import { askFollowUps } from '../../answers/subject/follow-ups.ts';
import type { Caller } from '../../commands/command.ts';
import type { House } from '../../ports/house.ts';
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import type { ChangeStreams } from '../change-streams.ts';
import { type CursorReader, withCursor } from '../cursor.ts';
import { keepsOf } from '../keeps.ts';
import { renderFound, renderJson, renderRecorded, renderUnderWay } from '../reply.ts';

async function readSubject(reads: Reads, identifier: string): Promise<BytesAnswer | Problem> {
  const subject = await askSubject(reads, identifier);
  return isProblem(subject) ? subject : renderJson(200, subject);
}

const subjectHandlers = (house: House): readonly Bound[] => [
  on(people.putSubject)(async (context) => {
    const input = { subject: context.params.subject, ...context.body };
    return renderRecorded(await house.record('subject.describe', input, senderOf(context)));
  }),
  on(people.getSubject)(({ params }) => readSubject(house, params.subject)),
  on(people.lookupSubject)(async (context) => {
    const { identifier, returned } = context.body;
    if (returned === undefined) return readSubject(house, identifier);
    return renderRecorded(await house.record('subject.return', { subject: identifier, returned }, senderOf(context)));
  }),
];

interface FeedTools {
  readonly readCursor: CursorReader;
  readonly streams: ChangeStreams;
}

/** Whoever comes back with a position has what stands before it; a note that fails leaves it not known. */
const noted = (house: House, { actor }: Caller, position: number | undefined): Promise<void> =>
  position === undefined ? Promise.resolve() : house.noteFeedRead(actor.id, position).catch(() => undefined);

/** One feed in two forms, so that the cursor of one works in the other. */
const feedHandlers = (house: House, { readCursor, streams }: FeedTools): readonly Bound[] => [
  on(people.listChanges)(async (context) => {
    const cursor = readCursor(context, people.listChanges.id);
    if (isProblem(cursor)) return cursor;
    await noted(house, context.caller, cursor.before);
    const page = await askChanges(house, { after: cursor.before, limit: context.query.limit });
    return renderJson(200, withCursor(page, cursor));
  }),
  on(people.streamChanges)(async (context) => {
    const { caller, listening, query } = context;
    const sent = listening?.lastEventId ?? query.after;
    const cursor = readCursor({ caller, query: defined({ after: sent }) }, people.listChanges.id);
    if (isProblem(cursor)) return cursor;
    await noted(house, caller, cursor.before);
    const after = cursor.before ?? (query.start === 'newest' ? await house.newestChange() : 0);
    const whyOut = listening?.whyOut ?? (async () => 'unauthenticated' as const);
    return streams.open({ after, principal: caller.principal, nameOf: cursor.write, whyOut });
  }),
];

export const peopleHandlers = (house: House, tools: FeedTools): readonly Bound[] => [
  ...subjectHandlers(house),
  ...feedHandlers(house, tools),
  on(people.listFollowUps)(async () => renderJson(200, { items: await askFollowUps(house) })),
  on(people.eraseSubject)(async (context) => {
    const { request, keep } = context.body;
    const erased = await house.erase(context.params.subject, {
      sender: senderOf(context),
      ...defined({ request }),
      ...(keep === undefined ? {} : { keep: keepsOf(keep) }),
    });
    if (isProblem(erased)) return erased;
    if ('underWay' in erased) return renderUnderWay(erased);
    if ('proposed' in erased) return renderRecorded(erased.proposed);
    return renderJson(201, { ...showCertificate(erased.certificate), entry: erased.entry });
  }),
  on(people.getErasure)(async ({ params }) => {
    const underWay = await house.erasureUnderWay(params.id);
    if (underWay !== undefined) return renderUnderWay(underWay);
    const certificate = await house.certificate(params.id);
    return renderFound(certificate === undefined ? undefined : showCertificate(certificate));
  }),
];
