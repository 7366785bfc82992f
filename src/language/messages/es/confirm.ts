/**
 * Texts of the console: what waits for a second person in Spanish.
 * Flow:    ../es.ts → here; the keys are those of ../en/confirm.ts.
 * Promise: says what happens once it is confirmed, and that nothing has happened before.
 * Source:  decision 0044; decision 0067.
 */
import type { confirmMessages as english } from '../en/confirm.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const confirmMessages: InEveryLanguage<typeof english> = {
  'console.confirm.waiting': '{count, plural, one {una cosa espera} other {# esperan}}',
  'console.confirm.title': 'Entre dos',
  'console.confirm.lead': 'Una persona propone y otra confirma. Lo que figura aquí todavía no ha ocurrido.',
  'console.confirm.none': 'Nada espera a una segunda persona.',
  'console.confirm.ended': 'Terminado hace poco',
  'console.confirm.ended.cut': 'Aquí están las {count} más recientes. Los archivos las contienen todas.',
  'console.confirm.ended.none': 'Nada terminó en las últimas semanas.',
  'console.confirm.act.subject.erase': 'Borrar todo sobre una persona',
  'console.confirm.act.hold.lift': 'Poner fin a una conservación legal',
  'console.confirm.act.hold.end': 'Poner fin a la conservación de datos de una persona borrada',
  'console.confirm.act.staff.describe': 'Cambiar la descripción de alguien del equipo',
  'console.confirm.effect.subject.erase':
    'Una vez confirmado, los datos de esta persona se destruyen, salvo lo que retiene una conservación. Nadie puede recuperarlos.',
  'console.confirm.effect.hold.lift':
    'Una vez confirmado, un borrado de esta persona destruye también lo que esta conservación habría retenido.',
  'console.confirm.effect.hold.end':
    'Una vez confirmado, se destruye lo que retenía esta conservación. Nadie puede recuperarlo.',
  'console.confirm.effect.staff.describe': 'Una vez confirmado, la descripción queda así.',
  'console.confirm.person': 'Persona',
  'console.confirm.hold': 'Conservación',
  'console.confirm.reason': 'Por qué se fijó',
  'console.confirm.kept': 'Lo que se conserva',
  'console.confirm.staff': 'Del equipo',
  'console.confirm.name': 'Nombre',
  'console.confirm.roles': 'Funciones',
  'console.confirm.training': 'Formación',
  'console.confirm.authority': 'Puede decidir',
  'console.confirm.active': 'Trabaja aquí',
  'console.confirm.yes': 'Sí',
  'console.confirm.no': 'No',
  'console.confirm.by': 'Propuesto por',
  'console.confirm.you': 'usted',
  'console.confirm.colleague': 'alguien del equipo',
  'console.confirm.through': 'Con un enlace de',
  'console.confirm.at': 'Propuesto el',
  'console.confirm.until': 'Abierto hasta',
  'console.confirm.settled': 'Terminado por',
  'console.confirm.own': 'Usted lo propuso, así que decide otra persona del equipo.',
  'console.confirm.other-scope': 'Lo decide alguien con otra función.',
  'console.confirm.gone': 'La persona fue borrada entretanto.',
  'console.confirm.sure': 'Seguro que sí. No se puede deshacer.',
  'console.confirm.confirm': 'Confirmar',
  'console.confirm.refuse': 'Rechazar',
  'console.confirm.take-back': 'Retirarlo',
  'console.confirm.state.confirmed': 'Confirmado',
  'console.confirm.state.declined': 'Rechazado o retirado',
  'console.confirm.state.expired': 'Caducado',
  'console.failure.second-person-needed':
    'Hace falta una segunda persona. Quien lo propuso, o no figura como parte del equipo, no puede confirmarlo.',
  'console.failure.own-sign-in-needed':
    'Usted entró con un enlace que hizo otra persona. Para esto debe entrar por su cuenta.',
};
