/**
 * Routes of the registry: purposes, notices, AI systems, recipients, and the stop switch.
 * Flow:    models/registry.ts → here → endpoints.ts, http/handlers/registry.ts.
 * Promise: the same canonical body answers 200 and the same version; anything else 201 and the next version.
 * Source:  docs/design.md 8.
 */
import { z } from 'zod';
import { endpoint, listOf, page, wholeNumber } from '../endpoint.ts';
import { Key } from '../models/basics.ts';
import {
  AiSystemBody,
  AiSystemReply,
  NoticeBody,
  NoticeReply,
  PurposeBody,
  PurposeReply,
  RecipientBody,
  RecipientReply,
  Suspension,
  SuspensionBody,
} from '../models/registry.ts';

const params = z.object({ key: Key });
const version = z.strictObject({
  version: wholeNumber(1, 1_000_000).exactOptional().describe('An earlier version; the newest when left out.'),
});
const list = z.strictObject(page);
const publishing = { method: 'put', tags: ['registry'], who: ['registry'], params, impersonal: true } as const;
const reading = { method: 'get', tags: ['registry'], who: ['registry', 'use'], impersonal: true } as const;
const versions = 'The same body again answers 200 and changes nothing; any other body becomes the next version.';
const plain =
  'Texts that people read are measured; those that are not plain enough are refused with the sentence, the reason and a fix.';

export const putPurpose = endpoint({
  ...publishing,
  id: 'putPurpose',
  path: '/v1/purposes/{key}',
  summary: 'Publish a purpose',
  description: `Says why data is used and on which legal basis. ${plain} ${versions}`,
  body: PurposeBody,
  replies: { 200: PurposeReply, 201: PurposeReply },
  fails: ['basis-not-in-regime', 'not-plain-enough'],
  records: ['purpose.published'],
});
export const getPurpose = endpoint({
  ...reading,
  id: 'getPurpose',
  path: '/v1/purposes/{key}',
  summary: 'Read a purpose',
  params,
  query: version,
  replies: { 200: PurposeReply },
  fails: ['not-found'],
});
export const listPurposes = endpoint({
  ...reading,
  id: 'listPurposes',
  path: '/v1/purposes',
  summary: 'List purposes',
  query: list,
  replies: { 200: listOf(PurposeReply) },
});

export const putNotice = endpoint({
  ...publishing,
  id: 'putNotice',
  path: '/v1/notices/{key}',
  summary: 'Publish a notice',
  description: `Keeps the exact text that people are shown before they choose. ${plain} ${versions}`,
  body: NoticeBody,
  replies: { 200: NoticeReply, 201: NoticeReply },
  fails: ['not-plain-enough'],
  records: ['notice.published'],
});
export const getNotice = endpoint({
  ...reading,
  id: 'getNotice',
  path: '/v1/notices/{key}',
  summary: 'Read a notice',
  params,
  query: version,
  replies: { 200: NoticeReply },
  fails: ['not-found'],
});
export const listNotices = endpoint({
  ...reading,
  id: 'listNotices',
  path: '/v1/notices',
  summary: 'List notices',
  query: list,
  replies: { 200: listOf(NoticeReply) },
});

export const putAiSystem = endpoint({
  ...publishing,
  id: 'putAiSystem',
  path: '/v1/ai-systems/{key}',
  summary: 'Publish an AI system',
  description: `Declares what an AI system may be used for, with which data, and how it works. ${plain} ${versions} \`completeness\` names what law would still ask for.`,
  body: AiSystemBody,
  replies: { 200: AiSystemReply, 201: AiSystemReply },
  fails: ['not-plain-enough'],
  records: ['ai-system.published'],
});
export const getAiSystem = endpoint({
  ...reading,
  id: 'getAiSystem',
  path: '/v1/ai-systems/{key}',
  summary: 'Read an AI system',
  params,
  query: version,
  replies: { 200: AiSystemReply },
  fails: ['not-found'],
});
export const listAiSystems = endpoint({
  ...reading,
  id: 'listAiSystems',
  path: '/v1/ai-systems',
  summary: 'List AI systems',
  query: list,
  replies: { 200: listOf(AiSystemReply) },
});

export const suspendAiSystem = endpoint({
  id: 'suspendAiSystem',
  method: 'post',
  path: '/v1/ai-systems/{key}/suspension',
  summary: 'Stop an AI system',
  description: 'From the answer on, every check and use of this AI system is refused.',
  tags: ['registry'],
  who: ['registry'],
  params,
  body: SuspensionBody,
  replies: { 200: Suspension, 201: Suspension },
  fails: ['not-found'],
  records: ['ai-system.suspended'],
  impersonal: true,
});
export const resumeAiSystem = endpoint({
  id: 'resumeAiSystem',
  method: 'delete',
  path: '/v1/ai-systems/{key}/suspension',
  summary: 'Let an AI system go on',
  tags: ['registry'],
  who: ['registry'],
  params,
  replies: { 200: Suspension },
  fails: ['not-found'],
  records: ['ai-system.resumed'],
  impersonal: true,
});

export const putRecipient = endpoint({
  ...publishing,
  id: 'putRecipient',
  path: '/v1/recipients/{key}',
  summary: 'Publish a recipient',
  description: `Names who receives data. ${versions}`,
  body: RecipientBody,
  replies: { 200: RecipientReply, 201: RecipientReply },
  records: ['recipient.published'],
});
export const getRecipient = endpoint({
  ...reading,
  id: 'getRecipient',
  path: '/v1/recipients/{key}',
  summary: 'Read a recipient',
  params,
  query: version,
  replies: { 200: RecipientReply },
  fails: ['not-found'],
});
export const listRecipients = endpoint({
  ...reading,
  id: 'listRecipients',
  path: '/v1/recipients',
  summary: 'List recipients',
  query: list,
  replies: { 200: listOf(RecipientReply) },
});
