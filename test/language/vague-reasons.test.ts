import { describe, expect, it } from 'vitest';
import { isVagueCode, vagueWordsIn } from '../../src/language/vague-reasons.ts';
import { protectedFeatureIn } from '../../src/law/law.ts';

const vague: readonly (readonly [string, string])[] = [
  ['en', 'Score too low'],
  ['en', 'Your internal score is insufficient.'],
  ['en', 'Internal policy'],
  ['en', 'You did not meet our lending criteria'],
  ['en', 'Other'],
  ['en', 'The system decided'],
  ['de', 'Score zu niedrig'],
  ['de', 'Interne Richtlinien'],
  ['de', 'Sonstiges'],
  ['de', 'Die Voraussetzungen wurden nicht erfüllt'],
  ['fr', 'Politique interne'],
  ['fr', 'Votre score est trop bas'],
  ['fr', 'Autres raisons'],
  ['es', 'Puntuación demasiado baja'],
  ['es', 'Política interna'],
  ['es', 'Otros motivos'],
];
const plain: readonly (readonly [string, string])[] = [
  ['en', 'The loan would run for a long time.'],
  ['en', 'You have other instalment plans.'],
  ['en', 'What you want the loan for'],
  ['en', 'Your high savings'],
  ['de', 'Der Kredit würde lange laufen.'],
  ['de', 'Ihr Girokonto war überzogen.'],
  ['fr', 'La durée du prêt a joué contre vous.'],
  ['es', 'La duración del préstamo ha contado en su contra.'],
];

describe('a reason that is none', () => {
  it.each(vague)('%s: “%s” is found out', (language, text) => expect(vagueWordsIn(text, language)).toBeDefined());
  it.each(plain)('%s: “%s” passes', (language, text) => expect(vagueWordsIn(text, language)).toBeUndefined());
  it('is found out in a code, too', () => {
    expect(['score-too-low', 'internal-policy', 'other', 'high-risk'].filter(isVagueCode)).toHaveLength(4);
    expect(
      ['plans-against', 'checking-against', 'housing-for', 'history-against', 'credits-against'].filter(isVagueCode),
    ).toEqual([]);
  });
});

describe('a feature that nobody can be asked to change', () => {
  const now = Date.parse('2026-11-23T00:00:00.000Z');
  it.each([
    'age',
    'Age in years',
    'applicantAge',
    'personal_status_sex',
    'Alter',
    'Âge',
    'foreign-worker',
    'Staatsangehörigkeit',
    'marital status',
    'Date of birth',
    'Number of children',
    'dependents',
    'Anzahl der Kinder',
    'Nombre d’enfants',
    'Personas a cargo',
    'Household size',
    'Veteran',
    'Union member',
  ])('%s is known', (name) => expect(protectedFeatureIn([name], now)).toBeDefined());
  it.each([
    'Age of your account',
    'mortgage',
    'duration',
    'Loan amount',
    'debtors',
    'housing',
    'language of the letter',
    'average balance',
    'Kind of loan',
    'independent contractor',
  ])('%s is none', (name) => expect(protectedFeatureIn([name], now)).toBeUndefined());
});
