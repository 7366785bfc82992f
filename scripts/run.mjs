/**
 * Runs one command: `node scripts/run.mjs <command> [arguments]`, which is what every npm script of this project does.
 * A command is a file scripts/<command>.ts that exports `main(argv: string[]): Promise<number>`; the number is the exit
 * code, and `--help` is understood by each. `start` is src/main.ts under the same convention; `build` only builds.
 * Flow:    npm script → here (Node version, build when sources are newer) → dist/scripts/<command>.js in this process.
 * Promise: silent unless the build fails; signals reach the command, for there is no second process. Where TypeScript
 *          is not installed (the container image), what was built runs as it is.
 */
import './check-node.mjs';
import './quick-resolve.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const STAMP = at('dist', '.built');
const SOURCES = ['src', 'schema', 'openapi', 'client', 'scripts', 'tsconfig.json', 'package.json'];

const [command = '', ...argv] = process.argv.slice(2);
process.setSourceMapsEnabled(true);
// Whoever reads on, such as `head`, may stop reading; that is no fault of the command.
process.stdout.on('error', (fault) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit();
});
process.exitCode = build() ? await run() : 1;

/** Folders count too: their time changes when a file goes. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), found.mtimeMs);
}

/** The stamp carries the moment before the compiler looked, so that an edit made meanwhile is seen the next time. */
function build() {
  const compiler = at('node_modules', 'typescript', 'bin', 'tsc');
  const built = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0;
  if (!existsSync(compiler) || Math.max(...SOURCES.map((source) => newest(at(source)))) <= built) return true;
  const before = new Date();
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-b'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}The build failed.\n`);
    return false;
  }
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(STAMP, '');
  utimesSync(STAMP, before, before);
  return true;
}

async function run() {
  if (command === 'build') return 0;
  const file = command === 'start' ? at('dist', 'src', 'main.js') : at('dist', 'scripts', `${command}.js`);
  if (/^[a-z][a-z-]*$/.test(command) && existsSync(file)) return (await import(pathToFileURL(file).href)).main(argv);
  const built = existsSync(at('dist', 'scripts')) ? readdirSync(at('dist', 'scripts')) : [];
  const known = built.filter((name) => name.endsWith('.js')).map((name) => name.slice(0, -'.js'.length));
  process.stderr.write(`There is no command "${command}". Known: ${['build', 'start', ...known].join(', ')}.\n`);
  return 2;
}
