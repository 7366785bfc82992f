/**
 * French: texts of the page of model calls that nobody had asked for.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-calls.ts.
 */
import type { consoleCallMessages as english } from '../en/console-calls.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleCallMessages: InEveryLanguage<typeof english> = {
  'console.calls.title': 'Appels à l’IA que personne n’a demandés',
  'console.calls.lead':
    'OpenTelemetry a signalé des appels à des modèles d’IA sans utilisation permise, du {from} au {to}.',
  'console.calls.none':
    'Chaque appel signalé correspond à une utilisation permise. Les services qui ne signalent rien ne se voient pas ici.',
  'console.calls.see': 'Quels services appellent des modèles sans demander',
  'console.calls.alarm': '{count, plural, one {Un appel} other {# appels}} à un modèle d’IA sans utilisation permise.',
  'console.calls.service': 'Le service',
  'console.calls.system': 'Système d’IA',
  'console.calls.unnamed': 'Aucun nom envoyé',
  'console.calls.undeclared': 'Aucun système d’IA connu',
  'console.calls.count': 'Appels',
  'console.calls.reported': 'Au registre d’une personne',
  'console.calls.first': 'Vu d’abord',
  'console.calls.last': 'Vu en dernier',
  'console.calls.models': 'Modèles',
  'console.calls.do': 'Que faire',
  'console.calls.do.no-use-id':
    'Le service doit d’abord demander une utilisation et envoyer son numéro comme candor.use_id.',
  'console.calls.do.unknown-use':
    'Le numéro envoyé n’est pas connu, ou il est celui d’une autre personne ou d’autre chose. Envoyez le bon numéro.',
  'console.calls.do.refused-use':
    'L’utilisation était refusée et le modèle a été appelé quand même. Arrêtez le service jusqu’à ce qu’il obéisse.',
  'console.calls.do.other-time':
    'L’appel est venu avant l’utilisation, ou plus d’un jour après. Demandez une nouvelle utilisation.',
};
