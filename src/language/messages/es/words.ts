/**
 * Spanish for ../en/words.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { wordMessages as english } from '../en/words.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const wordMessages: InEveryLanguage<typeof english> = {
  'word.processing.term': 'Tratamiento',
  'word.processing.meaning':
    'Todo lo que se hace con los datos: recogerlos, leerlos, guardarlos, enviarlos, borrarlos.',
  'word.controller.term': 'Responsable del tratamiento',
  'word.controller.meaning': 'La empresa que decide por qué y cómo se usan los datos. Aquí somos nosotros.',
  'word.consent.term': 'Consentimiento',
  'word.consent.meaning': 'Su sí libre a un uso de sus datos. Puede retirarlo cuando quiera.',
  'word.legitimate-interests.term': 'Intereses legítimos',
  'word.legitimate-interests.meaning':
    'Una buena razón propia que debemos sopesar con sus intereses. Usted puede oponerse. Entonces debemos parar o demostrar que nuestra razón pesa más.',
  'word.automated-decision.term': 'Decisión automatizada',
  'word.automated-decision.meaning': 'Una decisión sobre usted que un programa informático toma o condiciona.',
  'word.ai-system.term': 'Sistema de IA',
  'word.ai-system.meaning':
    'Un programa informático que encuentra por sí mismo el camino de los datos a un resultado, como una estimación, un texto o una puntuación.',
  'word.restriction.term': 'Limitación del tratamiento',
  'word.restriction.meaning': 'Sus datos quedan congelados: se guardan, pero no se usan, hasta que algo se aclare.',
  'word.portability.term': 'Portabilidad',
  'word.portability.meaning':
    'Llevar a otra parte lo que usted nos dio, en un archivo que otros servicios pueden leer.',
  'word.erasure.term': 'Supresión',
  'word.erasure.meaning':
    'Borrado. Aquí se destruyen las claves que abren sus datos, para que nadie pueda leerlos más.',
};
