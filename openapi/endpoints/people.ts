/**
 * Routes about one person: subject, lookup, consents, limits, erasure, sign-in link, and the feed of changes.
 * Flow:    models/person.ts → here → endpoints.ts, http/handlers.
 * Promise: a path holds `customer:<id>` or `sub_…` only; e-mail addresses and numbers travel in bodies.
 * Source:  docs/design.md 7 and 8.
 */
import { z } from 'zod';
import { heartbeatEveryMs, permissionHeldMs } from '../../src/vocabulary/change.ts';
import { endpoint, listOf, media, page } from '../endpoint.ts';
import { ConsentId, PathSubject } from '../models/basics.ts';
import {
  Change,
  Consent,
  ConsentBody,
  ErasureBody,
  FollowUpModel,
  Limit,
  LimitBody,
  Link,
  LinkBody,
  LookupBody,
  SubjectBody,
  SubjectModel,
} from '../models/person.ts';
import { ProposedModel } from '../models/proposal.ts';
import { Certificate, ErasureId, ErasureUnderWay } from '../models/request.ts';

const params = z.object({ subject: PathSubject });
const list = z.strictObject(page);

export const putSubject = endpoint({
  id: 'putSubject',
  method: 'put',
  path: '/v1/subjects/{subject}',
  summary: 'Describe a person',
  description:
    'Replaces regimes, age band and language; identifiers only add. The same state again answers 200 and records nothing.',
  tags: ['people'],
  who: ['consent'],
  params,
  body: SubjectBody,
  replies: { 200: SubjectModel, 201: SubjectModel },
  fails: ['identifier-taken', 'subject-erased', 'not-found'],
  records: ['subject.linked', 'subject.described'],
});
export const getSubject = endpoint({
  id: 'getSubject',
  method: 'get',
  path: '/v1/subjects/{subject}',
  summary: 'Read what is known about a person',
  tags: ['people'],
  who: ['consent'],
  params,
  replies: { 200: SubjectModel },
  fails: ['not-found', 'subject-erased'],
});
export const lookupSubject = endpoint({
  id: 'lookupSubject',
  method: 'post',
  path: '/v1/subjects/lookup',
  summary: 'Find a person by any identifier',
  description:
    'For e-mail addresses and telephone numbers, which must not stand in a path. With `returned`, staff let an erased person come back.',
  tags: ['people'],
  who: ['consent'],
  body: LookupBody,
  replies: { 200: SubjectModel, 201: SubjectModel },
  fails: ['not-found', 'subject-erased'],
  records: ['subject.linked'],
});

export const listFollowUps = endpoint({
  id: 'listFollowUps',
  method: 'get',
  path: '/v1/follow-ups',
  summary: 'List people whom somebody has to go after',
  description:
    'A person whose newer consent was undone by an older no that arrived later: ask them again. People whose e-mail addresses differed in capitals only: the address leads to none of them until one is described with it. At most a hundred; whoever was asked or settled is gone.',
  tags: ['people'],
  who: ['requests', 'audit'],
  replies: { 200: z.object({ items: z.array(FollowUpModel).max(100) }).meta({ id: 'FollowUps' }) },
});

export const postConsent = endpoint({
  id: 'postConsent',
  method: 'post',
  path: '/v1/consents',
  summary: 'Record that a person gave, refused or withdrew consent',
  description:
    'A withdrawal works from the answer on. A late or replayed message never revives a consent: `given` takes effect only if it happened after the newest refusal or withdrawal.',
  tags: ['consents'],
  who: ['consent'],
  body: ConsentBody,
  replies: { 201: Consent },
  fails: ['not-found', 'subject-erased', 'consent-not-the-basis'],
  records: ['consent.given', 'consent.refused', 'consent.withdrawn', 'subject.linked'],
});
export const listConsents = endpoint({
  id: 'listConsents',
  method: 'get',
  path: '/v1/subjects/{subject}/consents',
  summary: 'List the choices of a person',
  tags: ['consents'],
  who: ['consent'],
  params,
  query: list,
  replies: { 200: listOf(Consent) },
  fails: ['not-found', 'subject-erased'],
});
export const getConsent = endpoint({
  id: 'getConsent',
  method: 'get',
  path: '/v1/consents/{id}',
  summary: 'Read one choice with its proof',
  tags: ['consents'],
  who: ['consent'],
  params: z.object({ id: ConsentId }),
  replies: { 200: Consent },
  fails: ['not-found'],
});

