/**
 * Spanish: texts of customers in the console.
 * Flow:    ../es.ts → here.
 * Promise: as in ../en/console-customers.ts.
 */
import type { consoleCustomerMessages as english } from '../en/console-customers.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleCustomerMessages: InEveryLanguage<typeof english> = {
  'console.nav.customers': 'Clientes',
  'console.customers.lead':
    'Una persona en una página: qué eligió, qué hizo la IA con sus datos, qué pidió y quién miró.',
  'console.customers.one': 'Un cliente',
  'console.customers.open': 'Abrir este cliente',
  'console.customers.known-as': 'Conocido como',
  'console.customers.age': 'Edad',
  'console.customers.age.under-13': 'menos de 13',
  'console.customers.age.13-15': 'de 13 a 15',
  'console.customers.age.16-17': '16 o 17',
  'console.customers.age.adult': '18 o más',
  'console.customers.age.none': 'sin anotar',
  'console.customers.uses': 'Usos de datos',
  'console.customers.refused': 'Rechazados',
  'console.customers.without': 'Sin permiso',
  'console.customers.systems': 'Qué hicieron los sistemas de IA',
  'console.customers.choice': 'Elección',
  'console.customers.choices': 'Elecciones y límites, lo más reciente primero',
  'console.customers.choices.none': 'No consta ninguna elección ni ningún límite.',
  'console.customers.requests.none': 'Esta persona aún no ha pedido nada.',
  'console.customers.looks': 'Quién miró',
  'console.customers.looks.note': 'Por día. La persona también puede verlo.',
  'console.customers.day': 'Día',
  'console.customers.ledger': '{count, plural, one {Una anotación} other {# anotaciones}} en el registro',
  'console.customers.role':
    '{role, select, officer {Equipo de privacidad} support {Atención} admin {Administración} service {Un servicio} other {Personal}}',
  'console.customers.reason':
    '{reason, select, request {Una solicitud} review {Una revisión} support {Atención} audit {Un control} other {Sin indicar}}',
};
