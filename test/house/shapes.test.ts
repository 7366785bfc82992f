import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { aiSystemIn } from '../../src/facts/ai-system.ts';
import { decisionIn } from '../../src/facts/decision.ts';
import { recorded } from '../../src/facts/form.ts';
import { noticeIn } from '../../src/facts/notice.ts';
import { purposeIn } from '../../src/facts/purpose.ts';
import { catalogueIn } from '../../src/facts/reason-catalogue.ts';
import { recipientIn } from '../../src/facts/recipient.ts';
import { type Source, sourceOf, sources } from './sources.ts';

interface Shape {
  readonly of: string;
  readonly declaredIn: string;
  readonly members: readonly string[];
}

const decision = decisionIn(recorded);
const partOf = (list: z.ZodArray<z.ZodObject>): object => list.element.shape;

const shape = (of: string, file: string, members: object): Shape => ({
  of,
  declaredIn: `src/facts/${file}.ts`,
  members: Object.keys(members),
});

/** Read off the declarations, so that a new member is watched from its first day. */
const shapes: readonly Shape[] = [
  shape('a purpose', 'purpose', purposeIn(recorded)),
  shape('a notice', 'notice', noticeIn(recorded)),
  shape('an AI system', 'ai-system', aiSystemIn(recorded)),
  shape('a recipient', 'recipient', recipientIn(recorded)),
  shape('a reason', 'reason-catalogue', partOf(catalogueIn(recorded).reasons)),
  shape('a decision', 'decision', decision),
  shape('an input', 'decision', partOf(decision.inputs)),
  shape('a factor', 'decision', partOf(decision.factors)),
  shape('a counterfactual', 'decision', partOf(decision.counterfactuals)),
];

/** So many names in common are no chance; a small shape is repeated where all of it is. */
const TOO_MANY = 8;

/** What people are told has the same names, but its members are words in one language, and more than was recorded. */
const told: Readonly<Record<string, string>> = {
  'src/answers/decision/decision-answer.ts': 'a decision in words',
  'src/answers/use/system-answer.ts': 'an AI system in words',
  'src/answers/explanation/explanation-answer.ts': 'an explanation in words',
  'openapi/models/explanation.ts': 'an explanation in words',
  'openapi/models/register.ts': 'an AI system in words',
};

const watched = sources.filter(
  ({ path }) => /^(openapi\/models|src\/(facts|commands|evaluation|views|answers))\//.test(path) && !(path in told),
);

describe('what is declared and decided is described once', () => {
  it.each(shapes)('$of is described in $declaredIn and nowhere else', (each) => {
    expect(watched.flatMap((source) => repeatsIn(source, each))).toEqual([]);
  });

  it('each exception is still needed', () => {
    const needed = sources.filter((one) => one.path in told && shapes.some((each) => repeatsIn(one, each).length > 0));
    expect(needed.map(({ path }) => path).sort()).toEqual(Object.keys(told).sort());
  });
});

describe('the reading behind it', () => {
  const recipient = shapes.find(({ of }) => of === 'a recipient') as Shape;
  const members = recipient.members.join(': string;\n  readonly ');
  const found = (path: string, text: string) => repeatsIn(sourceOf(path, text), recipient);

  it('finds a shape that is written out again as an interface, a type or a model', () => {
    expect(found('src/answers/a.ts', `interface A {\n  readonly ${members}?: string;\n}`)).toHaveLength(1);
    expect(found('src/answers/a.ts', `type A = {\n  readonly ${members}?: string;\n};`)).toHaveLength(1);
    expect(
      found('openapi/models/a.ts', `const A = z.object({ ${recipient.members.join(': Words, ')}: Words });`),
    ).toHaveLength(1);
  });

  it('lets a value through, and a shape with other members', () => {
    expect(found('src/answers/a.ts', `const a = { ${recipient.members.join(': 1, ')}: 1 };`)).toEqual([]);
    expect(found('src/answers/a.ts', 'interface A { readonly name: string; readonly kind: string }')).toEqual([]);
  });
});

function repeatsIn({ path, bare }: Source, { declaredIn, members }: Shape): readonly string[] {
  if (path === declaredIn) return [];
  const isModels = /^(openapi\/models|src\/facts)\//.test(path);
  return blocksOf(bare, isModels)
    .map((names) => members.filter((member) => names.has(member)))
    .filter((common) => common.length >= Math.min(TOO_MANY, members.length))
    .map((common) => `${path} repeats ${common.join(', ')}`);
}

/** Begins a block of types; in a file of models every block describes. */
const TYPES = /\b(?:interface\s+\w+[^{};=]*|type\s+\w+(?:<[^=]*>)?\s*=[^{};]*)$/;

/** The member names of every block that describes, each by the depth it stands at. */
function blocksOf(bare: string, isModels: boolean): readonly Set<string>[] {
  const found: Set<string>[] = [];
  const open: { readonly names: Set<string>; readonly describes: boolean }[] = [];
  for (const { 0: token, index } of bare.matchAll(/[{}]|(?<=[{,;]\s*(?:readonly\s+)?)\w+(?=\??\s*[:,}])/g)) {
    const last = open.at(-1);
    if (token === '{') {
      const describes = isModels || last?.describes === true || TYPES.test(bare.slice(Math.max(0, index - 200), index));
      open.push({ names: new Set(), describes });
    } else if (token !== '}') last?.names.add(token);
    else if (open.pop()?.describes === true && last !== undefined) found.push(last.names);
  }
  return found;
}
