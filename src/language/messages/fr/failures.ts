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
  'failure.sign-in-needed.here':
    'Cette page est pour vous seulement, il faut donc vous connecter. Vous pouvez le faire ici, ou par un lien de connexion que vous avez reçu.',
  'failure.fresh-sign-in-needed.title': 'Connectez-vous encore une fois',
  'failure.fresh-sign-in-needed.text':
    'Pour faire effacer des données ou en avoir une copie, il faut vous être connecté dans les 15 dernières minutes. Rien n’a été changé. Connectez-vous à nouveau et refaites cette étape.',
  'failure.sign-in-failed.title': 'La connexion n’a pas marché',
  'failure.sign-in-failed.text':
    'Vous n’êtes pas connecté, et rien n’a été changé. Recommencez d’ici, s’il vous plaît.',
  'failure.sign-in-without-access.title': 'Ce compte n’ouvre rien ici',
  'failure.sign-in-without-access.text':
    'Vous vous êtes connecté, mais votre compte n’est pas connu ici. Dites-le à ceux qui vous l’ont donné.',
  'failure.sign-in-unavailable.title': 'La connexion n’est pas possible en ce moment',
  'failure.sign-in-unavailable.text':
    'Le service qui vous connecte ne répond pas. Essayez encore dans quelques minutes, ou utilisez un lien de connexion si vous en avez un.',
  'failure.own-sign-in-needed.title': 'Il faut vous connecter par votre propre lien',
  'failure.own-sign-in-needed.text':
    'Vous avez utilisé un lien que quelqu’un d’autre a fait. Pour faire effacer vos données ou en avoir une copie, demandez-nous un lien par e-mail et utilisez-le.',
  'failure.package-expired.title': 'Cette copie n’est plus disponible ici',
  'failure.package-expired.text':
    'Vous pouviez la prendre pendant trente jours après notre réponse. Demandez une nouvelle copie : elle contiendra ce qui est enregistré à ce moment-là.',
  'failure.typed': 'Ce que vous aviez écrit',
  'failure.typed.lead': 'Votre texte n’a pas été envoyé. Enregistrez-le avant de continuer.',
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
