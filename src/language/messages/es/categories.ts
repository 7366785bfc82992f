/**
 * Spanish for ../en/categories.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { categoryMessages as english } from '../en/categories.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const categoryMessages: InEveryLanguage<typeof english> = {
  'category.account': 'Datos de la cuenta',
  'category.account-details': 'Datos de la cuenta',
  'category.biometric': 'Cara, voz o huella',
  'category.chat': 'Sus mensajes',
  'category.chat.officer': 'Mensajes',
  'category.contact': 'Datos de contacto',
  'category.credit-history': 'Préstamos y pagos anteriores',
  'category.demographic': 'Edad y datos parecidos',
  'category.device': 'Dispositivo y lugar',
  'category.employment': 'Trabajo',
  'category.financial': 'Dinero y cuentas',
  'category.health': 'Salud',
  'category.household': 'Hogar',
  'category.housing': 'Vivienda',
  'category.identity': 'Quién es usted',
  'category.identity.officer': 'Identidad',
  'category.loan-request': 'Su solicitud de préstamo',
  'category.loan-request.officer': 'Solicitud de préstamo',
  'category.location': 'Dónde está',
  'category.location.officer': 'Ubicación',
  'category.messages': 'Sus mensajes',
  'category.messages.officer': 'Mensajes',
  'category.order-history': 'Pedidos anteriores',
  'category.orders': 'Pedidos',
  'category.payments': 'Pagos',
  'category.purchases': 'Compras',
  'category.transactions': 'Pagos',
};
