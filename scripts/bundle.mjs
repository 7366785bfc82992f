/**
 * Joins what was compiled into one file for each command and a few that they share: Node then opens a handful of files
 * where it opened a thousand, and a start takes a third of the time.
 * Flow:    run.mjs (build) → here → dist/bundled/<command>.js, which run.mjs starts.
 * Promise: says what the modules say: nothing is renamed or left out but zod's languages, which nobody here speaks (a
 *          quarter of the start of a token). Packages with machine code or files of their own stay where they are.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** better-sqlite3 is machine code, swagger-ui-express serves files beside it, pg-native is not installed. */
const apart = [/^better-sqlite3/, /^swagger-ui/, 'pg-native'];
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

/** `root` is the checkout; its dist has been compiled. */
export async function bundle(root) {
  const compiled = (...parts) => join(root, 'dist', ...parts);
  const dir = compiled('bundled');
  const commands = readdirSync(compiled('scripts'))
    .map((file) => /^([a-z-]+)\.js$/.exec(file)?.[1])
    .filter((name) => name !== undefined && !UNJOINED.test(name));
  const input = Object.fromEntries(commands.map((name) => [name, compiled('scripts', `${name}.js`)]));
  const joined = await rolldown({
    input: { ...input, start: compiled('src', 'main.js') },
    platform: 'node',
    external: apart,
    plugins: [onlyEnglish],
    logLevel: 'warn',
  });
  const [made, left] = [`${dir}.${process.pid}`, `${dir}.${process.pid}.old`];
  await joined.write({
    dir: made,
    format: 'esm',
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
  });
  await joined.close();
  // Put in place in one step, since another command may be starting from here.
  if (existsSync(dir)) renameSync(dir, left);
  renameSync(made, dir);
  rmSync(left, { recursive: true, force: true });
}
