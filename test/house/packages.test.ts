import { describe, expect, it } from 'vitest';
import { files, read } from './sources.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}
interface Manifest {
  readonly scripts: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const locked = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages);

describe('packages from outside', () => {
  it('each is asked for by one exact version', () => {
    const asked = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('the lock file names no registry, so that any mirror will do', () => {
    expect(
      locked
        .filter(([, { resolved }]) => resolved !== undefined && /^[a-z+]+:\/\//.test(resolved))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('none runs code while it is installed', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
  });

  it('no script of ours hides behind another, where npm would skip it without a word', () => {
    const hooks = Object.keys(manifest.scripts).filter(
      (name) => /^(pre|post)/.test(name) && name.replace(/^(pre|post)/, '') in manifest.scripts,
    );
    expect(hooks).toEqual([]);
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|publish)/.test(name))).toEqual(
      [],
    );
  });
});

describe('one machine and another', () => {
  const TEXT = /\.(ts|tsx|mjs|js|json|md|css|html|svg|sql|yml|yaml|sh|txt|ndjson|npmrc)$|^\.ci\/|^[A-Z]+$/;
  const FOREIGN = /(?:^|[^A-Za-z0-9_.-])\/(?:work|root|farm|tmp)\/[\w.-]/m;

  it('no file knows a path of the machine it was written on', () => {
    expect(files.filter((path) => TEXT.test(path) && FOREIGN.test(read(path)))).toEqual([]);
  });
});
