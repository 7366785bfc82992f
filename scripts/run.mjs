/**
 * Runs one command: `node scripts/run.cjs <command> [arguments]`, which is what every npm script of this project does.
 * A command is a file scripts/<command>.ts that exports `main(argv: string[]): Promise<number>`; the number is the exit
 * code, and `--help` is understood by each. `start` is src/main.ts under the same convention; `build` only builds, and
 * `help` lists them all. Tools of others, such as the tests, are named in commands.mjs.
 * Flow:    npm script → run.cjs (Node version) → here (bundle.mjs when sources are newer) → dist/bundled/<command>.js
 *          in this process. Few commands are not bundled; they run as the compiler leaves them, and `build` does both.
 * Promise: silent unless the build fails; signals reach the command, for there is no second process. Where nothing to
 *          build with is installed (the container image), what was built runs as it is. A trace names the sources.
 */
import './check-node.cjs';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { commands, helpOf, helpText, tools } from './commands.mjs';
import { traceToSources } from './traces.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const SOURCES = ['src', 'schema', 'openapi', 'client', 'scripts', 'tsconfig.json', 'package.json'];
/** Only code is compiled; asking for the time of every other file would cost a tenth of a short command. */
const CODE = /\.(?:tsx?|mjs)$|^(?:tsconfig|package)\.json$/;

/** Each in its own time: what is bundled needs no compiler, which takes several times as long. */
const bundled = {
  stamp: at('dist', '.bundled'),
  tool: at('node_modules', 'rolldown', 'package.json'),
  make: async () => (await import('./bundle.mjs')).bundle(root),
};
const compiled = {
  stamp: at('dist', '.built'),
  tool: at('node_modules', 'typescript', 'bin', 'tsc'),
  async make() {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.tool, '-b'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  },
};

const [command = 'help', ...argv] = process.argv.slice(2);
traceToSources(at('dist'));
// Whoever reads on, such as `head`, may stop reading; that is no fault of the command.
process.stdout.on('error', (fault) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit();
});
run().then((code) => {
  process.exitCode = code;
});

async function run() {
  if (command === 'help' || command === '--help') return said(helpText);
  const isTool = Object.hasOwn(tools, command);
  if ((isTool || command === 'build') && argv.includes('--help')) return said(helpOf(command));
  if (isTool) return runTools(tools[command]);
  if (command === 'build') return (await upToDate(compiled)) && (await upToDate(bundled)) ? 0 : 1;
  if (!(await upToDate(bundled))) return 1;
  if (!existsSync(at('dist', 'bundled'))) return unbuilt();
  let file = fileIn('bundled');
  if (file === undefined) {
    if (!(await upToDate(compiled))) return 1;
    file = fileIn('scripts');
  }
  if (file === undefined) return unknown();
  // Compiled code is kept beside what was built: a third of the start of a short command.
  nodeModule.enableCompileCache?.(at('dist', '.compiled'));
  return (await import(pathToFileURL(file).href)).main(argv);
}

function fileIn(folder) {
  const file = at('dist', folder, `${command}.js`);
  return /^[a-z][a-z-]*$/.test(command) && existsSync(file) ? file : undefined;
}

function said(words) {
  process.stdout.write(words);
  return 0;
}

function unbuilt() {
  process.stderr.write(
    'Nothing is built here, and what builds it is not installed: run "npm ci" without --omit=dev, then "npm run build"; or lay it out by deploy/lay-out.sh.\n',
  );
  return 1;
}

async function unknown() {
  const { nearest } = await import(pathToFileURL(at('dist', 'src', 'vocabulary', 'nearest.js')).href);
  const meant = nearest(command, Object.keys(commands));
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  process.stderr.write(`There is no command "${command}".${hint} "npm run help" lists them all.\n`);
  return 2;
}

function newestSource() {
  return Math.max(...SOURCES.map((source) => newest(at(source))));
}

/** A time is asked of code and of folders, whose time changes when a file goes. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path, { withFileTypes: true }).reduce(
    (time, entry) =>
      entry.isDirectory() || CODE.test(entry.name) ? Math.max(time, newest(join(path, entry.name))) : time,
    found.mtimeMs,
  );
}

/** The stamp carries the moment before the tool looked, so that an edit made meanwhile is seen the next time. */
async function upToDate(part) {
  const made = statSync(part.stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!existsSync(part.tool) || newestSource() <= made) return true;
  const before = new Date();
  try {
    await part.make();
  } catch (fault) {
    process.stderr.write(`${fault.message}\nThe build failed.\n`);
    return false;
  }
  writeFileSync(part.stamp, '');
  utimesSync(part.stamp, before, before);
  return true;
}

/** One after another until one fails; what the command line says goes to the last. */
async function runTools(steps) {
  for (const [place, [file, ...words]] of steps.entries()) {
    const more = place === steps.length - 1 ? argv : [];
    const code = await runTool([at('node_modules', ...file.split('/')), ...words, ...more]);
    if (code !== 0) return code;
  }
  return 0;
}

function runTool(words) {
  return new Promise((resolve) => {
    const tool = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });
    // Ctrl-C reaches both by the terminal; whoever ends this process alone means the tool.
    process.on('SIGINT', () => undefined);
    process.once('SIGTERM', () => tool.kill('SIGTERM'));
    tool.once('error', (fault) => {
      process.stderr.write(`${fault.message}\n`);
      resolve(1);
    });
    tool.once('exit', (code) => resolve(code ?? 1));
  });
}
