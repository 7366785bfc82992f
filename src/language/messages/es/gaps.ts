/**
 * Spanish for ../en/gaps.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { gapMessages as english } from '../en/gaps.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const gapMessages: InEveryLanguage<typeof english> = {
  'gap.art22-gateway-missing':
    'En «{purpose}», una máquina solo puede decidir sola por un contrato, según una ley o con su sí claro. No consta nada de esto.',
  'gap.uk-22b-ground-missing':
    'En «{purpose}», no consta la razón que permite que una máquina decida sola en el Reino Unido.',
  'gap.special-category-condition-missing':
    'En «{purpose}», se usan datos especialmente sensibles y no consta la razón adicional para ello.',
  'gap.criminal-data-ground-missing':
    'Para «{purpose}» se usan datos sobre delitos, y la razón propia que hace falta no está escrita.',
  'gap.legal-basis-missing': 'En «{purpose}», no consta qué lo permite según su ley.',
  'gap.legitimate-interest-not-named': 'En «{purpose}», nos apoyamos en una buena razón propia, pero no la nombramos.',
  'gap.purpose-generic': '«{purpose}» es demasiado general. Debería decir qué se decide o se hace.',
  'gap.notice': 'No hay ningún texto que lo cuente de antemano.',
  'gap.interactionDisclosure': 'No se indica que usted trata con una IA.',
  'gap.provider': 'No consta quién hizo el sistema.',
  'gap.choice': 'No consta cómo elegir.',
  'gap.decisionTypes': 'No consta qué tipos de decisiones toma.',
  'gap.dataCategories': 'No consta qué datos usa.',
  'gap.sources': 'No consta de dónde vienen sus datos.',
  'gap.logic': 'No consta en palabras sencillas cómo funciona.',
  'gap.output': 'No consta qué resultados da ni para qué se usan.',
  'gap.humanOversight': 'No consta si una persona lo supervisa.',
  'gap.evaluation': 'No consta si se probó para detectar errores e injusticias.',
  'gap.benefits': 'No consta para qué es útil.',
  'gap.limitations': 'No consta qué no sabe hacer.',
  'gap.possibleConsequences': 'No consta qué pueden suponer sus decisiones.',
  'gap.optOut': 'No consta cómo excluir sus datos.',
  'gap.alternativeProcess': 'No consta qué pasa en su lugar si alguien excluye sus datos.',
  'gap.trainingUse': 'No consta si aprende con sus datos.',
  'gap.recipients': 'No consta quién más recibe los datos.',
  'gap.retention': 'No consta cuánto tiempo se guardan los datos.',
};
