import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, read, root } from './sources.ts';

const documents = files.filter((path) => path.endsWith('.md')).map((path) => ({ path, text: read(path) }));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const standing = existsSync(join(root, 'src', 'main.ts'));

describe('what the documents promise', () => {
  it.each(documents)('every npm command of $path exists', ({ text }) => {
    const named = [...text.matchAll(/\bnpm (?:run (?:--silent |-s )?([\w:-]+)|(test|start))\b/g)].map(
      ([, run, word]) => run ?? word ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(documents)('every link of $path within the repository leads somewhere', ({ path, text }) => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)].map(([, link = '']) =>
      posix.join(posix.dirname(path), link),
    );
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it.each(documents)('every file and folder that $path names exists', ({ text }) => {
    const named = [...text.matchAll(/`((?:src|test|openapi|schema|scripts|examples|docs)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it.skipIf(!standing)('every command of package.json has its file', () => {
    const commands = Object.values(scripts).flatMap((line) =>
      [...line.matchAll(/scripts\/run\.mjs ([\w-]+)/g)].map(([, name = '']) => name),
    );
    const missing = commands.filter(
      (name) => !['start', 'build'].includes(name) && !existsSync(join(root, 'scripts', `${name}.ts`)),
    );
    expect(missing).toEqual([]);
  });
});
