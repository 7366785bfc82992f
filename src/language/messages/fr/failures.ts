/**
 * French for ../en/failures.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { failureMessages as english } from '../en/failures.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const failureMessages: InEveryLanguage<typeof english> = {
  'failure.not-found.title': 'Il n’y a rien ici',
  'failure.not-found.text':
    'Cette page n’existe pas, ou elle ne vous est pas destinée. Allez à vos pages et cherchez de là.',
  'failure.sign-in-needed.title': 'Connectez-vous, s’il vous plaît',
  'failure.sign-in-needed.text':
    'Cette page est pour vous seulement, il faut donc vous connecter. Ouvrez le lien de connexion que vous avez reçu, ou demandez-en un nouveau.',
  'failure.own-sign-in-needed.title': 'Il faut vous connecter par votre propre lien',
  'failure.own-sign-in-needed.text':
    'Vous avez utilisé un lien que quelqu’un d’autre a fait. Pour faire effacer vos données ou en avoir une copie, demandez-nous un lien par e-mail et utilisez-le.',
  'failure.fresh-sign-in-needed.title': 'Connectez-vous encore une fois',
  'failure.fresh-sign-in-needed.text':
    'Nous ne donnons une copie entière de vos données que juste après votre connexion. Demandez un nouveau lien de connexion, utilisez-le, puis rouvrez votre demande.',
  'failure.package-expired.title': 'Cette copie n’est plus disponible ici',
  'failure.package-expired.text':
    'Vous pouviez la prendre pendant trente jours après notre réponse. Demandez une nouvelle copie : elle contiendra ce qui est enregistré à ce moment-là.',
  'failure.csrf.title': 'Ce formulaire est resté ouvert trop longtemps',
  'failure.csrf.text':
    'Le formulaire ne correspond plus à votre session, ou il venait d’un autre site. Rouvrez la page et envoyez le formulaire de là.',
  'failure.link-expired.title': 'Ce lien de connexion ne fonctionne plus',
  'failure.link-expired.text':
    'Un lien de connexion fonctionne une fois et pendant dix minutes. Demandez-en un nouveau là où vous avez reçu celui-ci.',
  'failure.rate-limited.title': 'Trop d’essais',
  'failure.rate-limited.text':
    'C’était plus souvent que nous ne pouvons répondre. Attendez quelques minutes, puis essayez de nouveau.',
  'failure.subject-erased.title': 'Vos données ont été supprimées',
  'failure.subject-erased.text': 'Nous avons supprimé vos données. Il n’y a donc rien à voir ici.',
  'failure.invalid-transition.title': 'Ce n’est plus possible',
  'failure.invalid-transition.text':
    'Votre demande a avancé entre-temps, et cette étape n’est plus possible. Ouvrez la demande pour voir où elle en est.',
  'failure.validation-failed.title': 'Quelque chose n’est pas correct dans le formulaire',
  'failure.validation-failed.text':
    'Nous n’avons pas pu accepter cela tel quel. Rien n’a été changé. Revenez en arrière, relisez ce que vous avez écrit ou choisi, puis envoyez de nouveau.',
  'failure.invalid-query.title': 'Cette adresse n’est pas correcte',
  'failure.invalid-query.text':
    'Quelque chose est faux dans l’adresse de cette page. Allez à vos pages et cherchez de là.',
  'failure.payload-too-large.title': 'C’est trop à la fois',
  'failure.payload-too-large.text':
    'Ce que vous avez envoyé est plus grand que ce que nous pouvons accepter. Envoyez moins, ou en plusieurs parties.',
  'failure.unavailable.title': 'Indisponible pour le moment',
  'failure.unavailable.text':
    'Nous ne pouvons pas répondre en toute sécurité en ce moment, alors nous ne le faisons pas. Essayez de nouveau dans quelques minutes.',
  'failure.internal.title': 'Quelque chose n’a pas marché chez nous',
  'failure.internal.text':
    'L’erreur vient de nous. Si vous étiez en train d’envoyer quelque chose, regardez sur vos pages si c’est arrivé. Puis essayez de nouveau.',
  'failure.other.title': 'Cela n’a pas marché',
  'failure.other.text': 'Nous n’avons pas pu le faire. Revenez à vos pages et essayez de là.',
  'failure.for-programmers': 'Le reste de cette page s’adresse aux personnes qui programment. Il est en anglais.',
};
