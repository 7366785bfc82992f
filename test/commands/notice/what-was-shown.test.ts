/** Source: 11 CCR 7220. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/commands/commands.ts';
import { type NamedAsShown, whatWasShown } from '../../../src/commands/notice/what-was-shown.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { World } from '../../given/evaluation/world.ts';
import { moment, olga, said } from '../../suites/decided/kit.ts';

const at = (day: number): number => Date.parse(moment(day));
const purpose = {
  name: said('P'),
  description: said('We use it.'),
  kind: 'ai-inference',
  legalBasis: { EU: 'contract' },
  dataCategories: ['purchases'],
};
const system = (purposes: readonly string[]) => ({ name: said('S'), purposes, dataCategories: ['purchases'] });
const notice = (more: object = {}) => ({
  title: said('N'),
  body: { en: 'So.', de: 'So.' },
  purposes: ['one', 'two'],
  ...more,
});

/** Two purposes from the first day, a third from the fourth; two AI systems, the first of them another from day 3. */
function published() {
  const world = new World();
  const publish = (kind: string, key: string, of: { readonly day: number; readonly body: object }): void => {
    const done = world.run(commands.get(kind)!, { key, body: of.body }, { caller: olga, at: at(of.day) });
    if (isProblem(done)) throw new Error(JSON.stringify(done));
  };
  for (const key of ['one', 'two']) publish('purpose.publish', key, { day: 0, body: purpose });
  publish('ai-system.publish', 'first', { day: 1, body: system(['one', 'two']) });
  publish('ai-system.publish', 'second', { day: 1, body: system(['two']) });
  publish('notice.publish', 'ours', { day: 2, body: notice() });
  publish('notice.publish', 'for-the-first', { day: 2, body: notice({ aiSystems: ['first'] }) });
  publish('notice.publish', 'about-three', { day: 2, body: notice({ purposes: ['three'] }) });
  publish('ai-system.publish', 'first', { day: 3, body: system(['one', 'two', 'three']) });
  publish('notice.publish', 'ours', { day: 3, body: notice({ purposes: ['two'] }) });
  publish('purpose.publish', 'three', { day: 4, body: purpose });
  for (let more = 0; more < 51; more += 1) publish('purpose.publish', `p-${more}`, { day: 5, body: purpose });
  publish('ai-system.publish', 'all', {
    day: 5,
    body: system(Array.from({ length: 51 }, (_each, more) => `p-${more}`)),
  });
  return world.registry;
}
const registry = published();

function shown(named: Partial<NamedAsShown>, day: number): string {
  const found = whatWasShown(registry, { language: 'en', ...named }, at(day));
  if (isProblem(found)) return (found.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).join();
  const pairs = found.covers.map(
    (each) => `${each.aiSystem}@${each.aiSystemVersion} ${each.purpose}@${each.purposeVersion}`,
  );
  return [...(found.notice === undefined ? [] : [`${found.notice.key}@${found.notice.version}:`]), ...pairs].join(' ');
}

describe('what a notice that was shown told about', () => {
  it.each<readonly [Partial<NamedAsShown>, number, string]>([
    [{}, 6, '/aiSystem required'],
    [{ aiSystem: 'first' }, 0.5, '/aiSystem not-published'],
    [{ aiSystem: 'nobody' }, 6, '/aiSystem not-published'],
    [{ aiSystem: 'first' }, 1, 'first@1 one@1 first@1 two@1'],
    [{ aiSystem: 'first' }, 2.99, 'first@1 one@1 first@1 two@1'],
    [{ aiSystem: 'first' }, 3, 'first@2 one@1 first@2 two@1'],
    [{ aiSystem: 'first' }, 4, 'first@2 one@1 first@2 two@1 first@2 three@1'],
    [{ aiSystem: 'first', purpose: 'two' }, 4, 'first@2 two@1'],
    [{ aiSystem: 'second', purpose: 'one' }, 4, '/purpose covers-nothing'],
    [{ aiSystem: 'second', purpose: 'nothing' }, 4, '/purpose covers-nothing'],
    [{ notice: { key: 'ours' } }, 1.99, '/notice not-published'],
    [{ notice: { key: 'ours' } }, 2, 'ours@1: first@1 one@1 first@1 two@1 second@1 two@1'],
    [{ notice: { key: 'ours' } }, 3, 'ours@2: first@2 two@1 second@1 two@1'],
    [{ notice: { key: 'ours', version: 1 } }, 3, 'ours@1: first@2 one@1 first@2 two@1 second@1 two@1'],
    [{ notice: { key: 'ours', version: 2 } }, 2.99, '/notice not-published'],
    [{ notice: { key: 'ours', version: 2 } }, 3, 'ours@2: first@2 two@1 second@1 two@1'],
    [{ notice: { key: 'ours', version: 3 } }, 6, '/notice not-published'],
    [{ notice: { key: 'nobody' } }, 6, '/notice not-published'],
    [{ notice: { key: 'ours' }, language: 'de' }, 3, 'ours@2: first@2 two@1 second@1 two@1'],
    [{ notice: { key: 'ours' }, language: 'fr' }, 3, '/language language-missing'],
    [{ notice: { key: 'ours' }, language: 'toString' }, 3, '/language language-missing'],
    [{ notice: { key: 'for-the-first' } }, 2, 'for-the-first@1: first@1 one@1 first@1 two@1'],
    [{ notice: { key: 'for-the-first' }, aiSystem: 'second' }, 2, '/notice covers-nothing'],
    [{ notice: { key: 'ours' }, aiSystem: 'second' }, 2, 'ours@1: second@1 two@1'],
    [{ notice: { key: 'ours' }, purpose: 'one' }, 2, 'ours@1: first@1 one@1'],
    [{ notice: { key: 'ours' }, purpose: 'one' }, 3, '/purpose covers-nothing'],
    [{ notice: { key: 'about-three' } }, 3, '/notice covers-nothing'],
    [{ notice: { key: 'about-three' } }, 4, 'about-three@1: first@2 three@1'],
    [{ aiSystem: 'all' }, 5, '/aiSystem too-many'],
    [{ aiSystem: 'all', purpose: 'p-50' }, 5, 'all@1 p-50@1'],
  ])('%j on day %d: %s', (named, day, wanted) => {
    expect(shown(named, day)).toBe(wanted);
  });
});
