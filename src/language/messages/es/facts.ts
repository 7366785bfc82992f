/**
 * Spanish for ../en/facts.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { factMessages as english } from '../en/facts.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const factMessages: InEveryLanguage<typeof english> = {
  'fact.erased':
    'El contenido de esta entrada se borró. Su lugar y su sello permanecen, para que nadie pueda hacer como si nunca hubiera existido.',
  'fact.subject.linked': 'Se añadió a su registro una forma de reconocerle.',
  'fact.subject.described': 'Se anotó qué ley le protege, su grupo de edad o su idioma.',
  'fact.purpose.published': 'Publicamos para qué usamos los datos: «{name}».',
  'fact.notice.published': 'Publicamos un texto para leer antes: «{name}».',
  'fact.ai-system.published': 'Publicamos un sistema de IA: «{name}».',
  'fact.recipient.published': 'Publicamos quién más recibe datos: «{name}».',
  'fact.ai-system.suspended': 'Apagamos un sistema de IA.',
  'fact.ai-system.resumed': 'Volvimos a encender un sistema de IA.',
  'fact.consent.given':
    '{givenBy, select, parent {Su padre, madre o tutor} agent {Alguien en su nombre} other {Usted}} dijo que sí a «{purpose}».{effect, select, none { Esto no cambió nada, porque vale un no posterior.} other {}}',
  'fact.consent.refused':
    '{givenBy, select, parent {Su padre, madre o tutor} agent {Alguien en su nombre} other {Usted}} dijo que no a «{purpose}».{effect, select, none { Este uso no depende de un sí y por eso continúa.} other {}}',
  'fact.consent.withdrawn':
    '{givenBy, select, parent {Su padre, madre o tutor} agent {Alguien en su nombre} other {Usted}} retiró el sí a «{purpose}».{effect, select, none { Este uso no depende de un sí y por eso continúa.} other {}}',
  'fact.limit.set': '{limit}{hasPurpose, select, yes {: «{purpose}»} other {}}.',
  'fact.limit.lifted':
    'Esto ya no vale: {limit}{hasPurpose, select, yes {: «{purpose}»} other {}}.{effect, select, none { No cambió nada.} other {}}',
  'limit.restriction': 'Usted pidió congelar sus datos',
  'limit.erasure-asked': 'Usted pidió que se borren sus datos',
  'limit.objection': 'Usted se opuso',
  'limit.objection-marketing': 'Usted se opuso a la publicidad',
  'limit.opt-out': 'Usted excluyó sus datos de un uso',
  'limit.opt-out-sale-share': 'Usted dijo que no a que se vendan o compartan sus datos',
  'limit.opt-out-sensitive': 'Usted limitó el uso de datos sensibles',
  'limit.opt-out-admt': 'Usted pidió dejar la IA fuera de las decisiones importantes',
  'limit.opt-out-profiling': 'Usted dijo que no a los perfiles sobre usted',
  'fact.use.allowed': '{aiSystem} usó sus datos para «{purpose}». {reason}',
  'fact.use.refused': '{aiSystem} pidió sus datos para «{purpose}» y no se le permitió. {reason}',
  'fact.use.reported':
    '{aiSystem} comunicó que usó sus datos para «{purpose}». {covered, select, true {Constaba un permiso.} other {No constaba ningún permiso.}}',
  'fact.use.ended':
    '{aiSystem} {ended, select, finished {terminó de usar sus datos para «{purpose}».} stopped {paró antes de terminar con «{purpose}».} other {no pudo terminar con «{purpose}», porque algo falló.}}',
  'fact.use.observed':
    '{aiSystem} usó un modelo para «{purpose}». {ended, select, finished {Llegó una respuesta.} other {No llegó respuesta, porque algo falló.}}',
  'fact.use.uncovered': 'Se usó un modelo de IA sin que nadie lo pidiera antes. No se anotaron nombres.',
  'fact.training.registered': 'Se registró un entrenamiento de un sistema de IA.',
  'fact.training.included': 'Sus datos entraron en el entrenamiento de {aiSystem}, para «{purpose}». {reason}',
  'fact.training.counted': 'Se anotó con los datos de cuántas personas se entrena, sin nombres.',
  'fact.training.ended': 'Terminó un entrenamiento de un sistema de IA.',
  'fact.decision.recorded': 'Una decisión sobre usted con {aiSystem}: {what}: {outcome}.',
  'fact.decision.reported': 'Se comunicó una decisión sobre alguien.',
  'fact.request.received': 'Usted nos pidió algo: {request}.',
  'fact.request.verified': 'Comprobamos que la solicitud venía de usted.',
  'fact.request.extended': 'Nos tomamos más tiempo para su solicitud y le dijimos por qué.',
  'fact.request.paused': 'Su solicitud está en pausa hasta que tengamos noticias suyas.',
  'fact.request.resumed': 'Su solicitud sigue adelante.',
  'fact.request.denied': 'Dijimos que no a su solicitud y le explicamos por qué.',
  'fact.request.fulfilled': 'Respondimos a su solicitud.',
  'fact.request.cancelled': 'Su solicitud se canceló.',
  'fact.request.appealed': 'Usted nos pidió revisar de nuevo nuestra respuesta.',
  'fact.task.opened': 'Preguntamos a {name} por su solicitud.',
  'fact.task.moved':
    '{to, select, running {Hemos empezado con {name} para su solicitud.} failed {{name} no pudo responder. Lo intentamos otra vez.} parked {{name} no pudo responder. Una persona se ocupa de ello.} other {Se pregunta otra vez a {name} por su solicitud.}}',
  'fact.task.done': '{name} ha terminado con su solicitud.',
  'fact.request.logged': 'Se anotó que hubo una solicitud y cómo terminó, sin decir de quién.',
  'fact.review.opened':
    '{why, select, before_effect {Una decisión espera hasta que una persona la haya revisado.} stop_list {Revisamos una decisión de nuevo, porque paramos el sistema de IA.} contested {Usted pidió que una persona revisara de nuevo una decisión.} other {Se abrió una nueva revisión de una decisión.}}',
  'fact.review.assigned': 'Se pidió a una persona que revisara la decisión.',
  'fact.review.evidence-viewed': 'Esa persona miró en qué se basa la decisión y lo que usted envió.',
  'fact.review.view-noted': 'Esa persona anotó su propia opinión antes de ver el resultado de la IA.',
  'fact.review.second-opinion': 'Una segunda persona dio su opinión.',
  'fact.review.concluded':
    'La revisión terminó: {ended, select, upheld {la decisión se mantiene} changed {la decisión se cambió} withdrawn {la decisión se retiró} re_run {la decisión se toma de nuevo con datos corregidos} other {se cerró}}.',
  'fact.review.cancelled': 'La revisión se canceló.',
  'fact.file.added': 'Usted envió un archivo.',
  'fact.notice.shown':
    'Se le mostró un texto sobre cómo usa la IA sus datos.{acknowledged, select, true { Usted confirmó que lo vio.} other {}}',
  'fact.message.written': 'Le escribimos: «{name}».',
  'fact.message.sent':
    '{channel, select, file {El mensaje se puso en una carpeta para enviarlo.} other {El mensaje se le envió.}}',
  'fact.message.handed-over': 'Le entregamos un mensaje de otra manera.',
  'fact.message.given-up': 'El mensaje no se pudo enviar. Le espera aquí.',
  'fact.note.added': 'Nuestro servicio de atención tomó una nota.',
  'fact.staff.described': 'Se anotó qué hace usted aquí y qué puede decidir.',
  'fact.look.taken': 'Alguien de nuestro equipo consultó un registro.',
  'fact.look.recorded': 'Consultó su registro: {role}. Motivo: {reason}.',
  'fact.link.made':
    'Se hizo un enlace para que usted entre. Lo hizo {role}.{sent, select, email { Se le envió por correo.} other {}}',
  'fact.link.opened':
    'Alguien entró en sus páginas por un enlace.{sent, select, email { Se le había enviado por correo.} other { Lo había hecho {role}.}}',
  'fact.access.revoked': 'Se puso fin a un acceso.',
  'fact.access.restored': 'Alguien puede volver a entrar.',
  'fact.breach.recorded': 'Se registró una violación de datos personales.',
  'fact.breach.noted': 'Se añadió algo sobre una violación de datos personales.',
  'fact.breach.told': 'Se avisó a alguien de una violación de datos personales.',
  'fact.breach.not-told': 'Se anotó por qué no se avisa a alguien de una violación de datos personales.',
  'fact.webhook.made': 'Se creó una dirección a la que se envían los cambios.',
  'fact.webhook.changed': 'Se cambió algo de una dirección a la que se envían los cambios.',
  'fact.webhook.ended': 'Ya no se envían cambios a una dirección.',
  'fact.proposal.made': 'Se propuso algo que una segunda persona debe confirmar.',
  'fact.proposal.recorded': 'Se propuso algo sobre usted que una segunda persona debe confirmar.',
  'fact.proposal.settled': 'Una segunda persona confirmó o rechazó lo propuesto.',
  'fact.address.confirmed': 'Usted confirmó su dirección de correo.',
  'fact.person.erased': 'El contenido de un registro se borró.',
  'fact.erasure.certified': 'Se confirmó el borrado.',
  'fact.hold.set': 'Una parte de su registro quedó retenida y se guarda aunque usted pida el borrado. {ground}',
  'fact.hold.lifted': 'Se levantó la retención de una parte de su registro.',
  'fact.hold.ended': 'Terminó la retención en el registro de una persona borrada, y lo que guardaba también se borró.',
  'fact.consent.proof-kept': 'Se guardó la prueba de que hubo decisiones, sin decir de quién.',
  'fact.payload.expired': 'El contenido de entradas antiguas se borró al terminar su tiempo de conservación.',
  'fact.log.key-changed': 'Se cambió la clave que sella el registro.',
  'fact.log.continued': 'El registro continúa tras restaurar una copia de seguridad.',
  'fact.key.rotated': 'Una clave que protege los registros se cambió por una nueva.',
};
