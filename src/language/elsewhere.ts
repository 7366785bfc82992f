/**
 * Which texts of an answer stand in another language than the one that was asked for, so that a page can say so of
 * each.
 * Flow:    text.ts (falls back) → here → pages/foreign.ts; http opens it around an answer.
 * Promise: what one call fell back to is never told to another; outside of a call nothing is kept.
 * Source:  WCAG 2.2 (3.1.2); decision 0131.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Text → the language in which it was published. */
export type Elsewhere = ReadonlyMap<string, string>;

const ofThisCall = new AsyncLocalStorage<Map<string, string>>();
const none: Elsewhere = new Map();

/** Does this work and remembers, as long as it takes, what fell back. */
export const remembering = <T>(work: () => T): T => ofThisCall.run(new Map(), work);

export const fellBackTo = (language: string, text: string): void => void ofThisCall.getStore()?.set(text, language);

export const elsewhere = (): Elsewhere => ofThisCall.getStore() ?? none;
