/**
 * What every page needs beside its own data: the language, who is signed in, the company, where we are.
 * Flow:    http/handlers → here → layout and every page.
 * Promise: forms appear only with a session, because only a session has a form token.
 * Source:  docs/design.md 12.
 */
import { dateWords, dayWords, exactNumber, numberWords, timeWords } from '../language/dates.ts';
import { type MessageKey, say, type Values } from '../language/say.ts';
import type { PageLinks } from '../vocabulary/page-link.ts';

export type MenuPlace = 'ai-use' | 'choices' | 'requests' | 'messages' | 'record';

export interface Chrome {
  readonly language: string;
  /** CANDOR_TIME_ZONE. */
  readonly timeZone: string;
  /** The name of the company; the pages say "this company" where none is configured. */
  readonly company?: string;
  /** Pages of the company, at the foot. */
  readonly links?: PageLinks;
  readonly session?: {
    /** The form token of this session. */
    readonly csrf: string;
    /** How the person is addressed, for example their initials; never a full identifier. */
    readonly name?: string;
    /** The role of whoever made the link it began with, where they could have opened it. */
    readonly through?: string;
  };
  readonly here?: MenuPlace;
  /** The purpose whose choice was just changed, or `all`. */
  readonly saved?: string;
  /** Path and query of this page without its language; where it is known, another language can be chosen. */
  readonly address?: string;
}

export const sayOn = (chrome: Chrome, key: MessageKey, values?: Values): string => say(chrome.language, key, values);

export const companyOf = (chrome: Chrome): string => chrome.company ?? sayOn(chrome, 'page.company');

/** An RFC 3339 instant as a day with its month as a word. */
export const dayOn = (chrome: Chrome, when: string): string =>
  when.length === 10 ? dayWords(chrome.language, when) : dateWords(chrome.language, Date.parse(when), chrome.timeZone);

export const timeOn = (chrome: Chrome, when: string): string =>
  timeWords(chrome.language, Date.parse(when), chrome.timeZone);

export const countOn = (chrome: Chrome, count: number): string => numberWords(chrome.language, count);
/** A recorded number with every digit that it has. */
export const exactOn = (chrome: Chrome, value: number): string => exactNumber(chrome.language, value);
