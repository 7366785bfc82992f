/**
 * What every command by hand has in common: its help, its options, its exit codes, and how it says what went wrong.
 * Flow:    scripts/run.mjs → main of scripts/*.ts, made here → the work of that script → exit code.
 * Promise: `--help` is understood by each; an option that is not known is refused, never ignored, with exit code 2.
 *          Where something went wrong standard output stays empty, so that nothing wrong is piped on.
 */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { sentenceOfSystem } from '../../src/vocabulary/errno.ts';

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: boolean }>
>;

/** The command line of one run: options by name, and the words that are no option. */
interface CommandLine<O extends ParseArgsOptionsConfig> {
  readonly values: Parsed<O>['values'];
  readonly words: readonly string[];
}

interface CommandDefinition<O extends ParseArgsOptionsConfig> {
  /** Says what each option and each exit code means. */
  readonly help: string;
  /** Without `help`, which every command has. */
  readonly options: O;
  /** Whether it takes words that are no option, such as the name of a file. Others refuse them. */
  readonly takesWords?: boolean;
  /** Does the work and returns the exit code; throws `Misused` where the command line makes no sense. */
  readonly run: (line: CommandLine<O>) => number | Promise<number>;
  /** How a fault ends the command: 1 and its own words, unless the command says otherwise. */
  readonly fault?: { readonly code?: number; readonly opening?: string };
}

/** The command line makes no sense. Its words are shown with the help; without words the help says enough. */
export class Misused extends Error {}

export const wordsOfFault = (fault: unknown): string =>
  sentenceOfSystem(fault) ?? (fault instanceof Error ? fault.message : String(fault));

/** One JSON value: for people on a terminal with indents, for machines on one line. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, process.stdout.isTTY === true ? 2 : 0)}\n`);
}

/** A value as lines that people read: one member a line, what it holds below it. */
export function outline(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${indent}${String(value ?? 'none')}\n`;
  const inner = `${indent}  `;
  return Object.entries(value)
    .map(([name, held]) => {
      const label = `${indent}${Array.isArray(value) ? `${Number(name) + 1}` : spaced(name)}`;
      if (typeof held !== 'object' || held === null) return `${label}: ${String(held ?? 'none')}\n`;
      return Object.keys(held).length === 0 ? `${label}: none\n` : `${label}:\n${outline(held, inner)}`;
    })
    .join('');
}

const spaced = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What a command found out: as words, or with `--json` as one JSON value. */
export function print(json: boolean | undefined, value: unknown, words: string): void {
  if (json === true) printJson(value);
  else process.stdout.write(`${words}\n`);
}

/** Makes the `main` of a script. */
export function command<const O extends ParseArgsOptionsConfig>(
  definition: CommandDefinition<O>,
): (argv: readonly string[]) => Promise<number> {
  const { help, options, takesWords = false, run, fault: { code = 1, opening = '' } = {} } = definition;
  return async (argv) => {
    if (argv.includes('--help')) {
      process.stdout.write(help);
      return 0;
    }
    try {
      const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: takesWords });
      return await run({ values, words: positionals });
    } catch (fault) {
      if (isMisused(fault)) return refuse([fault.message, help].filter((part) => part !== '').join('\n\n'), 2);
      return refuse(`${opening}${wordsOfFault(fault)}`, code);
    }
  };
}

/** The one word that a command needs, such as the name of a file. */
export function onlyWord(words: readonly string[], otherwise: string): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) throw new Misused(otherwise);
  return word;
}

/**
 * An option that does not exist or has no value counts too. A TypeError alone does not show it: `fetch` throws one
 * where nobody listens.
 */
const isMisused = (fault: unknown): fault is Error =>
  fault instanceof Misused ||
  (fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS'));

function refuse(what: string, code: number): number {
  process.stderr.write(`${what.trimEnd()}\n`);
  return code;
}
