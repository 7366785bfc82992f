/**
 * Spanish for ../en/register.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { registerMessages as english } from '../en/register.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const registerMessages: InEveryLanguage<typeof english> = {
  'register.title': 'Los sistemas de IA que usamos',
  'register.lead':
    'Cada sistema de IA que usa datos sobre personas: para qué sirve, qué hace bien, dónde se equivoca y quién lo vigila.',
  'register.none': 'No se usa ningún sistema de IA.',
  'register.decides': 'Ayuda a decidir sobre personas',
  'register.assists': 'Ayuda a nuestro equipo, no decide nada importante',
  'register.live': 'En uso',
  'register.suspended': 'Parado',
  'register.retired': 'Ya no se usa',
  'register.more': 'Leer más',
  'register.all': 'Todos los sistemas de IA',
  'register.opt-out': 'Cómo excluir sus datos',
  'register.why': 'Por qué podemos usar datos',
  'register.data': 'Qué datos usa',
  'register.ask': 'Preguntar cómo se usó con sus datos',
  'register.human': 'Pedir que una persona revise una decisión',
  'register.human.where':
    'Las leyes de estos lugares le dan una persona que vuelve a mirar: {places}. En otros lugares también puede pedirlo, y respondemos.',
  'register.not-plain':
    'Algunas de estas palabras son más difíciles de lo que deberían. El motivo que se dio: «{reason}»',
  'register.changed': 'Último cambio el {day}. Versión {version}.',
};
