/**
 * Spanish: texts of trust and fairness.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-trust.ts.
 */
import type { consoleTrustMessages as english } from '../en/console-trust.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTrustMessages: InEveryLanguage<typeof english> = {
  'console.nav.trust': 'Confianza y equidad',
  'console.trust.lead': 'Qué eligieron las personas, qué hizo la IA y qué fue de ello, del {from} al {to}.',
  'console.trust.small-cells':
    'Un número menor que {count}, o un grupo de menos de {people} personas, no se muestra, y nunca uno solo. Podría hablar de una sola persona. Los usos de datos se muestran todos.',
  'console.trust.months': 'Mes a mes',
  'console.trust.months.note':
    'Una elección es para un fin, por eso está aquí para todos los sistemas de IA. No anotamos quién abre sus propias páginas.',
  'console.trust.systems': 'Por sistema de IA',
  'console.trust.systems.note': 'Todo el tiempo. Un nombre lleva a sus meses y grupos.',
  'console.trust.shown': 'Avisos mostrados',
  'console.trust.agreed': 'Aceptó',
  'console.trust.refused': 'Dijo que no',
  'console.trust.withdrawn': 'Se echó atrás',
  'console.trust.explained': 'Pidió los motivos',
  'console.trust.uses': 'Usos de datos',
  'console.trust.without': 'Sin permiso',
  'console.trust.decisions': 'Decisiones',
  'console.trust.against': 'Contra la persona',
  'console.trust.contested': 'Impugnadas',
  'console.trust.changed': 'Cambiadas al revisar',
  'console.trust.people': 'Personas',
  'console.trust.withheld': 'no se muestra',
  'console.trust.share': '{share} % (quizá de {low} a {high} %)',
  'console.trust.groups': 'Decisiones contra personas, por grupo',
  'console.trust.groups.note':
    'La parte de las decisiones contra la persona, y lo que el azar por sí solo deja abierto.',
  'console.trust.difference':
    'Una diferencia entre grupos es un motivo para mirar, no una prueba: pueden pedir cosas distintas y tener datos distintos. Que no haya diferencia no prueba que un sistema sea justo. Donde los márgenes coinciden, puede ser azar.',
  'console.trust.cut':
    'Contado sobre las primeras {count} decisiones. Elija un sistema de IA o menos tiempo para tenerlas todas.',
  'console.trust.none': 'No consta ninguna decisión sobre nadie en este tiempo.',
  'console.trust.by.ageBand': 'Edad',
  'console.trust.by.regime': 'Ley',
  'console.trust.by.language': 'Idioma',
};
