/**
 * Handlers about one person: who they are, the feed of changes, erasure at once.
 * Flow:    app → here → house.
 * Promise: reading brings nobody back; what other services must act on is told in the order in which it happened.
 * Source:  docs/design.md 6 and 8.
 */

import * as people from '../../../openapi/endpoints/people.ts';
import type { House } from '../../ports/house.ts';
import { shownSubject } from '../../views/subject/shown-subject.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { shownCertificate } from './certificate.ts';
import type { Pagers } from './cursor.ts';
import { keepsOf } from './keeps.ts';
import { seeKnown } from './person.ts';
import { answered, senderOf, told } from './reply.ts';

async function subjectRead(house: House, identifier: string): Promise<BytesAnswer | Problem> {
  const seen = await seeKnown(house, identifier);
  if (isProblem(seen)) return seen;
  const { subject, standing } = seen.person;
  if (standing.staff !== undefined) return problem('not-found');
  const identifiers = await house.identifiersOf(subject);
  return told(200, shownSubject({ subject, standing, identifiers }, house.settings.defaultRegime));
}

const subjectHandlers = (house: House): readonly Bound[] => [
  on(people.putSubject)(async (context) =>
    answered(
      await house.record('subject.describe', { subject: context.params.subject, ...context.body }, senderOf(context)),
    ),
  ),
  on(people.getSubject)(({ params }) => subjectRead(house, params.subject)),
  on(people.lookupSubject)(async (context) => {
    const { identifier, returned } = context.body;
    if (returned === undefined) return subjectRead(house, identifier);
    return answered(await house.record('subject.return', { subject: identifier, returned }, senderOf(context)));
  }),
];

export const peopleHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...subjectHandlers(house),
  on(people.listChanges)(async (context) => {
    const pager = pagers(context, people.listChanges.id);
    if (isProblem(pager)) return pager;
    const rows = await house.changes(pager.at ?? 0, context.query.limit);
    const items = rows.map(({ subject, identifiers, what, purpose, aiSystem, decision, at }) => ({
      subject,
      identifiers,
      what,
      at: timeOf(at),
      ...defined({ purpose, aiSystem, decision }),
    }));
    // An empty page keeps its place, so that whoever follows the feed can go on asking.
    return told(200, { items, next: pager.next(rows.at(-1)?.position ?? pager.at ?? 0) });
  }),
  on(people.eraseSubject)(async (context) => {
    const { request, keep } = context.body;
    const erased = await house.erase(context.params.subject, {
      sender: senderOf(context),
      ...defined({ request }),
      ...(keep === undefined ? {} : { keep: keepsOf(keep) }),
    });
    return isProblem(erased) ? erased : told(201, { ...shownCertificate(erased.certificate), entry: erased.entry });
  }),
];
