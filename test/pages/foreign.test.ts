import { describe, expect, it } from 'vitest';
import { readerOf } from '../../src/answers/reader.ts';
import { elsewhere, remembering } from '../../src/language/elsewhere.ts';
import { withLanguages } from '../../src/pages/foreign.ts';

const english = new Map([
  ['Fraud check', 'en'],
  ['Looks at "each" card payment & spots fraud.', 'en'],
  ['check', 'en'],
  ['42', 'en'],
]);
const marked = (html: string): string => withLanguages(html, english);

describe('a text that stands in another language than its page', () => {
  it('says so, wherever it stands in what people read, and keeps its words', () => {
    expect(marked('<p>Fraud check hat Ihre Daten genutzt.</p>')).toBe(
      '<p><bdi lang="en">Fraud check</bdi> hat Ihre Daten genutzt.</p>',
    );
    expect(marked('<td>Looks at &quot;each&quot; card payment &amp; spots fraud.</td>')).toBe(
      '<td><bdi lang="en">Looks at &quot;each&quot; card payment &amp; spots fraud.</bdi></td>',
    );
  });

  it.each([
    '<title>Fraud check · Alder Bank</title>',
    '<option value="check">Fraud check</option>',
    '<textarea>Fraud check</textarea>',
    '<a href="/check" aria-label="Fraud check"></a>',
    '<svg><title>Fraud check</title><text>Fraud check</text></svg>',
    '<p>Rechecks, checks</p>',
    '<p>42</p>',
  ])('is left as it is where no element can stand, within other words, and where it is no language: %s', (html) => {
    expect(marked(html)).toBe(html);
  });

  it('is known to the answer that showed it and to no other', async () => {
    const shown = async (language: string): Promise<readonly string[]> =>
      remembering(async () => {
        readerOf(language, 'UTC').text({ en: 'Fraud check', fr: 'Contrôle' });
        await new Promise((resolve) => setImmediate(resolve));
        return [...elsewhere()].map(([text, tag]) => `${tag}: ${text}`);
      });
    expect(await Promise.all([shown('de'), shown('fr'), shown('en')])).toEqual([['en: Fraud check'], [], []]);
    expect(elsewhere().size).toBe(0);
  });
});
