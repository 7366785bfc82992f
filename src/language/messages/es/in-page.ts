/**
 * Spanish for ../en/in-page.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { inPageMessages as english } from '../en/in-page.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const inPageMessages: InEveryLanguage<typeof english> = {
  'in-page.title': 'Aquí trabaja una IA: {aiSystem}',
  'in-page.why': 'Para qué',
  'in-page.data': 'Qué datos usa',
  'in-page.more': 'Todo sobre la IA y sus datos',
  'in-page.working': 'Un momento …',
  'in-page.failed': 'No ha funcionado. No se ha cambiado nada.',
  'in-page.unsure': 'No recibimos respuesta. Quizá no se haya guardado. Vuelva a cargar la página para ver cómo está.',
  'in-page.expired': 'Esta página lleva mucho tiempo abierta. Vuelva a cargarla y elija. No se ha cambiado nada.',
  'in-page.fact': 'Se hizo en una página nuestra. Quién es usted lo dijo: {role}.',
  'in-page.audit.through': 'En una página cuyo pase hizo',
};
