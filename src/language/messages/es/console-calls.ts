/**
 * Spanish: texts of the page of model calls that nobody had asked for.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-calls.ts.
 */
import type { consoleCallMessages as english } from '../en/console-calls.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleCallMessages: InEveryLanguage<typeof english> = {
  'console.calls.title': 'Llamadas a la IA que nadie pidió',
  'console.calls.lead': 'OpenTelemetry avisó de llamadas a modelos de IA sin un uso permitido, del {from} al {to}.',
  'console.calls.none':
    'Cada llamada de la que se avisó tiene un uso permitido. Los servicios que no avisan no se ven aquí.',
  'console.calls.see': 'Qué servicios llaman a modelos sin preguntar',
  'console.calls.alarm':
    '{count, plural, one {Una llamada} other {# llamadas}} a un modelo de IA sin un uso permitido.',
  'console.calls.service': 'Servicio',
  'console.calls.system': 'Sistema de IA',
  'console.calls.unnamed': 'Sin nombre',
  'console.calls.undeclared': 'Ningún sistema de IA conocido',
  'console.calls.count': 'Llamadas',
  'console.calls.reported': 'En el registro de una persona',
  'console.calls.first': 'Visto primero',
  'console.calls.last': 'Visto por último',
  'console.calls.models': 'Modelos',
  'console.calls.do': 'Qué hacer',
  'console.calls.do.no-use-id': 'El servicio debe pedir antes un uso y enviar su número como candor.use_id.',
  'console.calls.do.unknown-use':
    'El número enviado no se conoce, o es de otra persona o de otra cosa. Envíe el número del uso propio.',
  'console.calls.do.refused-use':
    'El uso fue rechazado y se llamó al modelo de todos modos. Pare el servicio hasta que obedezca.',
  'console.calls.do.other-time': 'La llamada llegó antes del uso, o más de un día después. Pida un uso propio.',
};
