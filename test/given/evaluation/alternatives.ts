/**
 * The rules of src/evaluation and src/law with every alternative of an "or" made so that it can be left out, or taken
 * for granted, while they run.
 * Flow:    src → here (rolldown) → test/evaluation/alternatives.test.ts.
 * Promise: as long as none is chosen everything runs as it stands in src; what is added to a condition later is an
 *          alternative on the day that it is added.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { root } from '../../../src/root.ts';

export interface Alternative {
  /** `evaluation/rows/consent.ts`. */
  readonly file: string;
  /** As it stands in the source, on one line. */
  readonly text: string;
}

interface Switch {
  /** Which one is chosen; none below zero. */
  chosen: number;
  /** What it is taken for. */
  as: boolean;
  /** Which of them were asked. */
  readonly asked: Set<number>;
}

export interface Case {
  readonly title: string;
  /** Throws where the answer is another one. */
  run(): void;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly operator?: string;
  readonly left?: Node;
  readonly right?: Node;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const isOr = (node: Node): boolean => node.type === 'LogicalExpression' && node.operator === '||';

/** The operands of one "or", however many stand in a row. */
const operandsOf = (node: Node): readonly Node[] =>
  isOr(node) && node.left !== undefined && node.right !== undefined
    ? [...operandsOf(node.left), ...operandsOf(node.right)]
    : [node];

function alternativesIn(node: Node): readonly Node[] {
  if (isOr(node)) return operandsOf(node).flatMap((each) => [each, ...childrenOf(each).flatMap(alternativesIn)]);
  return childrenOf(node).flatMap(alternativesIn);
}

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));

/** The text with each alternative behind a question; `number` is that of the first. */
function switched(text: string, found: readonly Node[], number: number): string {
  const marks = found.flatMap(({ start, end }, place) => [
    { at: start, length: end - start, isEnd: false, text: `(globalThis.candorAlternative(${number + place}, () => (` },
    { at: end, length: end - start, isEnd: true, text: ')))' },
  ]);
  // The outer begins first and ends last.
  marks.sort((one, other) =>
    one.at !== other.at
      ? one.at - other.at
      : one.isEnd !== other.isEnd
        ? Number(other.isEnd) - Number(one.isEnd)
        : one.isEnd
          ? one.length - other.length
          : other.length - one.length,
  );
  let [made, at] = ['', 0];
  for (const mark of marks) {
    made += text.slice(at, mark.at) + mark.text;
    at = mark.at;
  }
  return made + text.slice(at);
}

const RULES = /\/src\/(?:evaluation|law)\/.*\.ts$/;

export async function withAlternatives(entry: string): Promise<{
  readonly cases: readonly Case[];
  readonly alternatives: readonly Alternative[];
  readonly choice: Switch;
}> {
  const alternatives: Alternative[] = [];
  const bundle = await rolldown({
    input: join(root, entry),
    platform: 'node',
    plugins: [
      {
        name: 'alternatives',
        resolveId: (id) => (id === 'vitest' ? { id: import.meta.resolve('vitest'), external: true } : null),
        transform(_code, id) {
          if (!RULES.test(id)) return null;
          const text = readFileSync(id, 'utf8');
          const found = alternativesIn(parseAst(text, { lang: 'ts' }, id) as unknown as Node);
          const first = alternatives.length;
          for (const { start, end } of found)
            alternatives.push({
              file: relative(join(root, 'src'), id),
              text: text.slice(start, end).replace(/\s+/g, ' '),
            });
          return switched(text, found, first);
        },
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'candor-alternatives-'));
  try {
    const file = join(folder, 'cases.mjs');
    await bundle.write({ file, format: 'esm', codeSplitting: false });
    const choice = choosing();
    const { cases } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
      readonly cases: readonly Case[];
    };
    return { cases, alternatives, choice };
  } finally {
    await bundle.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function choosing(): Switch {
  const choice: Switch = { chosen: -1, as: false, asked: new Set() };
  const ask = (number: number, itself: () => unknown): unknown => {
    choice.asked.add(number);
    return number === choice.chosen ? choice.as : itself();
  };
  Object.assign(globalThis, { candorAlternative: ask });
  return choice;
}
