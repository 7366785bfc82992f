/**
 * Spanish for ../en/decision.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { decisionMessages as english } from '../en/decision.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const decisionMessages: InEveryLanguage<typeof english> = {
  'decision.headline': '{what}: {outcome}, el {day}',
  'decision.own-view-first': 'visible cuando haya anotado su propia opinión',
  'decision.role.sole': 'La IA decidió esto por sí sola.',
  'decision.role.main': 'La IA fue lo que más pesó.',
  'decision.role.one-of-several': 'La IA fue una de varias cosas que contaron.',
  'decision.role.advisory': 'La IA aconsejó y una persona decidió.',
  'decision.role.none': 'Para esto no se usó IA.',
  'decision.value.yes': 'sí',
  'decision.value.no': 'no',
  'decision.value.none': 'no consta nada',
  'decision.factor.for': '{label} ({value}) contó a su favor.',
  'decision.factor.against': '{label} ({value}) contó en su contra.',
  'decision.factor.for.bare': '{label} contó a su favor.',
  'decision.factor.against.bare': '{label} contó en su contra.',
  'decision.factors.exact': 'Esto sale directamente de la regla que decidió. Lo que más pesó está primero.',
  'decision.factors.approximate':
    'Es una aproximación: estima desde fuera qué movió al sistema de IA, lo más fuerte primero. No es la razón exacta.',
  'decision.factors.unstated': 'No consta cómo se obtuvieron estos puntos. Por eso pueden ser una aproximación.',
  'decision.factors.none': 'No se registró qué contó en esta decisión.',
  'decision.output.value': 'El resultado del sistema de IA para usted fue {value}.',
  'decision.output.scale': 'Qué significa: {scale}.',
  'decision.output.no-scale': 'No se registró qué significa el número.',
  'decision.output.rule': 'La regla: {rule}.',
  'decision.output.no-rule': 'No se registró la regla que lo convirtió en una decisión.',
  'decision.output.none': 'No se registró ninguna puntuación ni resultado para esta decisión.',
  'decision.counterfactual': 'Con {to} en lugar de {from} en «{label}», el resultado habría sido: {outcome}.',
  'decision.counterfactual-not-feasible':
    'Con {to} en lugar de {from} en «{label}», el resultado habría sido: {outcome}. Puede que esto no esté en su mano.',
  'decision.held-back.protected':
    '«{label}» no se incluye: la ley lo protege y nadie puede pedirle que sea otra persona.',
  'decision.held-back.unchangeable': '«{label}» no se incluye: usted no puede cambiarlo.',
  'decision.held-back.same-outcome': '«{label}» no se incluye: el resultado habría sido el mismo.',
  'decision.held-back.same-value': '«{label}» no se incluye: nada en ello habría sido distinto.',
  'decision.counterfactuals.some':
    '{count, plural, one {Un cambio habría} other {# cambios, cada uno por sí solo, habrían}} llevado a otro resultado. Nadie promete que la próxima vez vuelva a ser así.',
  'decision.counterfactuals.none': 'Nadie anotó qué habría cambiado este resultado, y no nos lo inventamos después.',
  'decision.human.none': 'Ninguna persona intervino antes de que esto tuviera efecto.',
  'decision.human.not-shown':
    'Intervino una persona ({role}). No consta que mirara más que el resultado del sistema de IA ni que pudiera cambiarlo. Por eso contamos que decidió la IA.',
  'decision.covered': 'Constaba un permiso para esto.',
  'decision.not-covered': 'No constaba ningún permiso para esto.',
  'decision.score-supplied':
    'Dimos el resultado a «{recipient}».{dated, select, yes { Fue el {day}.} other {}}{strongly, select, yes { Se apoyan en él para decidir.} other {}}',
  'decision.missing.scoreSuppliedTo': 'No se registró a quién se dio el resultado.',
  'decision.missing.inputs': 'Qué datos se usaron',
  'decision.missing.factors': 'Qué contó a su favor y en su contra',
  'decision.missing.counterfactuals': 'Qué habría cambiado el resultado',
  'decision.missing.output': 'La puntuación o el resultado del sistema de IA',
  'decision.missing.modelVersion': 'Qué versión del sistema de IA decidió',
  'decision.missing.humanInvolvement': 'Si intervino una persona',
  'decision.missing.consequences': 'Qué supone la decisión para usted',
  'decision.missing.significance': 'Cuánto le afecta la decisión',
  'decision.missing.futureUse': 'Si el resultado se volverá a usar',
};
