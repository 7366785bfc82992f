/** Where the objects of one person lie: no name of anybody leads to somebody else's. Source: decision 0140. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrefixTemplate, prefixFor, schemeIn } from '../../src/systems/prefix.ts';
import { normalIdentifier } from '../../src/vocabulary/identifier.ts';

const template = 'customers/{customer}/';
/** Names as Candor takes them, with what could lead elsewhere more often than by chance. */
const names = fc
  .array(
    fc.oneof(
      fc.constantFrom('/', '..', '.', '%', '%2F', '%2e', '\\', '{customer}', '$&', '4', '42', '+', ' '),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

/** What a server, a proxy or a library between could make of a path, as often as it likes. */
function readAgain(path: string): string {
  let read = path;
  for (let time = 0; time < 3; time += 1)
    try {
      read = decodeURIComponent(new URL(`https://storage.example/${read}`).pathname.slice(1));
    } catch {
      return read;
    }
  return read;
}

describe('the prefix of a person', () => {
  it('is never a beginning of another one, and stays where it is however often it is read', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        const [mine, theirs] = [prefixFor(template, one), prefixFor(template, other)];
        if (mine === undefined) return;
        expect(mine).toBe(`customers/${one}/`);
        expect(mine.split('/')).toEqual(['customers', one, '']);
        if (!/[?#\s]|[^\x20-\x7e]/.test(mine)) expect(readAgain(mine)).toBe(mine);
        if (theirs !== undefined && one !== other) expect(theirs.startsWith(mine)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it('is there for every customer number, address and telephone number that people usually have', () => {
    for (const name of ['42', 'K-17', 'a_b~c', 'Müller', 'ada+shop@example.com', '+4917012345'])
      expect(prefixFor(template, name)).toBe(`customers/${name}/`);
    expect(normalIdentifier('customer:a/../b')).toBeDefined();
  });

  it.each(['', '.', '..', 'a/b', '/', '../43', 'a%2Fb', '%', 'a\\b', 'a\u0000'])('is not there for %j', (name) => {
    expect(prefixFor(template, name)).toBeUndefined();
  });

  it.each([
    ['customers/{customer}/', true],
    ['{email}/', true],
    ['eu/people/{phone}/files/', true],
    ['eu/c-{customer}/avatar', true],
    ['customers/{customer}', false],
    ['customers/{customer}-files/', false],
    ['customers/', false],
    ['', false],
    ['/customers/{customer}/', false],
    ['customers//{customer}/', false],
    ['customers/../{customer}/', false],
    ['{customer}/{email}/', false],
    ['{customer}/{customer}/', false],
    ['customers/{name}/', false],
    ['customers/{customer}/{name}', false],
    ['customers/%41/{customer}/', false],
  ])('from the template %j is taken or refused: %j', (text, isTaken) => {
    expect(isPrefixTemplate(text)).toBe(isTaken);
    if (isTaken) expect(text).toContain(`{${schemeIn(text)}}`);
  });
});
