/** What comes in from outside is what docs/dependencies.md says, under licences that it names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { allowedLicences, isAllowed, readByHand } from '../given/licences.ts';

const policy = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
}

describe('packages that run in production', () => {
  it('each has a row with its reason, and no row is about another', () => {
    const [, section = ''] = policy.split('## What runs in production');
    const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => /^\| `/.test(line));
    const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(Object.keys(dependencies).sort());
    for (const row of rows) expect((row.split('|')[2] ?? '').trim().length).toBeGreaterThan(5);
  });

  it('come under licences that the policy names', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, Locked>>;
    };
    const production = Object.entries(packages).filter(
      ([path, { dev, optional, devOptional }]) =>
        path.startsWith('node_modules/') && !dev && !optional && !devOptional && path !== 'node_modules/@candor/client',
    );
    expect(production.length).toBeGreaterThan(100);
    const byHand = readByHand(policy);
    const licenceOf = ([path, { license }]: (typeof production)[number]): string =>
      license ?? byHand.get(path.replace(/^.*node_modules\//, '')) ?? 'none';
    const unfit = production.filter((each) => !isAllowed(licenceOf(each), allowedLicences(policy)));
    expect(unfit.map(([path, { license }]) => [path, license])).toEqual([]);
    for (const [name, licence] of byHand) {
      expect(production.find(([path]) => path === `node_modules/${name}`)?.[1].license, name).toBeUndefined();
      expect(readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')).toMatch(
        new RegExp(`^${licence} License`),
      );
    }
  });
});
