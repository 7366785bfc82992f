/**
 * Routes of customers in the console: one search, and one person's whole picture on one page.
 * Flow:    here → endpoints.ts, http/handlers/console/customers.ts.
 * Promise: a search and every opening of a page is a look that stands in the record of the person; an address names a
 *          person by pseudonym only.
 * Source:  docs/design.md 8; docs/law.md 9.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { LanguageTag, PathSubject } from '../models/basics.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const auditors = { tags: ['console'], page: true, who: { staff: ['audit'] } } as const;
const language = { language: LanguageTag.exactOptional() };
const looks = ['look.taken', 'look.recorded'];

export const showCustomers = endpoint({
  ...auditors,
  method: 'get',
  id: 'showCustomers',
  path: '/console/customers',
  summary: 'Look for a customer',
  query: z.strictObject(language),
  replies: { 200: html },
});
export const sendCustomerSearch = endpoint({
  ...auditors,
  method: 'post',
  id: 'sendCustomerSearch',
  path: '/console/customers',
  summary: 'Find a customer by any identifier; the look is recorded',
  body: z.strictObject({ csrf: z.string().min(1).max(200), whom: z.string().max(400) }),
  replies: { 303: media('', 'On to their page.'), 200: html },
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: looks,
});
export const showCustomer = endpoint({
  ...auditors,
  method: 'get',
  id: 'showCustomer',
  path: '/console/customers/{subject}',
  summary: 'One person: choices, uses by AI system, decisions, requests, and who looked; the look is recorded',
  params: z.object({ subject: PathSubject }),
  query: z.strictObject(language),
  replies: { 200: html },
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: looks,
});
