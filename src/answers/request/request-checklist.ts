/**
 * What the answer to a request must hold by the laws of the person, for whoever writes it.
 * Flow:    http/handlers/requests → here → law (the lists).
 * Promise: a rule asks for nothing before its first day, and an answered request is held against the day it was
 *          answered.
 * Source:  docs/law.md 3.5, 3.6.
 */
import { answerListFor, dayOf, type RequiredItem } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { Instant } from '../../vocabulary/instant.ts';

export const requestChecklist = ({ kind, regimes, closedAt }: RequestRow, now: Instant): readonly RequiredItem[] =>
  answerListFor(kind, { regimes, day: dayOf(closedAt ?? now) });
