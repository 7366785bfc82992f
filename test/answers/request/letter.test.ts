import { describe, expect, it } from 'vitest';
import { accessLetter } from '../../../src/answers/request/access-letter.ts';
import { erasureLetter } from '../../../src/answers/request/erasure-letter.ts';
import { explanationLetter } from '../../../src/answers/request/explanation-letter.ts';
import type { Letter } from '../../../src/answers/request/letter.ts';
import { deniedLetter, openLetter } from '../../../src/answers/request/plain-letters.ts';
import { aiUseAnswer } from '../../../src/answers/use/assemble.ts';
import { now, someMaterial } from '../../given/ai-use.ts';
import { anExplanation } from '../../given/explanation.ts';
import { asked, reader } from '../../given/pages.ts';

const wordsOf = (letter: Letter): string => JSON.stringify(letter);
const answer = aiUseAnswer(someMaterial());
const letters: readonly Letter[] = [
  accessLetter(
    asked('access'),
    { fulfilledAt: now, treeSize: 4712, answer, files: { data: '/me/data', evidence: '/me/evidence' } },
    reader,
  ),
  explanationLetter(asked('ai-explanation'), { fulfilledAt: now, explanations: [anExplanation()] }, reader),
  erasureLetter(
    asked('erasure'),
    { unreadableHereAt: now, unreadableInBackupsAt: now + 86_400_000, entries: 3, stays: [] },
    reader,
  ),
  deniedLetter(asked('erasure'), { closedAt: now, code: 'art17-3-b-legal-obligation' }, reader),
];

describe('the letters', () => {
  it('all end with the way to disagree: an authority, a court, and an appeal only where a law knows one', () => {
    for (const letter of letters) {
      const last = letter.sections.at(-1);
      expect(last?.title).toBe('If you disagree');
      expect(last?.links?.map(({ href }) => href)).toEqual([
        'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
      ]);
      expect(last?.paragraphs?.join(' ')).toContain('court');
    }
  });

  it('of access names the recipients, the size of the record, and what was not written down', () => {
    const [letter] = letters;
    expect(wordsOf(letter as Letter)).toContain('Card network (Germany)');
    expect(wordsOf(letter as Letter)).toContain('4712');
    const bare = accessLetter(
      asked('access'),
      {
        fulfilledAt: now,
        treeSize: 1,
        answer: { ...answer, systems: [] },
        files: { data: '/me/data', evidence: '/me/evidence' },
      },
      reader,
    );
    expect(wordsOf(bare)).toContain('Nobody else is on record as receiving it.');
  });

  it('of explanation says what was recorded, or that nothing was', () => {
    const letter = explanationLetter(
      asked('ai-explanation'),
      { fulfilledAt: now, explanations: [anExplanation({ counterfactuals: [] })] },
      reader,
    );
    expect(wordsOf(letter)).toContain('Nobody noted what would have changed');
    expect(wordsOf(letter)).toContain('An AI system alone decided on 27 May 2026 about “Loan application”: declined.');
    expect(wordsOf(letter)).toContain('Loan duration in months (48) counted against you.');
    expect(
      wordsOf(explanationLetter(asked('ai-explanation'), { fulfilledAt: now, explanations: [] }, reader)),
    ).toContain('No decision about you by AI is on record.');
  });

  it('of erasure names both days and the end of everything that stays', () => {
    const letter = erasureLetter(
      asked('erasure'),
      {
        unreadableHereAt: now,
        unreadableInBackupsAt: now + 30 * 86_400_000,
        entries: 3,
        stays: [{ what: 'Your no to advertising' }, { what: 'That you asked', until: now }],
      },
      reader,
    );
    expect(wordsOf(letter)).toContain('23 November 2026');
    expect(wordsOf(letter)).toContain('23 December 2026');
    expect(wordsOf(letter)).toContain('Your no to advertising, until you lift it');
  });

  it('of refusal names the ground and the rule behind it', () => {
    expect(wordsOf(letters[3] as Letter)).toMatch(/The rule behind it: .*17\(3\)\(b\)/);
  });

  it('while it is open says until when, and how that day was found', () => {
    const letter = openLetter(asked('rectification'), reader);
    expect(letter.lead).toContain('answer by 21 December 2026');
    expect(letter.sections[0]?.paragraphs?.[0]).toContain('One month');
  });
});
