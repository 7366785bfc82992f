/**
 * Spanish for ../en/law.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { lawMessages as english } from '../en/law.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const lawMessages: InEveryLanguage<typeof english> = {
  'clock.months':
    '{n, plural, one {Un mes} other {# meses}} desde el día en que llegó la solicitud. Si el último día cae en fin de semana o festivo, el siguiente día laborable.',
  'clock.days': '{n} días después del día en que llegó la solicitud, incluidos fines de semana y festivos.',
  'clock.business-days': '{n} días laborables después del día en que llegó la solicitud.',
  'clock.at-once': 'De inmediato, y como muy tarde al final del día en que llegó la solicitud.',
  'complaint.EU':
    'Puede reclamar ante una autoridad de protección de datos: donde vive, donde trabaja o donde ocurrió. También puede acudir a los tribunales.',
  'complaint.EU.to': 'La autoridad de protección de datos de donde vive o trabaja',
  'complaint.UK':
    'Díganos primero qué salió mal. Confirmamos que lo recibimos en un plazo de 30 días. Después puede reclamar ante el Information Commissioner (la autoridad británica), y puede acudir a los tribunales.',
  'complaint.UK.to': 'El Information Commissioner (ICO), la autoridad británica',
  'complaint.US-CA':
    'Puede reclamar ante la autoridad de California (California Privacy Protection Agency) o ante el fiscal general.',
  'complaint.US-CA.to': 'La California Privacy Protection Agency o el fiscal general de California',
  'complaint.US': 'Puede reclamar ante el fiscal general de su estado.',
  'complaint.appeal': 'Puede pedirnos que revisemos nuestra respuesta: entonces la mira otra persona.',
  'complaint.US.to': 'El fiscal general de su estado',
  'complaint.BR': 'Puede reclamar ante la autoridad brasileña ANPD, y puede acudir a los tribunales.',
  'complaint.BR.to': 'La ANPD',
  'complaint.CA': 'Puede reclamar ante el Comisionado de Privacidad de Canadá (Privacy Commissioner).',
  'complaint.CA.to': 'El Comisionado de Privacidad de Canadá',
  'complaint.CA-QC': 'Puede acudir a la Commission d’accès à l’information de Quebec.',
  'complaint.CA-QC.to': 'La Commission d’accès à l’information de Quebec',
  'complaint.CH':
    'Puede comunicarlo al comisionado suizo de protección de datos (FDPIC), y puede acudir a los tribunales.',
  'complaint.CH.to': 'El comisionado federal suizo de protección de datos (FDPIC)',
  'complaint.IN': 'Díganos primero qué salió mal. Después puede reclamar ante el Data Protection Board de la India.',
  'complaint.IN.to': 'El Data Protection Board de la India',
  'scope.US-FL': 'Solo si esta ley le cubre: habla de plataformas en línea muy grandes.',
  'scope.US-WA': 'Solo si esta ley le cubre: habla de datos de salud.',
  'scope.US-NV': 'Solo si esta ley le cubre: habla de la venta de datos y de datos de salud.',
  'clock.appeal': '{n} días después del día en que llegó su recurso, incluidos fines de semana y festivos.',
  'region.name': '{name}',
  'stays.request-record': 'La nota de que hubo una solicitud',
  'stays.erased-mark': 'La marca que mantiene su borrado',
  'stays.suppression-mark': 'Su deseo de que le dejen en paz',
  'stays.legal-hold': 'Una parte de su registro que debemos guardar',
  'stays.kept-purpose': 'Lo que debemos seguir haciendo para «{purpose}»',
  'stays.consent-proof': 'La prueba de que hubo decisiones, sin su nombre',
  'stays.told-name': 'El nombre al azar con el que otros supieron de su borrado',
  'stays.ledger-hashes': 'Simples huellas que no dicen nada sobre usted',
  'stays.certificate': 'Este certificado',
};
