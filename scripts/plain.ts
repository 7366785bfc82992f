/**
 * `npm run plain`: measures a text the way the gate does when it is published.
 * Flow:    a file or standard input → src/language/plain → lines for a person, or JSON.
 * Promise: the same verdict as `not-plain-enough`, before anything is sent; nothing is written.
 * Source:  docs/plain-language.md.
 */
import { readFileSync } from 'node:fs';
import { judgePlain, type PlainVerdict, textForms } from '../src/language/plain/plain.ts';
import { command, Misused, onlyWord, printJson } from './command-line/command.ts';

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

function report({ language, measured, measures, findings, plain }: PlainVerdict): string {
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

export const main = command({
  help: HELP,
  takesWords: true,
  options: {
    language: { type: 'string', default: 'en' },
    form: { type: 'string', default: 'text' },
    staff: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  fault: { code: 2, opening: 'The text cannot be read: ' },
  run({ values, words: positionals }) {
    const file = onlyWord(positionals, 'Name one file, or - for standard input.');
    const form = textForms.find((each) => each === values.form);
    if (form === undefined) throw new Misused(`There is no form ${values.form}. There are: ${textForms.join(', ')}.`);
    const readers = values.staff === true ? 'staff' : 'people';
    const judged = judgePlain(readFileSync(file === '-' ? 0 : file, 'utf8'), {
      language: values.language,
      form,
      readers,
    });
    if (values.json === true) printJson(judged);
    else process.stdout.write(report(judged));
    return judged.plain ? 0 : 1;
  },
});
