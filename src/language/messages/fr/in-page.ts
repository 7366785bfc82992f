/**
 * French for ../en/in-page.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { inPageMessages as english } from '../en/in-page.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const inPageMessages: InEveryLanguage<typeof english> = {
  'in-page.title': 'Ici travaille une IA : {aiSystem}',
  'in-page.why': 'Dans quel but',
  'in-page.data': 'Quelles données elle utilise',
  'in-page.more': 'Tout sur l’IA et vos données',
  'in-page.working': 'Un instant …',
  'in-page.failed': 'Cela n’a pas marché. Rien n’a été changé.',
  'in-page.unsure':
    'Nous n’avons reçu aucune réponse. Ce n’est peut-être pas enregistré. Rechargez la page pour voir où cela en est.',
  'in-page.expired': 'Cette page est ouverte depuis longtemps. Rechargez-la, puis choisissez. Rien n’a été changé.',
  'in-page.fact': 'Cela s’est fait sur une de nos pages. Qui vous êtes a été dit par : {role}.',
  'in-page.audit.through': 'Sur une page dont le laissez-passer a été fait par',
};
