/**
 * Joins the sources into one file for each command and a few that they share: Node then opens a handful of files where
 * it opened a thousand, and a start takes a third of the time.
 * Flow:    run.mjs (build) → here → dist/bundled/<command>.js, which run.mjs starts; traces.mjs reads the maps beside.
 * Promise: says what the modules say: nothing is renamed or left out but zod's languages, which nobody here speaks (a
 *          quarter of the start of a token). Packages with machine code or files of their own stay where they are. No
 *          path of this machine stands in what is made.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * better-sqlite3 is machine code, swagger-ui-express serves files beside it, playwright-core looks for its own folder,
 * pg-native is not installed.
 */
const apart = [/^better-sqlite3/, /^swagger-ui/, 'playwright-core', 'pg-native'];
/** Commands that start files beside them, or tools of development that need no haste. */
const UNJOINED = /^(?:bench|house-figures|mutants|write-[a-z]+)$/;
const LANGUAGES = '../locales/index.js';

const onlyEnglish = {
  name: 'only-english',
  resolveId: (specifier, from = '') =>
    specifier === LANGUAGES && /[\\/]node_modules[\\/]zod[\\/]/.test(from)
      ? fileURLToPath(new URL('../locales/en.js', pathToFileURL(from)))
      : undefined,
};

/**
 * An import of a part of Node reads every name that it exports. Behind some of them stands a whole library: the client
 * of `node:http` for web sockets brings HTTP/2, TLS and all of fetch along, which is a tenth of a start. Taken by name,
 * only what is named is loaded.
 */
const BY_NAME = '\0by-name:';
const builtinsByName = {
  name: 'builtins-by-name',
  // The bundler's own few lines come before everything that they help.
  resolveId: (specifier, from = '', { kind }) =>
    kind === 'import-statement' && isBuiltin(specifier) && !from.startsWith('\0')
      ? `${BY_NAME}${specifier}`
      : undefined,
  load: (id) =>
    id.startsWith(BY_NAME)
      ? `module.exports = process.getBuiltinModule(${JSON.stringify(id.slice(BY_NAME.length))});`
      : undefined,
};

/** `root` is the checkout, with its packages. */
export async function bundle(root) {
  const dir = join(root, 'dist', 'bundled');
  const commands = readdirSync(join(root, 'scripts'))
    .map((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1])
    .filter((name) => name !== undefined && !UNJOINED.test(name));
  const input = Object.fromEntries(commands.map((name) => [name, join(root, 'scripts', `${name}.ts`)]));
  const joined = await rolldown({
    cwd: root,
    input: { ...input, start: join(root, 'src', 'main.ts') },
    platform: 'node',
    external: apart,
    plugins: [onlyEnglish, builtinsByName],
    tsconfig: join(root, 'tsconfig.json'),
    transform: { target: 'es2024' },
    logLevel: 'warn',
  });
  const made = `${dir}.${process.pid}`;
  await joined.write({
    dir: made,
    format: 'esm',
    // Node keeps the text of a module in two bytes a letter as soon as one letter needs them.
    charset: 'ascii',
    comments: { legal: true, annotation: false, jsdoc: false },
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
  });
  await joined.close();
  putInPlace(made, dir);
}

/**
 * In one step, since another command may be starting from there; where another process has just made the same, or
 * nothing that runs has changed, what is there stays, so that what runs from it finds every file that it loads later.
 */
function putInPlace(made, dir) {
  const left = `${made}.old`;
  for (let tries = 0; !isSame(made, dir); tries += 1) {
    try {
      if (existsSync(dir)) renameSync(dir, left);
      renameSync(made, dir);
      break;
    } catch (fault) {
      if (tries > 5) throw fault;
    }
  }
  for (const folder of [made, left]) rmSync(folder, { recursive: true, force: true });
}

function isSame(made, dir) {
  const files = readdirSync(made, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.every(({ parentPath, name }) => {
    const file = join(parentPath, name);
    const there = join(dir, relative(made, file));
    return existsSync(there) && readFileSync(file).equals(readFileSync(there));
  });
}
