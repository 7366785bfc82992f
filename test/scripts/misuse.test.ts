import { afterEach, describe, expect, it, vi } from 'vitest';
import { main as backup } from '../../scripts/backup.ts';
import { main as link } from '../../scripts/link.ts';
import { main as restore } from '../../scripts/restore.ts';
import { main as sampleChoices } from '../../scripts/sample-choices.ts';

const commands = { backup, restore, link, 'sample-choices': sampleChoices };

describe('a command that cannot be understood', () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each(Object.entries(commands))('is refused by %s in words, and nothing is piped on', async (_name, main) => {
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((words) => said.push(String(words)) > 0);
    const piped = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    expect(await main(['--no-such-option'])).toBe(2);
    expect(said.join('')).toContain('--no-such-option');
    expect(piped).not.toHaveBeenCalled();
  });
});
