/**
 * French: texts of customers in the console.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-customers.ts.
 */
import type { consoleCustomerMessages as english } from '../en/console-customers.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleCustomerMessages: InEveryLanguage<typeof english> = {
  'console.nav.customers': 'Clients',
  'console.customers.lead':
    'Une personne sur une page : ses choix, ce que l’IA a fait de ses données, ses demandes, et qui a regardé.',
  'console.customers.one': 'Un client',
  'console.customers.open': 'Ouvrir ce client',
  'console.customers.known-as': 'Connu comme',
  'console.customers.age': 'Âge',
  'console.customers.age.under-13': 'moins de 13 ans',
  'console.customers.age.13-15': '13 à 15 ans',
  'console.customers.age.16-17': '16 ou 17 ans',
  'console.customers.age.adult': '18 ans ou plus',
  'console.customers.age.none': 'non noté',
  'console.customers.uses': 'Utilisations des données',
  'console.customers.refused': 'Refusées',
  'console.customers.without': 'Sans autorisation',
  'console.customers.systems': 'Ce que les systèmes d’IA ont fait',
  'console.customers.choice': 'Choix',
  'console.customers.choices': 'Choix et limites, du plus récent au plus ancien',
  'console.customers.choices.none': 'Aucun choix et aucune limite ne sont notés.',
  'console.customers.requests.none': 'Cette personne n’a encore rien demandé.',
  'console.customers.looks': 'Qui a regardé',
  'console.customers.looks.note': 'Par jour. La personne peut le voir aussi.',
  'console.customers.day': 'Jour',
  'console.customers.ledger': '{count, plural, one {Une inscription} other {# inscriptions}} au registre',
  'console.customers.role':
    '{role, select, officer {Équipe vie privée} support {Assistance} admin {Administration} service {Un service} other {Personnel}}',
  'console.customers.reason':
    '{reason, select, request {Une demande} review {Un examen} support {Assistance} audit {Un contrôle} other {Non indiqué}}',
};
