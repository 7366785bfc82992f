import { describe, expect, it } from 'vitest';
import { judgePlain, type PlainVerdict } from '../../../src/language/plain/plain.ts';
import { german } from '../../given/language/texts/de.ts';
import { english } from '../../given/language/texts/en.ts';
import { spanish } from '../../given/language/texts/es.ts';
import { french } from '../../given/language/texts/fr.ts';
import type { Sample, Samples } from '../../given/language/texts/sample.ts';

const languages: Readonly<Record<string, { readonly name: string; readonly samples: Samples }>> = {
  en: { name: 'English', samples: english },
  de: { name: 'German', samples: german },
  fr: { name: 'French', samples: french },
  es: { name: 'Spanish', samples: spanish },
};

const judged = (language: string, { text, form }: Sample): PlainVerdict => judgePlain(text, { language, form });
const measuresIn = ({ findings }: PlainVerdict): readonly string[] => findings.map(({ measure }) => measure).sort();

/** As a person reads it: the measures, and each finding with its sentence, its reason and its way out. */
function told(language: string, sample: Sample): string {
  const { plain, measures, findings } = judged(language, sample);
  const { readability: formula } = measures;
  const numbers = [
    `${measures.words} words`,
    `${measures.sentences} ${measures.sentences === 1 ? 'sentence' : 'sentences'}`,
    `longest ${measures.longestSentence}`,
    ...(formula === undefined ? [] : [`${formula.formula} ${formula.value} (limit ${formula.limit})`]),
  ].join(', ');
  const reasons = findings.map(
    ({ measure, place, why, fix }) => `  - \`${measure}\` in sentence ${place}: ${why} *${fix}*`,
  );
  return [
    `- ${plain ? 'passes' : 'fails'} (${sample.form}; ${numbers}): ${sample.text.replace(/\s*\n\s*/g, ' / ')}`,
    ...reasons,
  ].join('\n');
}

const page = Object.entries(languages).map(([language, { name, samples }]) =>
  [
    `## ${name}`,
    '',
    ...samples.good.map((sample) => told(language, sample)),
    '',
    ...samples.bad.map((sample) => told(language, sample)),
    '',
  ].join('\n'),
);
const PREAMBLE = `# What the plain-language gate says

Ten texts that pass and ten that fail in each language, with the reasons the gate gives. Written by
\`test/language/plain/verdicts.test.ts\` (\`npx vitest run test/language/plain -u\` writes it anew); what is measured and why
is in [plain-language.md](plain-language.md).
`;

describe.each(Object.entries(languages))('a text in %s', (language, { samples }) => {
  it('is shown by ten good and ten bad ones', () => {
    expect([samples.good.length, samples.bad.length]).toEqual([10, 10]);
  });

  it.each(samples.good)('passes where it is plain: $text', (sample) => {
    expect(judged(language, sample).findings).toEqual([]);
  });

  it.each(samples.bad)('fails for its reasons and for no other: $text', ({ because, ...sample }) => {
    const found = judged(language, sample);
    expect(measuresIn(found)).toEqual([...because].sort());
    for (const { sentence, why, fix, value, limit } of found.findings) {
      expect(sample.text).toContain(sentence.replace(/…$/, '').slice(0, 40));
      expect(why.length).toBeGreaterThan(20);
      expect(fix).toMatch(/^(Say|Make|Keep|Shorten)/);
      expect(value).not.toBe(limit);
    }
  });
});

it('every verdict stands in the documents, to be read', async () => {
  await expect([PREAMBLE, ...page].join('\n')).toMatchFileSnapshot('../../../docs/plain-language-verdicts.md');
});
