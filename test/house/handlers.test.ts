import { describe, expect, it } from 'vitest';
import { type Source, sourceOf, sources } from './sources.ts';

const HANDLERS = 'src/http/handlers/';
/** Rooms and files that only ask. */
const ASKING = /^src\/(answers|evaluation)\/|^src\/ports\/reads\.ts$/;
const CHANGING = /^src\/commands\/|^src\/ports\/(records|house)\.ts$/;

/** `on(endpoint)(…)`, also over an area of endpoints that have one shape. */
const bindsNone = ({ path, bare }: Source): boolean =>
  path.startsWith(HANDLERS) && !/\bon(?:Area)?\([^()]*\)\(/.test(bare);

const changes = ({ path, imports }: Source): string[] =>
  ASKING.test(path) ? imports.filter(({ of }) => CHANGING.test(of)).map(({ of }) => `${path} imports ${of}`) : [];

describe('the handlers', () => {
  it('every file of theirs binds an endpoint', () =>
    expect(sources.filter(bindsNone).map(({ path }) => path)).toEqual([]));

  it('one that binds none is found', () => {
    expect(bindsNone(sourceOf(`${HANDLERS}a.ts`, 'export const a = (house) => askAiUse(house, {});'))).toBe(true);
    expect(bindsNone(sourceOf(`${HANDLERS}a.ts`, 'on(pages.showMe)(async () => problem(1));'))).toBe(false);
    expect(bindsNone(sourceOf('src/http/reply.ts', 'export const a = 1;'))).toBe(false);
  });
});

describe('whoever only asks', () => {
  it('imports nothing that changes something, not even its types', () => expect(sources.flatMap(changes)).toEqual([]));

  it.each([
    ['src/answers/use/a.ts', "import type { Records } from '../../ports/records.ts';"],
    ['src/answers/use/a.ts', "import type { House } from '../../ports/house.ts';"],
    ['src/evaluation/a.ts', "import { transitions } from '../commands/request/transitions.ts';"],
    ['src/ports/reads.ts', "import type { Caller } from '../commands/command.ts';"],
  ])('%s with %j is found', (path, text) => expect(changes(sourceOf(path, text))).toHaveLength(1));
});
