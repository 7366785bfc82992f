/**
 * Builds the package: one file for each way in, with zod and the guarded libraries left to whoever installs it, and the
 * types beside them.
 * Flow:    npm run build -w client → here → client/dist.
 * Promise: runs on Node 22 without anything of this repository.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const dist = join(here, 'dist');
const ways = ['index', 'express', 'ai-sdk', 'langchain', 'openai', 'openfeature', 'mcp', 'browser'];

rmSync(dist, { recursive: true, force: true });
const joined = await rolldown({
  input: Object.fromEntries(ways.map((way) => [way, join(here, 'src', `${way}.ts`)])),
  platform: 'node',
  external: (name) => !/^[./]/.test(name),
  logLevel: 'warn',
});
await joined.write({ dir: dist, format: 'esm', sourcemap: true, chunkFileNames: 'shared/[name].js' });
await joined.close();

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', join(here, 'tsconfig.json')], { stdio: 'inherit' });
// The compiler leaves the endings of sources in declarations, where readers look for the compiled file.
for (const file of readdirSync(join(dist, 'types'), { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
  const path = join(dist, 'types', file);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/(['"])(\.{1,2}\/[^'"]*)\.ts\1/g, '$1$2.js$1'));
}
process.exitCode = status ?? 1;
