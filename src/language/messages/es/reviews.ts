/**
 * Texts of human review in Spanish.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, and none besides.
 * Source:  docs/law.md 7; GDPR 22(3).
 */
import type { reviewMessages as english } from '../en/reviews.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reviewMessages: InEveryLanguage<typeof english> = {
  'review.state.open': 'Tenemos lo que nos envió. Una persona lo va a revisar.',
  'review.state.assigned': 'Una persona lo está revisando.',
  'review.state.cancelled': 'Usted lo canceló. No se cambió nada.',
  'review.due': 'Recibirá nuestra respuesta a más tardar el {day}.',
  'review.outcome.upheld': 'Una persona lo revisó. La decisión queda como estaba.',
  'review.outcome.changed': 'Una persona lo revisó y cambió la decisión.',
  'review.outcome.withdrawn': 'Una persona lo revisó y retiró la decisión. Ya no cuenta.',
  'review.outcome.re-run': 'Una persona lo revisó. Había datos erróneos, así que se decide de nuevo con los correctos.',
  'review.not-meaningful':
    'No consta que la revisión fuera completa, así que seguimos considerando que la IA decidió sola.',
  'review.title': 'Nueva revisión',
  'review.lead': 'Decisiones sobre usted que una persona revisa o ha revisado.',
  'review.all': 'Decisiones revisadas de nuevo',
  'review.none': 'Todavía no ha pedido una nueva revisión. Puede hacerlo en la página de cada decisión.',
  'review.column.about': 'Decisión',
  'review.column.state': 'Estado',
  'review.column.opened': 'Desde',
  'review.column.due': 'Respuesta antes del',
  'review.about': 'La decisión',
  'review.statement': 'Lo que usted escribió',
  'review.statement.staff': 'Lo que escribió nuestro equipo',
  'review.corrections': 'Datos que usted considera erróneos',
  'review.correction': '{label}: lo correcto es {value}',
  'review.corrected': 'Datos que se corrigieron',
  'review.corrected.row': '{name}: {to} en lugar de {from}',
  'review.files': 'Archivos que usted envió',
  'review.file': 'Guardar el archivo {count}',
  'review.reasons': 'Los motivos de la persona que lo revisó',
  'review.new-outcome': 'La decisión ahora es: {outcome}',
  'review.cancel': 'Cancelar la revisión',
  'review.cancel.effect': 'En ese caso, nadie la revisa y la decisión queda como está. Puede pedirlo de nuevo.',
  'contest.title': 'No estoy de acuerdo con esta decisión',
  'contest.lead':
    'Una persona que puede cambiar la decisión revisa lo que usted escribe y envía. No cuesta nada, y no se le tratará peor por ello.',
  'contest.statement': '¿Qué quiere decirnos?',
  'contest.statement.hint': 'Con sus propias palabras. La persona lo lee antes de ver el resultado de la IA.',
  'contest.corrections': '¿Hay algún dato erróneo?',
  'contest.corrections.hint': 'Escriba el valor correcto. Deje vacío lo que está bien.',
  'contest.was': 'Se usó: {value}',
  'contest.should-be': 'Valor correcto de {label}',
  'contest.files': 'Archivos que lo demuestran',
  'contest.files.hint':
    'PDF, PNG, JPEG o texto simple, hasta 5 archivos y 5 MB en total. Solo puede abrirlos la persona que revisa.',
  'contest.send': 'Enviar',
  'contest.open-already': 'Una persona ya está revisando esta decisión.',
  'contest.see-open': 'Ver cómo va',
  'review.next': 'Recibirá la respuesta y los motivos a más tardar el {day}.',
};
