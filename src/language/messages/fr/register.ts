/**
 * French for ../en/register.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { registerMessages as english } from '../en/register.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const registerMessages: InEveryLanguage<typeof english> = {
  'register.title': 'Les systèmes d’IA que nous utilisons',
  'register.lead':
    'Chaque système d’IA qui utilise des données sur des personnes : à quoi il sert, ce qu’il fait bien, où il se trompe et qui le surveille.',
  'register.none': 'Aucun système d’IA n’est utilisé.',
  'register.decides': 'Aide à décider au sujet de personnes',
  'register.assists': 'Aide notre équipe, ne décide rien d’important',
  'register.live': 'Utilisé',
  'register.suspended': 'Arrêté',
  'register.retired': 'Plus utilisé',
  'register.more': 'En savoir plus',
  'register.all': 'Tous les systèmes d’IA',
  'register.opt-out': 'Comment exclure vos données',
  'register.why': 'Pourquoi nous pouvons utiliser des données',
  'register.data': 'Les données qu’il utilise',
  'register.ask': 'Demander comment il a servi avec vos données',
  'register.human': 'Demander à une personne de revoir une décision',
  'register.human.where':
    'Les lois de ces lieux vous donnent une personne qui revoit la décision : {places}. Ailleurs, vous pouvez aussi demander, et nous répondons.',
  'register.not-plain':
    'Certains de ces mots sont plus difficiles qu’ils ne devraient l’être. La raison donnée : « {reason} »',
  'register.changed': 'Dernier changement le {day}. Version {version}.',
};
