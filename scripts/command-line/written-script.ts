/**
 * A script for browsers that is joined from its sources and kept beside the pages, or compared with what is kept.
 * Flow:    npm run checker, npm run elements → here → src/pages/assets.
 * Promise: exit 0 when written or equal, 1 when `--check` finds a difference, 2 for an option it does not know.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RolldownOptions, rolldown } from 'rolldown';
import { root } from '../../src/root.ts';
import { command } from './command.ts';

interface WrittenScript {
  /** `npm run …` */
  readonly name: string;
  /** Its name among the assets. */
  readonly file: string;
  /** For what it is, behind the name of the file. */
  readonly purpose: string;
  /** The comment that stands before it. */
  readonly head: string;
  readonly input: string;
  readonly how?: Pick<RolldownOptions, 'resolve' | 'transform'>;
}

const helpOf = ({ name, file, purpose }: WrittenScript): string => `Usage: npm run ${name} [-- --check]

Writes src/pages/assets/${file}, ${purpose}
  --check   write nothing; say whether it differs
  --help    show this text

Exit: 0 written, or the same · 1 it differs · 2 the command cannot be understood.
`;

async function joined({ head, input, how = {} }: WrittenScript): Promise<string> {
  const bundle = await rolldown({ cwd: root, input, platform: 'browser', logLevel: 'silent', ...how });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false, sourcemap: false });
  await bundle.close();
  return `${head}${output[0].code.trimEnd()}\n`;
}

export const writtenScript = (script: WrittenScript): ReturnType<typeof command> =>
  command({
    help: helpOf(script),
    options: { check: { type: 'boolean' } },
    async run({ values }) {
      const file = join(root, 'src', 'pages', 'assets', script.file);
      const made = await joined(script);
      const isSame = existsSync(file) && readFileSync(file, 'utf8') === made;
      if (values.check === true) return isSame ? 0 : 1;
      if (!isSame) writeFileSync(file, made);
      return 0;
    },
  });
