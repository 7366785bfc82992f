import { describe, expect, it } from 'vitest';
import { anchorsOf, danglingCitations, danglingIn, referencesIn } from './citations.ts';

const header = (source: string): string => `/**\n * A file.\n * Source:  ${source}\n */\n`;
const whyOf = (source: string): readonly string[] => danglingIn('src/a.ts', header(source)).map(({ why }) => why);

describe('what a comment cites', () => {
  it('can be followed by whoever has the repository', () => {
    expect(danglingCitations().map(({ path, line, cited, why }) => `${path}:${line} ${cited}: ${why}`)).toEqual([]);
  });

  it.each([
    'docs/design.md 4.',
    'docs/design.md 4 (reads) and 8.1 (`until`); GDPR 7(1).',
    'docs/law.md 2.1, 3.4, 4 level 2; 11 CCR 7220(c)(1).',
    'docs/law.md 4 (levels 1 to 3), 10.10.',
    'docs/promises.md rules 21, 22 and 3.1, finding 8; RFC 8725.',
    'docs/promises.md F33 to F38, I11 to I14.',
    'decision 0006; docs/plain-language.md.',
    'Québec ARPPIPS 12.1; C-203/22 (a note; with a semicolon).',
  ])('%s leads somewhere', (source) => expect(whyOf(source)).toEqual([]));

  it.each([
    ['docs/design.md 99.', 'it has no 99'],
    ['docs/design.md 4 (unheard of).', '"unheard of" does not stand under 4'],
    ['docs/law.md.', 'it names no section'],
    ['docs/promises.md F1 to F4.', 'it has no F3'],
    ['docs/nowhere.md 1.', 'there is no such document'],
    ['decision 9999.', 'there is no such decision'],
    ['the plan.', 'nobody can tell what this is'],
    ['GDPR 7; what we agreed on.', 'nobody can tell what this is'],
  ])('%s would be caught', (source, why) => expect(whyOf(source)).toEqual([why]));

  it('is named with its line, also where it runs over two', () => {
    const text = `/**\n * A file.\n * Source:  docs/design.md 4 (reads,\n *          unheard of).\n */\n`;
    expect(danglingIn('src/a.ts', text)).toMatchObject([{ path: 'src/a.ts', line: 3 }]);
  });
});

describe('the reader of citations', () => {
  it('takes apart lists, ranges, brackets and levels, and stops at the law of somebody else', () => {
    const labels = (behind: string): readonly string[] => referencesIn(behind).map(({ label }) => label);
    expect(labels(' 4, 6 and 8.1 (`until`).')).toEqual(['4', '6', '8.1']);
    expect(labels(' 3.4 to 3.6, 6.4')).toEqual(['3.4', '3.5', '3.6', '6.4']);
    expect(labels(' rules 21, 22 and 3.1')).toEqual(['rule 21', 'rule 22', '3.1']);
    expect(labels(' 10.9 and 11 CCR 7220')).toEqual(['10.9']);
    expect(referencesIn(' 4 level 2 (inputs), 7')).toEqual([
      { label: '4', words: ['level 2', 'inputs'] },
      { label: '7', words: [] },
    ]);
  });

  it('finds headings with what stands under them, and items by their bold name', () => {
    const found = anchorsOf(
      '## 2. Two\nsome\n### 2.1 More\nwords\n## 3. Three\n| **F1** | a fault |\n- **10.9** a slip\n',
    );
    expect([...found.keys()]).toEqual(['2', '2.1', '3', 'F1', '10.9']);
    expect(found.get('2')).toContain('words');
    expect(found.get('2')).not.toContain('three');
    expect(found.get('F1')).not.toContain('slip');
  });
});
