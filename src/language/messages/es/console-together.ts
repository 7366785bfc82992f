/**
 * Spanish: texts of one step for many requests.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-together.ts.
 */
import type { consoleTogetherMessages as english } from '../en/console-together.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTogetherMessages: InEveryLanguage<typeof english> = {
  'console.together.title': 'Un paso para varias solicitudes',
  'console.together.choose': 'Elegir',
  'console.together.choose.one': 'Elegir: {title}, {number}',
  'console.together.step': 'Paso',
  'console.together.step.extend': 'Hace falta más tiempo',
  'console.together.step.note': 'Anotar algo',
  'console.together.preview': 'Ver qué pasaría',
  'console.together.lead': 'Todavía no se ha hecho nada. Lea cada línea y después confirme.',
  'console.together.effect': 'Qué pasaría',
  'console.together.extended': 'El último día pasa a ser el {day}, y la persona sabrá por qué.',
  'console.together.noted': 'La nota va al registro de la persona, que puede leerla.',
  'console.together.left-out':
    'Queda fuera: {why, select, unknown {no existe esta solicitud} erased {la persona fue borrada} closed {está cerrada} extended {su plazo ya se amplió una vez} no_law {su ley no permite ampliarlo} late {su plazo ha pasado} other {las palabras no dicen nada}}.',
  'console.together.reviews.title': 'Pedir varias revisiones a una persona',
  'console.together.reviews.whom': 'Quién las mira',
  'console.together.reviews.me': 'Yo',
  'console.together.reviews.review': 'Revisión',
  'console.together.assigned': 'Se pide a {who} que la mire.',
  'console.together.reassigned': 'Se pide a {who} que la mire en lugar de quien la tiene ahora.',
  'console.together.reviews.left-out':
    'Se deja fuera: {why, select, unknown {no existe esa revisión} erased {se borraron los datos de la persona} closed {ya terminó} already {ya la tiene} conflict {tomó la decisión, le afecta o ya vio el resultado} other {aquí no trabaja nadie con ese nombre}}.',
  'console.together.reviews.confirm': 'Pedir {count, plural, one {una revisión} other {{count} revisiones}}',
  'console.together.reviews.none': 'Elija al menos una revisión.',
  'console.together.reviews.nobody': 'Nadie con ese nombre figura como personal de aquí.',
  'console.together.reviews.done': 'Cada revisión tiene su propia entrada.',
  'console.together.confirm': 'Hacerlo para {count, plural, one {una solicitud} other {{count} solicitudes}}',
  'console.together.none': 'Elija al menos una solicitud.',
  'console.together.no-words': 'Escriba lo que dice el paso.',
  'console.together.done': 'Cada solicitud tiene su propio registro.',
  'console.together.is-done': 'Hecho',
  'console.together.not-done': 'No se hizo: {why}',
};
