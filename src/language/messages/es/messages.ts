/**
 * Spanish for ../en/messages.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { messageMessages as english } from '../en/messages.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const messageMessages: InEveryLanguage<typeof english> = {
  'message.greeting': 'Buenos días:',
  'message.closing': 'Encontrará este mensaje, y todo lo demás sobre cómo la IA usa sus datos, en su propia página.',
  'message.open': 'Abrir su página',
  'message.no-tracking': 'Este mensaje no lleva rastreadores. No vemos si lo abre.',
  'message.no-language': 'Todavía no escribimos en su idioma. Por eso este mensaje está en inglés.',
  'message.explanation-ready.title': 'Su explicación está lista',
  'message.explanation-ready.text':
    'El {day} nos preguntó cómo se usó la IA en decisiones sobre usted. La respuesta está lista.\n\nMuestra las razones, los datos usados y lo que puede hacer ahora.',
  'message.review-opened.title': 'Una persona va a revisar una decisión sobre usted',
  'message.review-opened.text':
    '{why, select, contested {El {day} nos pidió revisar otra vez esta decisión: {what}.} before_effect {Esta decisión sobre usted se preparó con IA: {what}. No tiene efecto hasta que una persona la haya revisado.} stop_list {Hemos parado un sistema de IA porque dudamos de sus resultados. Participó en esta decisión sobre usted: {what}.} other {El {day} nuestro equipo pidió una segunda revisión de esta decisión: {what}.}}\n\nUna persona que puede cambiar la decisión la revisará, junto con todo lo que usted nos envió. Le responderemos a más tardar el {due}.',
  'message.review-concluded.title': 'Hemos revisado una decisión sobre usted',
  'message.review-concluded.text':
    'Una persona ha revisado esta decisión: {what}.\n\n{outcome, select, upheld {La decisión sigue igual.} changed {La decisión se ha cambiado. Ahora es: {newOutcome}.} withdrawn {La decisión se ha retirado. Ya no cuenta.} re_run {Algunos datos eran incorrectos. La decisión se tomará de nuevo con los datos correctos.} other {La revisión ha terminado.}}\n\nLas razones de la persona que la revisó: {reasons}\n\nSi no está de acuerdo, díganoslo.{hasComplaint, select, yes { {complaint}} other {}} No recibirá un trato peor por ello.',
  'message.adverse-outcome.title': 'Una decisión sobre usted, y lo que puede hacer',
  'message.adverse-outcome.text':
    'El {day} se tomó una decisión sobre usted: {what}. El resultado: {outcome}.\n\nEl sistema de IA «{aiSystem}» participó. {role}\n\n{hasData, select, yes {Se usaron estos tipos de datos: {data}.} other {No consta qué datos se usaron.}}{hasSources, select, yes { Vienen de aquí: {sources}.} other {}}\n\nEn su propia página ve más con un clic: cada valor, de dónde viene y las razones. Allí puede hacer que se corrijan los datos incorrectos. Allí puede pedir que una persona revise la decisión. No cuesta nada, y no recibirá un trato peor por ello.',
  'message.limit-lifted.title': 'Hemos dicho que no a su petición',
  'message.limit-lifted.text':
    'El {day} usted nos envió esta petición: «{request}». Tenemos que decir que no.\n\nPor qué: {ground}{hasWords, select, yes { {words}} other {}}\n\nLo que usted había parado puede volver a empezar ahora. Si no está de acuerdo, díganoslo.{hasComplaint, select, yes { {complaint}} other {}} No recibirá peor trato por ello.',
  'message.request-extended.title': 'Necesitamos más tiempo para su petición',
  'message.request-extended.text':
    'El {day} usted nos envió esta petición: «{request}». Necesitamos más tiempo y respondemos antes del final del {due}.\n\nPor qué: {words}',
  'message.request-paused.title': 'Tenemos una pregunta sobre su petición',
  'message.request-paused.text':
    'El {day} usted nos envió esta petición: «{request}». {asked, select, identity {Antes de seguir, tenemos que estar seguros de que es suya.} authority {Antes de seguir, tenemos que estar seguros de que usted puede pedirlo.} fee {Antes de seguir, necesitamos un pago suyo.} other {Antes de seguir, necesitamos una respuesta suya.}}\n\nNuestra pregunta: {words}\n\n{clock, select, starts_then {Nuestro plazo empieza el día en que la tengamos.} not_counted {Los días en que le esperamos no cuentan. Después, nuestro plazo sigue.} other {El día no cambia: respondemos antes del final del {due}.}}',
  'message.request-received.title': 'Tenemos su petición',
  'message.request-received.text':
    '{by, select, agent {El {day} alguien nos envió esta petición para usted: «{request}». Si usted no la quería, díganoslo.} other {El {day} usted nos envió esta petición: «{request}».}} La tenemos, y respondemos antes del final del {due}.\n\n{sure, select, yes {No tiene que hacer nada más.} other {Antes de responder, tenemos que estar seguros de que es suya. Si nos falta algo para ello, se lo pedimos.}}',
  'message.request-resumed.title': 'Seguimos con su petición',
  'message.request-resumed.text':
    'Gracias. Tenemos lo que le pedimos. Seguimos con su petición del {day}: «{request}». Respondemos antes del final del {due}.{moved, select, yes { Los días en que le esperamos no cuentan.} other {}}',
  'message.request-denied.title': 'Nuestra respuesta a su petición es no',
  'message.request-denied.text':
    '{appealed, select, yes {El {day} usted nos envió esta petición: «{request}». La hemos mirado otra vez, como usted quería. La respuesta sigue siendo no.} other {El {day} usted nos envió esta petición: «{request}». Tenemos que decir que no.}}\n\nPor qué: {ground}{hasWords, select, yes { {words}} other {}}\n\n{law}{goesOn, select, yes {\n\nA partir de hoy, la IA puede volver a usar sus datos.} other {}}\n\nSi no está de acuerdo, díganoslo.{canAppeal, select, yes { {appeal}} other {}}{hasComplaint, select, yes { {complaint}} other {}} No recibirá peor trato por ello.',
  'message.request-answered.title': 'Nuestra respuesta a su petición está aquí',
  'message.request-answered.text':
    'El {day} usted nos envió esta petición: «{request}». {appealed, select, yes {La hemos mirado otra vez, como usted quería. } other {}}La respuesta está en su página.{inPart, select, yes { Falta una parte. La respuesta dice cuál, y por qué.} other {}}\n\nSi hay algo mal en ella, díganoslo.',
  'message.request-cancelled.title': 'Su petición se canceló',
  'message.request-cancelled.text':
    'Su petición del {day} se canceló: «{request}». No hacemos nada más por ella. Puede volver a pedirlo cuando quiera.{goesOn, select, yes {\n\nA partir de hoy, la IA puede volver a usar sus datos.} other {}}{hasWords, select, yes {\n\nLo que anotamos: {words}} other {}}\n\nSi usted no quería esto, díganoslo.',
  'message.request-appealed.title': 'Miramos su petición otra vez',
  'message.request-appealed.text':
    'Usted no está de acuerdo con nuestra respuesta a su petición del {day}: «{request}». Ahora la mira otra persona. Respondemos antes del final del {due}.',
  'messages.title': 'Mensajes',
  'messages.lead':
    'Lo que le hemos escrito, palabra por palabra. Se queda aquí aunque se pierda una carta o un correo.',
  'messages.none': 'Todavía no le hemos escrito.',
  'messages.older': 'Mensajes anteriores',
  'messages.about': 'Abrir el asunto',
};
