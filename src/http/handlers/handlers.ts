/**
 * Every handler that needs the house, in one list; the edge itself answers health, documentation and signing in.
 * Flow:    main → here → app (binds each endpoint exactly once).
 * Promise: a handler closes over the port of the house and nothing else: no clock, no environment, no database.
 */
import type { House } from '../../ports/house.ts';
import type { Bound } from '../bind.ts';
import { adverseNoticeHandlers } from './adverse-notices.ts';
import { answerHandlers } from './answers.ts';
import { checkHandlers } from './checks.ts';
import { choiceHandlers } from './choices.ts';
import { consoleHandlers } from './console/console.ts';
import { type Digest, pagersOf } from './cursor.ts';
import { decisionHandlers } from './decisions.ts';
import { deskHandlers } from './desk.ts';
import { explanationHandlers } from './explanations.ts';
import { fileHandlers } from './files.ts';
import { holdHandlers } from './holds.ts';
import { ledgerHandlers } from './ledger.ts';
import { meHandlers } from './me.ts';
import { messageHandlers } from './messages.ts';
import { myReviewHandlers } from './my-reviews.ts';
import { noticeHandlers } from './notices.ts';
import { oversightHandlers } from './oversight.ts';
import { pageHandlers } from './pages.ts';
import { peopleHandlers } from './people.ts';
import { registerHandlers } from './register.ts';
import { registryHandlers } from './registry.ts';
import { requestHandlers } from './requests.ts';
import { reviewHandlers } from './reviews.ts';
import { staffHandlers } from './staff.ts';

export function allHandlers(house: House, { digest }: { readonly digest: Digest }): readonly Bound[] {
  const pagers = pagersOf(digest);
  return [
    ...checkHandlers(house),
    ...decisionHandlers(house),
    ...explanationHandlers(house),
    ...peopleHandlers(house, pagers),
    ...choiceHandlers(house, pagers),
    ...registryHandlers(house, pagers),
    ...registerHandlers(house),
    ...noticeHandlers(house),
    ...adverseNoticeHandlers(house, pagers),
    ...oversightHandlers(house),
    ...staffHandlers(house),
    ...deskHandlers(house),
    ...answerHandlers(house, pagers),
    ...meHandlers(house, pagers),
    ...messageHandlers(house, pagers),
    ...requestHandlers(house, pagers),
    ...holdHandlers(house),
    ...reviewHandlers(house, pagers),
    ...myReviewHandlers(house, pagers),
    ...fileHandlers(house),
    ...ledgerHandlers(house, pagers),
    ...pageHandlers(house, pagers),
    ...consoleHandlers(house),
  ];
}
