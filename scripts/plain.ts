/**
 * `npm run plain`: measures a text the way the gate does when it is published.
 * Flow:    a file or standard input → src/language/plain → lines for a person, or JSON.
 * Promise: the same verdict as `not-plain-enough`, before anything is sent; nothing is written.
 * Source:  docs/plain-language.md.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Judged, judgePlain, type TextForm, textForms } from '../src/language/plain/plain.ts';
import { refuse, wordsOfFault } from './command-line/refuse.ts';

const HELP = `Measures a text as the gate for plain language does: sentences, words, readability, and words to avoid.

  npm run plain -- <file> --language de          a file of plain text, UTF-8
  npm run --silent plain -- - --language en      standard input

  --language <tag>   en, de, fr, es or a regional tag; any other is held to the length of its sentences (default: en)
  --form <form>      text (default) or label: a name or a title
  --staff            words of law are allowed, as in texts that only staff read
  --json             one JSON object instead of lines

Exit: 0 plain · 1 not plain enough · 2 the command cannot be understood or the file cannot be read.
See docs/plain-language.md for what is measured and why.
`;

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

function report({ language, measured, measures, findings, plain }: Judged): string {
  const { readability } = measures;
  const numbers = [
    `Language            ${language}${measured ? '' : ' (not measured but for the length of sentences)'}`,
    `Sentences           ${measures.sentences}, the longest has ${measures.longestSentence} words`,
    `Words               ${measures.words}, ${measures.wordsPerSentence} a sentence, ${measures.syllablesPerWord} syllables each`,
    `Hard words          ${Math.round(measures.hardWords * 100)} %`,
    `Readability         ${readability === undefined ? 'too short for a formula' : `${readability.value} by ${readability.formula}, limit ${readability.limit}`}`,
  ];
  const reasons = findings.map(
    ({ measure, place, sentence, why, fix }) =>
      `\nSentence ${place}, ${measure}: ${words(sentence)}\n  ${why}\n  ${fix}`,
  );
  return [
    ...numbers,
    ...reasons,
    `\n${plain ? 'Plain enough.' : `Not plain enough: ${findings.length} to mend.`}`,
    '',
  ].join('\n');
}

interface Asked {
  readonly file: string;
  readonly language: string;
  readonly form: TextForm;
  readonly staff: boolean;
  readonly json: boolean;
}

function askedBy(argv: readonly string[]): Asked | 'help' | undefined {
  const options = {
    language: { type: 'string' },
    form: { type: 'string' },
    staff: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    if (values.help === true) return 'help';
    const [file, ...more] = positionals;
    const form = textForms.find((each) => each === (values.form ?? 'text'));
    if (file === undefined || more.length > 0 || form === undefined) return undefined;
    return { file, form, language: values.language ?? 'en', staff: values.staff ?? false, json: values.json ?? false };
  } catch {
    return undefined;
  }
}

export async function main(argv: readonly string[]): Promise<number> {
  const asked = askedBy(argv);
  if (asked === 'help' || asked === undefined) {
    (asked === 'help' ? process.stdout : process.stderr).write(HELP);
    return asked === 'help' ? 0 : 2;
  }
  try {
    const text = readFileSync(asked.file === '-' ? 0 : asked.file, 'utf8');
    const judged = judgePlain(text, {
      language: asked.language,
      form: asked.form,
      readers: asked.staff ? 'staff' : 'people',
    });
    process.stdout.write(asked.json ? `${JSON.stringify(judged)}\n` : report(judged));
    return judged.plain ? 0 : 1;
  } catch (fault) {
    return refuse(`The text cannot be read: ${wordsOfFault(fault)}`, 2);
  }
}
