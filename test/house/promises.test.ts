/** What Candor says is what Candor does: a sentence that promises an effect has a drive that shows it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, type MessageKey } from '../../src/language/messages/en.ts';
import { promises } from '../promises/promises.ts';
import { isPromising } from '../promises/promising.ts';
import { unpromised } from '../promises/unpromised.ts';
import { root } from './sources.ts';

const keys = Object.keys(en) as MessageKey[];
const driven = new Set<string>(promises.flatMap((promise) => promise.keys));
const starts = unpromised.flatMap((each) => each.starts);
const isNone = (key: string): boolean => starts.some((start) => key.startsWith(start));

describe('the sentences that promise an effect', () => {
  it('are driven over HTTP, every one', () => {
    const open = keys.filter((key) => isPromising(en[key]) && !driven.has(key) && !isNone(key));
    expect(open.map((key) => `${key}: ${en[key]}`)).toEqual([]);
  });

  it('are driven once, each by a rule that exists', () => {
    const all = promises.flatMap((promise) => promise.keys);
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
    expect(promises.filter(({ rule }) => !existsSync(join(root, rule))).map(({ rule }) => rule)).toEqual([]);
  });

  it('are found by how they speak, and what is said to be none is really found', () => {
    for (const key of ['action.object.effect', 'right.third-party-list.how', 'letter.erasure.told.words'] as const)
      expect(isPromising(en[key])).toBe(true);
    for (const key of ['use.rights.title', 'category.home', 'enter.title'])
      expect(isPromising(en[key as MessageKey] ?? '')).toBe(false);
    const idle = starts.filter((start) => !keys.some((key) => key.startsWith(start) && isPromising(en[key])));
    expect(idle).toEqual([]);
  });
});
