import { describe, expect, it } from 'vitest';
import { type NeverSay, neverSay, ordinary } from './glossary.ts';
import { sources } from './sources.ts';

/** Names fall apart into their words: `auditLog`, `audit_log` and `audit-log` all say "audit log". */
const words = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();

const withoutStrings = (text: string): string =>
  text.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\x60(?:\\.|[^\x60\\])*\x60/g, '');
const lines = sources.flatMap(({ path, text }) =>
  withoutStrings(text)
    .split('\n')
    .map((line) => ({ path, said: words(line), line: line.trim() })),
);

describe('one word per thing', () => {
  it.each(neverSay)('"$never" is not said; say $say', (rule) => expect(sayings(rule)).toEqual([]));

  it('a word is either refused or explained as an ordinary one, never both', () => {
    expect(neverSay.map(({ never }) => never).filter((word) => word in ordinary)).toEqual([]);
  });

  it('an exception names a place that can exist', () => {
    const rooms = /^\^?\(?(openapi|src|scripts|schema|client)/;
    expect(
      neverSay
        .flatMap(({ except = [] }) => except)
        .filter(({ path, because }) => !rooms.test(path.source) || because === ''),
    ).toEqual([]);
  });

  it('names are taken apart before they are read', () => {
    expect(words('const auditLog = audit_log;')).toContain('audit log = audit log');
  });
});

function sayings({ never, except = [] }: NeverSay): string[] {
  const said = new RegExp(String.raw`\b${never}s?\b`);
  const found = lines.filter(({ path, said: line }) => said.test(line) || said.test(words(path)));
  return found
    .filter(({ path }) => !except.some((place) => place.path.test(path)))
    .map(({ path, line }) => `${path}: ${line}`);
}
