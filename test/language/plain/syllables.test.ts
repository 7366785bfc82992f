import { describe, expect, it } from 'vitest';
import {
  englishSyllables,
  frenchSyllables,
  germanSyllables,
  spanishSyllables,
} from '../../../src/language/plain/syllables.ts';

/** Counted by hand. */
const counted = {
  en: 'the 1, you 1, your 1, data 2, system 2, decide 2, decision 3, decided 3, used 1, uses 2, changes 2, people 2, person 2, every 2, company 3, information 4, application 4, message 2, messages 3, answer 2, review 2, reasons 2, automated 4, individual 5, processing 3, statement 2, purpose 2, purposes 3, able 2, rule 1, while 1, created 3, area 3, idea 3, media 3, material 4, various 3, previous 3, previously 4, experience 4, client 2, being 2, going 2, account 2, actual 3, usual 3, language 2, quality 3, opinion 3, million 2, social 2, business 2, needed 2, asked 1, stopped 1, years 1, names 1, loans 1, repaid 2, likely 2, everybody 4, something 2, somebody 3, video 3, earlier 3, notwithstanding 4, legitimate 4, interest 3, controller 3',
  de: 'die 1, Daten 2, Ihre 2, Entscheidung 3, Einwilligung 4, Verarbeitung 4, Kreditwürdigkeit 5, personenbezogene 7, Person 2, Computer 3, neue 2, Familie 3, Information 5, freie 2, Häuser 2, Auto 2, Quelle 2, geändert 3, entscheidet 3, national 4, System 2, automatisiert 5, Frage 2, jederzeit 3, widersprechen 4, Nachricht 2, Antwort 2, Konto 2, Zahlungen 3, berechtigtes 4',
  fr: 'le 1, les 1, données 2, personne 2, personnes 2, décision 3, vous 1, notre 1, votre 1, réponse 2, message 2, utilise 3, utilisation 5, système 2, intelligence 4, traitement 3, entreprise 3, réel 2, européen 4, idée 2, naïf 2, voyage 2, payer 2, crayon 2, famille 2, feuille 1, quand 1, question 2, chaque 1, guide 1, conformément 4, légitime 3, vie 1, compte 1, avis 2, demander 3',
  es: 'los 1, datos 2, usted 2, decisión 3, persona 3, personas 3, país 2, día 2, cuenta 2, respuesta 3, mensaje 3, información 4, tratamiento 4, automáticamente 7, aéreo 4, muy 1, mayo 2, leyes 2, siguiente 3, que 1, quien 1, guía 2, ciudad 2, huella 2, inteligencia 5, finalidad 4, legítimo 4, usamos 3, pagar 2, oído 3, construido 3',
};
const estimate = { en: englishSyllables, de: germanSyllables, fr: frenchSyllables, es: spanishSyllables };

describe('syllables are estimated well enough for a mean', () => {
  it.each(Object.entries(counted))(
    '%s: at least nine of ten words agree with a count by hand, and the sum is within three in a hundred',
    (language, list) => {
      const words = list.split(', ').map((pair) => pair.split(' ') as [string, string]);
      const found = words.map(([word, syllables]) => ({
        word,
        counted: Number(syllables),
        found: estimate[language as keyof typeof estimate](word),
      }));
      const wrong = found.filter((each) => each.counted !== each.found);
      expect(wrong.length / words.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.1);
      const sum = (part: 'counted' | 'found') => found.reduce((total, each) => total + each[part], 0);
      expect(Math.abs(sum('found') / sum('counted') - 1)).toBeLessThanOrEqual(0.03);
    },
  );

  it('a word without vowels has one, and an endless one is not looked through', () => {
    for (const syllablesOf of Object.values(estimate)) {
      expect(syllablesOf('xkz')).toBe(1);
      expect(syllablesOf('ae'.repeat(20_000))).toBeGreaterThan(1000);
    }
  });
});
