import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../scripts/import/line-bytes.ts';
import { type ImportLine, keyOf, type RefusedLine, readLine } from '../../../scripts/import/lines.ts';
import { groupSize, inGroups } from '../../../scripts/import/recording.ts';
import { root } from '../../../src/root.ts';

const wishes = { name: 'start.ndjson', drop: [] };
const read = (line: unknown, more: object = {}) => readLine(1, JSON.stringify(line), { ...wishes, ...more });
const use = {
  kind: 'use',
  subject: 'customer:42',
  aiSystem: 'support-assistant',
  purpose: 'support-drafts',
  occurredAt: '2026-02-01T10:00:00.000Z',
};
const inputOf = (line: ImportLine | RefusedLine): unknown => ('refused' in line ? line.refused : line.input);
const codeOf = (line: ImportLine | RefusedLine): unknown => ('refused' in line ? line.refused.problem : undefined);

async function* bytes(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
const allOf = async <T>(things: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const thing of things) all.push(thing);
  return all;
};

describe('a line of an import', () => {
  it('a use is a report unless it asks', () => {
    expect(inputOf(read(use))).toMatchObject({ mode: 'report', occurredAt: '2026-02-01T10:00:00.000Z' });
    const { occurredAt, ...asking } = use;
    expect(inputOf(read({ ...asking, mode: 'request' }))).toMatchObject({ mode: 'request' });
  });

  it('a member that the API does not know is refused, unless it is dropped by name', () => {
    expect(codeOf(read({ ...use, actual: 'repaid' }))).toBe('validation-failed');
    expect(codeOf(read({ ...use, actual: 'repaid' }, { drop: ['actual'] }))).toBeUndefined();
  });

  it('a kind that nobody knows, no object, and broken JSON are refused', () => {
    expect(codeOf(read({ ...use, kind: 'sale' }))).toBe('validation-failed');
    expect(codeOf(read([use]))).toBe('validation-failed');
    expect(codeOf(readLine(1, '{"kind":', wishes))).toBe('malformed-json');
    expect(codeOf(readLine(1, '{"kind":"use","kind":"use"}', wishes))).toBe('duplicate-key');
  });

  it('a limit says its own kind beside the line, or under body', () => {
    const expected = { subject: 'customer:42', kind: 'objection', state: 'set' };
    expect(inputOf(read({ kind: 'limit', limitKind: 'objection', subject: 'customer:42', state: 'set' }))).toEqual(
      expected,
    );
    expect(inputOf(read({ kind: 'limit', subject: 'customer:42', body: { kind: 'objection', state: 'set' } }))).toEqual(
      expected,
    );
  });

  it('lines without a kind take the one that the command names', () => {
    const { kind, ...bare } = use;
    expect(codeOf(read(bare))).toBe('validation-failed');
    expect(inputOf(read(bare, { as: 'use' }))).toMatchObject({ mode: 'report' });
  });

  it('the same line under the same name has the same key, and another under another name', () => {
    expect(keyOf('a', 'x')).toBe(keyOf('a', 'x'));
    expect(keyOf('a', 'x')).not.toBe(keyOf('b', 'x'));
    expect(keyOf('a', 'x')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a file of lines', () => {
  it('letters may be cut anywhere, empty lines are passed over, and numbers count them', async () => {
    const text = Buffer.from('{"a":"ü"}\n\n{"b":"\u2028"}\r\n{"c":1}');
    const cut = await allOf(linesOf(bytes(...[...text].map((byte) => Uint8Array.of(byte)))));
    expect(cut).toEqual([
      { number: 1, text: '{"a":"ü"}' },
      { number: 3, text: '{"b":"\u2028"}' },
      { number: 4, text: '{"c":1}' },
    ]);
  });

  it('lines go together whatever their kinds, in their order, a commit full at most', async () => {
    const lines = [
      ...Array.from({ length: groupSize + 44 }, () => use),
      { kind: 'subject', subject: 'customer:1' },
      use,
    ];
    const groups: number[] = [];
    const outcomes = await allOf(
      inGroups(
        (async function* () {
          for (const [place, line] of lines.entries()) yield readLine(place + 1, JSON.stringify(line), wishes);
        })(),
        async (group) => {
          groups.push(group.length);
          return group.map(({ number }) => ({ number, what: 'recorded' }));
        },
      ),
    );
    expect(groups).toEqual([groupSize, 46]);
    expect(outcomes.map(({ number }) => number)).toEqual(lines.map((_, place) => place + 1));
  });

  it('a line that cannot be read keeps its place in the report and parts no commit', async () => {
    const texts = [use, { kind: 'nothing' }, use, { kind: 'nothing' }, use].map((line) => JSON.stringify(line));
    const groups: number[][] = [];
    const outcomes = await allOf(
      inGroups(
        (async function* () {
          for (const [place, text] of texts.entries()) yield readLine(place + 1, text, wishes);
        })(),
        async (group) => {
          groups.push(group.map(({ number }) => number));
          return group.map(({ number }) => ({ number, what: 'recorded' }));
        },
      ),
    );
    expect(groups).toEqual([[1, 3, 5]]);
    expect(outcomes.map(({ number, what }) => `${number} ${what}`)).toEqual([
      '1 recorded',
      '2 refused',
      '3 recorded',
      '4 refused',
      '5 recorded',
    ]);
  });

  it.each([
    ['start.ndjson', {}],
    ['credit-register.ndjson', {}],
    ['credit-decisions.ndjson', { as: 'automated-decision', drop: ['actual'] }],
  ])('every line of examples/%s is one that can be recorded', (file, more) => {
    const lines = readFileSync(join(root, 'examples', file), 'utf8')
      .trim()
      .split('\n');
    const refused = lines
      .map((text, place) => readLine(place + 1, text, { ...wishes, ...more }))
      .filter((line) => 'refused' in line);
    expect(refused).toEqual([]);
    expect(lines.length).toBeGreaterThan(5);
  });
});
