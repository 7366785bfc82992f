/**
 * What the tables of law say to people and to officers, as it stood: which rights, by when, where to complain, what an
 * answer holds, which words name what law protects. It is no second reading of the laws; it shows line by line what
 * another release says otherwise. Written anew with `WRITE_VECTORS=1 npx vitest run test/law/frozen-said.test.ts`.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leastLevelsFor, levelsFor, regimeCodes } from '../../src/law/law.ts';
import { lawOf, rowFor } from '../../src/law/request-kinds.ts';
import { complaintRoutes, rightsFor } from '../../src/law/rights.ts';
import { appealWords, ruleText, ruleWords } from '../../src/law/rules.ts';
import { root } from '../../src/root.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';

const PATH = join(root, 'test', 'vectors', 'law-said.json');
const isWritten = process.env['WRITE_VECTORS'] === '1';
type Said = Record<string, unknown>;
const frozen = (isWritten ? {} : JSON.parse(readFileSync(PATH, 'utf8'))) as Said;
const DAYS = ['2019-06-01', '2026-06-30', '2028-06-01'];

/** Laws that say the same stand together. */
function together(saying: (regime: string) => unknown): readonly (readonly [string, unknown])[] {
  const found = new Map<string, string[]>();
  for (const regime of regimeCodes) {
    const said = JSON.stringify(saying(regime) ?? null).replaceAll(`"${regime}"`, '"<the law>"');
    found.set(said, [...(found.get(said) ?? []), regime]);
  }
  return [...found].map(([said, regimes]) => [regimes.join(' '), JSON.parse(said)] as const);
}

/** Whatever a table exports, but for holidays, which have a table of their own. */
async function exported(): Promise<readonly (readonly [string, unknown])[]> {
  const paths = [...globSync('src/law/**/*.ts', { cwd: root })].filter((path) => !path.includes('holiday')).sort();
  const found: (readonly [string, unknown])[] = [];
  const seen = new Set<unknown>();
  for (const path of paths)
    for (const [name, value] of Object.entries((await import(join(root, path))) as object))
      if (typeof value === 'object' && value !== null && !seen.has(value)) {
        seen.add(value);
        found.push([`${path} ${name}`, plain(value)]);
      }
  return found;
}
const plain = (value: unknown): unknown => {
  if (value instanceof Set) return [...value].map(plain);
  if (value instanceof Map) return [...value].map(([name, each]) => [name, plain(each)]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
};

const atDays = (saying: (regime: string, day: string) => unknown) =>
  Object.fromEntries(DAYS.map((day) => [day, together((regime) => saying(regime, day))]));

async function saidNow(): Promise<Said> {
  const kinds = requestKinds.map((kind): readonly [string, unknown] => [
    `the right to ${kind}`,
    atDays((regime, day) => {
      const row = rowFor(kind, regime, day);
      const { answerWithin, ...right } = rightsFor([regime], day).find((each) => each.right === kind) ?? {
        answerWithin: [],
      };
      const words = [ruleText(row.rule), ruleWords(row.rule), appealWords(row.rule)];
      const asked = { kind, regimes: [regime], day };
      const law = lawOf(kind, regime, day)?.source;
      return { right, within: answerWithin.length, words, law, least: leastLevelsFor(asked), levels: levelsFor(asked) };
    }),
  ]);
  const routes = [['where to complain', atDays((regime, day) => complaintRoutes([regime], day))] as const];
  const all = Object.fromEntries([...kinds, ...routes, ...(await exported())]);
  return JSON.parse(JSON.stringify(all)) as Said;
}

describe('what the tables of law say', () => {
  it('is what they said', async () => {
    const now = await saidNow();
    if (isWritten) {
      const lines = Object.entries(now).map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`);
      writeFileSync(PATH, `{${lines.join(',\n')}}\n`);
      Object.assign(frozen, now);
    }
    expect(Object.keys(now)).toEqual(Object.keys(frozen));
    for (const [name, each] of Object.entries(now)) expect(each, name).toEqual(frozen[name]);
  });
});
