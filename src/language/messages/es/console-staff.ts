/**
 * Spanish: texts of the pages of staff in the console.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-staff.ts.
 */
import type { consoleStaffMessages as english } from '../en/console-staff.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleStaffMessages: InEveryLanguage<typeof english> = {
  'console.nav.staff': 'Personal',
  'console.staff.title': 'El personal y lo que hizo',
  'console.staff.lead':
    'Quién puede entrar, qué está abierto y cuándo se vio a cada persona. Quien vino solo con un token figura aquí desde su primer acto.',
  'console.staff.show': 'Qué personas',
  'console.staff.show.all': 'Todas',
  'console.staff.show.in': 'Pueden entrar',
  'console.staff.show.out': 'Sin acceso',
  'console.staff.counts': '{from} a {to} de {total}',
  'console.staff.none': 'Aquí no figura nadie.',
  'console.staff.before': 'Atrás',
  'console.staff.more': 'Más personas',
  'console.staff.column.who': 'Quién',
  'console.staff.column.state': 'Acceso',
  'console.staff.column.open': 'Abierto ahora',
  'console.staff.column.seen': 'Última vez',
  'console.staff.column.acts': 'Lo que hizo',
  'console.staff.state.works': 'Puede entrar',
  'console.staff.state.undescribed': 'Puede entrar, pero no tiene descripción',
  'console.staff.state.inactive': 'Sin acceso: consta como persona inactiva',
  'console.staff.state.ended': 'Sin acceso: cerrado el {day}',
  'console.staff.open':
    '{sessions, plural, =0 {Ninguna sesión} one {Una sesión} other {# sesiones}}, {links, plural, =0 {ningún enlace sin usar} one {un enlace sin usar} other {# enlaces sin usar}}',
  'console.staff.open.none': 'No hay nada abierto',
  'console.staff.seen.never': 'No consta',
  'console.staff.acts': 'Entradas del registro',
  'console.staff.acts.closed': 'En la auditoría del registro, que su función no abre',
  'console.staff.unnamed': 'Solo se conoce un seudónimo: alguien del personal, un servicio o la clientela.',
  'console.staff.known': 'Lo que se sabe',
  'console.staff.id': 'Entra como',
  'console.staff.actor': 'Seudónimo en el registro',
  'console.staff.roles': 'Funciones',
  'console.staff.role.support': 'Atención a clientes',
  'console.staff.role.officer': 'Protección de datos',
  'console.staff.role.reviewer': 'Revisión de decisiones',
  'console.staff.not-described': 'Sin descripción',
  'console.staff.session': 'Sesión, último uso {seen}, termina como tarde {until}',
  'console.staff.link': 'Enlace sin usar, creado {seen}, vale hasta {until}',
  'console.staff.end': 'Cerrar el acceso',
  'console.staff.end.effect':
    'Sus sesiones, enlaces y tokens dejan de valer: aquí al momento, en otros nodos en {seconds} segundos. No recibe nada nuevo hasta que alguien le devuelva el acceso.',
  'console.staff.end.why': 'Por qué',
  'console.staff.end.next': 'Seguir',
  'console.staff.cause.lost': 'Se perdió algo',
  'console.staff.cause.stolen': 'Le robaron algo',
  'console.staff.cause.left': 'Ya no trabaja aquí',
  'console.staff.cause.rotated': 'Recibe algo nuevo',
  'console.staff.cause.other': 'Otra razón',
  'console.staff.sure': '¿Cerrar el acceso de {who}?',
  'console.staff.sure.end': 'Cerrarlo ahora',
  'console.staff.sure.leave': 'Dejarlo como está',
  'console.staff.done.ended': 'El acceso de {who} ha terminado.',
  'console.staff.done.restored': '{who} vuelve a tener acceso.',
  'console.staff.ended': 'El acceso está cerrado',
  'console.staff.back': 'Devolver el acceso',
  'console.staff.back.effect':
    'Después podrá recibir nuevas sesiones, enlaces y tokens. Lo que tenía antes sigue cerrado.',
  'console.staff.own': 'Es usted. Puede cerrar su sesión en su propia página:',
};