export const postLimit = endpoint({
  id: 'postLimit',
  method: 'post',
  path: '/v1/subjects/{subject}/limits',
  summary: 'Set or lift a limit for a person',
  description:
    'Services may set limits and never lift them. Staff lift with a code; a marketing objection or an opt-out only as `asked-by-person` with evidence.',
  tags: ['limits'],
  who: ['consent', 'requests'],
  params,
  body: LimitBody,
  replies: { 201: Limit },
  fails: ['not-found', 'subject-erased', 'insufficient-scope'],
  records: ['limit.set', 'limit.lifted', 'subject.linked'],
});
export const listLimits = endpoint({
  id: 'listLimits',
  method: 'get',
  path: '/v1/subjects/{subject}/limits',
  summary: 'List the limits of a person',
  tags: ['limits'],
  who: ['consent', 'requests'],
  params,
  query: list,
  replies: { 200: listOf(Limit) },
  fails: ['not-found', 'subject-erased'],
});

export const listChanges = endpoint({
  id: 'listChanges',
  method: 'get',
  path: '/v1/changes',
  summary: 'Follow withdrawals, limits, stops and erasures',
  description:
    'The feed that other services follow, so that they stop what they have begun. The oldest first; ask again with `next` as `after`, also when a page is empty.',
  tags: ['checks and uses'],
  who: ['use'],
  query: z.strictObject({ limit: page.limit, after: page.cursor }),
  replies: { 200: listOf(Change, 'oldest') },
  fails: ['invalid-cursor'],
});

export const streamChanges = endpoint({
  id: 'streamChanges',
  method: 'get',
  path: '/v1/changes/stream',
  summary: 'Hear of withdrawals, limits, stops and erasures as they happen',
  description: `The feed of GET /v1/changes as server-sent events. \`change\` carries one item of the feed; its \`id\` is the cursor behind it and works in both. \`welcome\` comes first and \`heartbeat\` every ${heartbeatEveryMs} ms, with the cursor that the feed has come to. \`end\` says why the stream ends: the token no longer counts, or the service stops or cannot read. Go on with \`Last-Event-ID\`. Whoever remembers a permission while it listens may do so for ${permissionHeldMs} ms from asking, and not a moment longer than the stream is heard.`,
  tags: ['checks and uses'],
  who: ['use'],
  query: z.strictObject({
    after: page.cursor,
    start: z
      .enum(['oldest', 'newest'])
      .exactOptional()
      .describe('Where to begin without a cursor: at the first change, or behind the newest one.'),
  }),
  replies: { 200: media('text/event-stream', 'Server-sent events until one side ends the stream.') },
  fails: ['invalid-cursor', 'too-many-streams'],
  streams: true,
});

export const eraseSubject = endpoint({
  id: 'eraseSubject',
  method: 'post',
  path: '/v1/subjects/{subject}/erasure',
  summary: 'Erase a person at once',
  description:
    'Destroys the keys of this person. The proofs of the ledger stay; nothing about the person can be read again. Answers within a second: 201 with the certificate, or 202 where it goes on by itself. Without a request of the person a second person may have to confirm it first (202).',
  tags: ['requests'],
  who: ['admin'],
  params,
  body: ErasureBody,
  replies: { 201: Certificate, 202: z.union([ErasureUnderWay, ProposedModel]) },
  fails: ['not-found', 'subject-erased', 'systems-connected'],
  records: ['person.erased', 'request.logged', 'erasure.certified', 'proposal.made', 'proposal.recorded'],
});
export const getErasure = endpoint({
  id: 'getErasure',
  method: 'get',
  path: '/v1/erasures/{id}',
  summary: 'Ask how far an erasure is',
  description: '202 while it is under way, 200 with the certificate once it is done.',
  tags: ['requests'],
  who: ['requests'],
  params: z.object({ id: ErasureId }),
  replies: { 200: Certificate, 202: ErasureUnderWay },
  fails: ['not-found'],
});

export const postLink = endpoint({
  id: 'postLink',
  method: 'post',
  path: '/v1/links',
  summary: 'Make a sign-in link for a customer or a member of staff',
  description:
    'Works once and for ten minutes. Opening it shows a button; only pressing the button signs in. Making it and opening it are recorded, and what is done in such a session names who made the link.',
  tags: ['service'],
  who: ['admin'],
  body: LinkBody,
  replies: { 201: Link },
  records: ['link.made'],
});
