/**
 * Spanish for ../en/receipts.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { receiptMessages as english } from '../en/receipts.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const receiptMessages: InEveryLanguage<typeof english> = {
  'receipt.title': 'Recibo de su elección',
  'receipt.lead':
    '{chosen, select, given {Usted dijo que sí: {purpose}} refused {Usted dijo que no: {purpose}} withdrawn {Usted retiró su sí: {purpose}} other {Esto se anotó y no cambió nada: {purpose}}}',
  'receipt.chosen': 'Cuándo eligió',
  'receipt.recorded': 'Cuándo se anotó',
  'receipt.how': 'Cómo respondió',
  'receipt.by': 'Quién respondió',
  'receipt.ended': 'Terminado por un no posterior',
  'receipt.for': 'Sobre qué se le preguntó',
  'receipt.data': 'Tipos de datos',
  'receipt.systems': 'Sistemas de IA',
  'receipt.recipients': 'Quién más recibe datos para esto',
  'receipt.basis': 'Por qué está permitido',
  'receipt.notice': 'El texto que se le mostró',
  'receipt.files': 'Para llevar',
  'receipt.files.words':
    'El recibo firmado muestra qué dijimos y cuándo. El archivo de prueba muestra que consta en nuestro registro. Ambos se pueden comprobar sin nosotros.',
  'receipt.file.jws': 'Recibo firmado',
  'receipt.file.jsonld': 'Recibo para máquinas',
  'receipt.file.proof': 'Archivo de prueba',
  'receipt.open': 'Recibo',
  'receipt.method.checkbox': 'Con una casilla que marcó',
  'receipt.method.button': 'Con un botón que pulsó',
  'receipt.method.signed': 'Con su firma',
  'receipt.method.spoken': 'En una conversación',
  'receipt.method.web-form': 'En un formulario web',
  'receipt.method.api-delegated': 'A través de otro servicio',
  'receipt.giver.self': 'Usted',
  'receipt.giver.parent': 'Su padre o su madre',
  'receipt.giver.agent': 'Alguien a quien usted encargó hacerlo',
};
