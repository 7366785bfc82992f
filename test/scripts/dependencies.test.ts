/** What comes in from outside is what docs/dependencies.md says, under licences that it names. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';

const policy = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly unknown[];
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
}

/** `(MIT OR Apache-2.0)` is fine where one of them is; every part of an AND has to be. */
const isAllowed = (expression: string, allowed: ReadonlySet<string>): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((id) => allowed.has(id.trim())));

describe('packages that run in production', () => {
  it('each has a row with its reason, and no row is about another', () => {
    const [, section = ''] = policy.split('## What runs in production');
    const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => /^\| `/.test(line));
    const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(Object.keys(dependencies).sort());
    for (const row of rows) expect((row.split('|')[2] ?? '').trim().length).toBeGreaterThan(5);
  });

  it('the bill of materials names all of them with version and hash, under licences that the policy names', () => {
    const words = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--omit=optional'];
    const made = execFileSync('npm', words, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const bill = JSON.parse(made) as { readonly bomFormat: string; readonly components: readonly Component[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    const [, named = ''] = /^- \*\*Licences\.\*\* ([\s\S]*?)\. A test/m.exec(policy) ?? [];
    const allowed = new Set(
      named
        .replace(/BSD,/, 'BSD-2-Clause, BSD-3-Clause,')
        .replace(/and ([\w.-]+) for typefaces/, '$1')
        .split(/,\s*/),
    );
    const unfit = bill.components.filter(({ name, licenses = [] }) => {
      if (name === '@candor/client') return false;
      const ids = licenses.map(({ license, expression }) => license?.id ?? expression ?? 'none');
      return ids.length === 0 || !ids.every((id) => isAllowed(id, allowed));
    });
    expect(unfit.map(({ name, licenses }) => [name, JSON.stringify(licenses)])).toEqual([]);
  }, 120_000);
});
