/**
 * Handlers of consents and limits, for services and staff.
 * Flow:    app → here → answers/consent, commands `consent.record`, `limit.record`.
 * Promise: a list shows every act of the person, also those that changed nothing.
 * Source:  docs/design.md 7 and 8.
 */
import type { Endpoint } from '../../../openapi/endpoint.ts';
import * as people from '../../../openapi/endpoints/people.ts';
import { askConsent, type ListActs, listConsents, listLimits } from '../../answers/consent/ask.ts';
import { findKnownPerson } from '../../answers/person.ts';
import type { House } from '../../ports/house.ts';
import type { Reads } from '../../ports/reads.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { renderFound, renderJson, renderRecorded } from '../reply.ts';

type ListContext = AnyContext & {
  readonly params: { readonly subject: string };
  readonly query: { readonly limit: number };
};

const listHandler =
  (
    reads: Reads,
    readCursor: CursorReader,
    { endpoint, list }: { readonly endpoint: Endpoint; readonly list: ListActs },
  ) =>
  async (context: ListContext): Promise<BytesAnswer | Problem> => {
    const { subject } = context.params;
    const cursor = readCursor(context, `${endpoint.id} ${subject}`);
    if (isProblem(cursor)) return cursor;
    const found = await findKnownPerson(reads, subject, { history: true });
    if (isProblem(found)) return found;
    return renderJson(200, withCursor(list(found.person, pageQuery(cursor, context.query.limit)), cursor));
  };

export const choiceHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(people.postConsent)(async (context) =>
    renderRecorded(await house.record('consent.record', context.body, senderOf(context))),
  ),
  on(people.listConsents)(listHandler(house, readCursor, { endpoint: people.listConsents, list: listConsents })),
  on(people.getConsent)(async ({ params }) => renderFound(await askConsent(house, params.id))),
  on(people.postLimit)(async (context) => {
    const input = { ...context.body, subject: context.params.subject };
    return renderRecorded(await house.record('limit.record', input, senderOf(context)));
  }),
  on(people.listLimits)(listHandler(house, readCursor, { endpoint: people.listLimits, list: listLimits })),
];
