/**
 * Spanish for ../en/failures.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { failureMessages as english } from '../en/failures.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const failureMessages: InEveryLanguage<typeof english> = {
  'failure.not-found.title': 'Aquí no hay nada',
  'failure.not-found.text': 'Esta página no existe, o no es para usted. Vaya a sus páginas y búsquela desde allí.',
  'failure.sign-in-needed.title': 'Inicie sesión, por favor',
  'failure.sign-in-needed.text':
    'Esta página es solo para usted, por eso tiene que iniciar sesión. Abra el enlace de acceso que recibió, o pida uno nuevo.',
  'failure.sign-in-needed.here':
    'Esta página es solo para usted, por eso tiene que iniciar sesión. Puede hacerlo aquí, o con un enlace de acceso que haya recibido.',
  'failure.fresh-sign-in-needed.title': 'Inicie sesión otra vez, por favor',
  'failure.fresh-sign-in-needed.text':
    'Para borrar datos o recibir una copia, tiene que haber iniciado sesión en los últimos 15 minutos. No se cambió nada. Inicie sesión otra vez y repita este paso.',
  'failure.sign-in-failed.title': 'No se pudo iniciar la sesión',
  'failure.sign-in-failed.text': 'No ha iniciado sesión, y no se cambió nada. Empiece de nuevo desde aquí, por favor.',
  'failure.sign-in-without-access.title': 'Esta cuenta no abre nada aquí',
  'failure.sign-in-without-access.text':
    'Inició sesión, pero su cuenta no se conoce aquí. Dígaselo a quienes se la dieron.',
  'failure.sign-in-unavailable.title': 'Ahora no es posible iniciar sesión',
  'failure.sign-in-unavailable.text':
    'El servicio donde inicia sesión no responde. Inténtelo otra vez en unos minutos, o use un enlace de acceso si tiene uno.',
  'failure.own-sign-in-needed.title': 'Para esto debe entrar usted mismo',
  'failure.own-sign-in-needed.text':
    'Entró por un enlace que hizo otra persona. Para borrar sus datos o recibir una copia, pídanos un enlace por correo y entre con él.',
  'failure.package-expired.title': 'Esta copia ya no está aquí',
  'failure.package-expired.text':
    'Podía descargarla durante treinta días después de nuestra respuesta. Pida una copia nueva: tendrá lo que conste en ese momento.',
  'failure.typed': 'Lo que había escrito',
  'failure.typed.lead': 'No se ha enviado. Guárdelo antes de continuar.',
  'failure.csrf.title': 'Este formulario estuvo abierto demasiado tiempo',
  'failure.csrf.text':
    'El formulario ya no corresponde a su sesión, o vino de otro sitio. Abra la página de nuevo y envíe el formulario desde allí.',
  'failure.link-expired.title': 'Este enlace de acceso ya no funciona',
  'failure.link-expired.text':
    'Un enlace de acceso funciona una vez y durante diez minutos. Pida uno nuevo donde recibió este.',
  'failure.rate-limited.title': 'Demasiados intentos',
  'failure.rate-limited.text': 'Fueron más de los que podemos atender. Espere unos minutos y vuelva a intentarlo.',
  'failure.subject-erased.title': 'Sus datos se borraron',
  'failure.subject-erased.text': 'Borramos sus datos, así que aquí no hay nada que mostrar.',
  'failure.invalid-transition.title': 'Esto ya no es posible',
  'failure.invalid-transition.text':
    'Su solicitud ha avanzado entretanto y este paso ya no es posible. Abra la solicitud para ver cómo está.',
  'failure.validation-failed.title': 'Algo en el formulario no es correcto',
  'failure.validation-failed.text':
    'No pudimos aceptarlo tal como se envió. No se cambió nada. Vuelva atrás, mire lo que escribió o eligió y envíelo de nuevo.',
  'failure.invalid-query.title': 'Esta dirección no es correcta',
  'failure.invalid-query.text':
    'Hay algo mal en la dirección de esta página. Vaya a sus páginas y búsquela desde allí.',
  'failure.payload-too-large.title': 'Es demasiado de una vez',
  'failure.payload-too-large.text':
    'Lo que envió es más grande de lo que podemos aceptar. Envíe menos, o en varias partes.',
  'failure.unavailable.title': 'No disponible en este momento',
  'failure.unavailable.text':
    'Ahora mismo no podemos responder con seguridad, por eso no lo hacemos. Inténtelo de nuevo en unos minutos.',
  'failure.internal.title': 'Algo ha fallado aquí',
  'failure.internal.text':
    'El fallo es nuestro. Si estaba enviando algo, mire en sus páginas si ha llegado. Después inténtelo de nuevo.',
  'failure.other.title': 'No ha funcionado',
  'failure.other.text': 'No hemos podido hacerlo. Vuelva a sus páginas e inténtelo desde allí.',
  'failure.for-programmers': 'El resto de esta página es para quienes programan. Está en inglés.',
};
