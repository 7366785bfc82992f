/**
 * Programs of others that a test runs for real, where they are installed.
 * Flow:    test/prove → here → the program.
 * Promise: one that is not here is said loudly, and what it would judge is skipped and not passed.
 */
import { spawnSync } from 'node:child_process';

const known = new Map<string, boolean>();

/** Looked for once; `words` is what it answers without doing anything. */
export function hasTool(name: string, ...words: readonly string[]): boolean {
  const found = known.get(name) ?? spawnSync(name, words.length === 0 ? ['--version'] : words).error === undefined;
  if (!known.has(name) && !found) {
    const said = `${name} is not installed: what it would judge is SKIPPED.`;
    process.stderr.write(`\n${'!'.repeat(said.length)}\n${said}\n${'!'.repeat(said.length)}\n\n`);
  }
  known.set(name, found);
  return found;
}

/** Its exit code and everything that it said. */
export function runTool(
  name: string,
  ...words: readonly string[]
): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(name, words, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { code: status, said: `${stdout}${stderr}` };
}
