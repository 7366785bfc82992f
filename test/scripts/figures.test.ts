import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../scripts/figures.ts';

/** A port that nothing listens on: the discard service, which `fetch` does not even try. */
const NOBODY = 'http://127.0.0.1:9';

describe('the figures counted again by hand', () => {
  afterEach(() => void vi.restoreAllMocks());

  const heard = () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((words) => said.push(String(words)) > 0);
    return said;
  };

  it('say that the server is not there, and how to name another, as what it is: no fault of the command', async () => {
    const said = heard();
    expect(await main(['--token', 'any', '--url', NOBODY])).toBe(1);
    expect(said.join('')).toContain(`Nothing answers at ${NOBODY}. Start the server first, or name it with --url.`);
  });

  it.each([[['--tokn', 'any']], [['--token']], [[]], [['--token', 'any', '--from', 'yesterday']]])(
    'say that %j cannot be understood',
    async (argv) => {
      heard();
      expect(await main(argv)).toBe(2);
    },
  );
});
