/**
 * Spanish for ../en/sign-in.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { signInMessages as english } from '../en/sign-in.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const signInMessages: InEveryLanguage<typeof english> = {
  'sessions.title': 'Dónde tiene la sesión abierta',
  'sessions.lead': 'Cada navegador en el que tiene la sesión abierta. Puede cerrar cualquiera de ellas.',
  'sessions.this': '{device, select, none {Este navegador} other {Este navegador ({device})}}',
  'sessions.browser': '{device, select, none {Un navegador} other {Un navegador ({device})}}',
  'sessions.times': 'Desde el {begun}, último uso el {used}.',
  'sessions.link.staff': 'Empezó con un enlace que hizo alguien de nuestro equipo.',
  'sessions.link.operator': 'Empezó con un enlace que hicieron quienes llevan este servicio.',
  'sessions.link.administrator': 'Empezó con un enlace que hizo nuestra administración.',
  'sessions.end': 'Cerrar la sesión',
  'sessions.end-all': 'Cerrar todas las sesiones',
  'sessions.end-all.effect':
    'Se cierran todas sus sesiones, también esta. Los enlaces para entrar que nadie ha abierto dejan de funcionar.',
  'sign-in.lead': 'Usted inicia sesión en {provider}, como en otros sitios de {company}. Después vuelve aquí.',
  'sign-in.button': 'Iniciar sesión en {provider}',
  'sign-in.again': 'Iniciar sesión otra vez',
  'sign-in.here': 'Iniciar sesión',
  'left.provider': 'Aquí su sesión está cerrada. En {provider} puede seguir abierta.',
  'left.provider.button': 'Cerrarla también en {provider}',
  'sign-in.mail.title': 'Su enlace para entrar',
  'sign-in.mail.text':
    'Con este enlace llega a sus propias páginas. Funciona una sola vez y durante diez minutos. Si no lo pidió, no tiene que hacer nada.',
  'address.title': '¿Es esta su dirección?',
  'address.lead':
    'Nos dijeron ({company}) que esta dirección de correo es suya. Si lo confirma, sus cartas llegarán allí.',
  'address.button': 'Sí, es mía',
  'address.done.title': 'Su dirección está confirmada',
  'address.done.lead': 'Desde ahora sus cartas llegan allí. Puede cerrar esta ventana.',
  'address.mail.title': '¿Es esta su dirección de correo?',
  'address.mail.text':
    'Nos dijeron que esta dirección es suya. Confírmelo con el enlace, por favor. Hasta entonces no enviamos nada más aquí. Si no es suya, no tiene que hacer nada.',
  'through.note':
    'Entró por un enlace que hizo {role}. Lo que hace aquí se anota con esa indicación. Para borrar sus datos o recibir una copia, pídanos un enlace por correo.',
  'through.fact': 'Se hizo por un enlace para entrar que hizo {role}.',
  'use.sign-ins.title': 'Enlaces para entrar hechos para usted',
  'use.sign-in':
    '{made, select, yes {{day}: un} other {Un}} enlace a sus páginas fue hecho por {role}{sent, select, yes { y enviado a usted por correo} other {}}. {opened, select, yes {Se abrió.} other {No se abrió.}}{acts, plural, =0 {} one { Una anotación de su registro se hizo por él.} other { # anotaciones de su registro se hicieron por él.}}',
};
