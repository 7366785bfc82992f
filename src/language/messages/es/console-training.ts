/**
 * Spanish: texts of the pages of training runs.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-training.ts.
 */
import type { consoleTrainingMessages as english } from '../en/console-training.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTrainingMessages: InEveryLanguage<typeof english> = {
  'console.training.title': 'Entrenamientos',
  'console.training.lead': 'Qué datos entraron en qué versión de un modelo, y de quién ya no se pueden usar.',
  'console.training.see': 'Qué entrenamientos hay',
  'console.training.none': 'No hay ningún entrenamiento registrado.',
  'console.training.version': 'Versión del modelo',
  'console.training.purpose': 'Para qué',
  'console.training.state': 'Estado',
  'console.training.state.is': '{state, select, open {En curso} finished {Terminado} failed {Fallido} other {Parado}}',
  'console.training.included': 'Personas',
  'console.training.refused': 'Negativas',
  'console.training.erased': 'Borradas desde entonces',
  'console.training.run': 'Este entrenamiento',
  'console.training.ended': 'Terminó el',
  'console.training.registered': 'Registrado',
  'console.training.next': 'Entrenamientos anteriores',
  'console.training.gone': 'Ya no se pueden usar',
  'console.training.gone.lead':
    '{count, plural, =0 {Nadie en esta página} one {Una persona en esta página} other {# personas en esta página}}, de {looked} miradas. Déjelas fuera de la próxima versión, y decida con el equipo de privacidad si esta puede seguir.',
  'console.training.gone.none': 'Todas las personas de esta página pueden seguir en él.',
  'console.training.person': 'Persona',
  'console.training.why': 'Por qué',
  'console.training.since': 'Desde',
  'console.training.more': 'Más personas',
  'console.training.back': 'Todos los entrenamientos',
};
