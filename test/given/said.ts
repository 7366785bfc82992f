/**
 * What a command that runs in this process says on its standard output, and nothing of it on the terminal of the tests.
 * Flow:    test/scripts → here → process.stdout, process.stderr.
 * Promise: each test begins with nothing said, and leaves the outputs as they were.
 */
import { afterEach, beforeEach, vi } from 'vitest';

export function hearing(): { said(): string; forget(): void } {
  let out = '';
  const forget = (): void => {
    out = '';
  };
  beforeEach(() => {
    forget();
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });
  afterEach(() => vi.restoreAllMocks());
  return { said: () => out, forget };
}
