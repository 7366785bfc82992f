/**
 * French for ../en/sign-in.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { signInMessages as english } from '../en/sign-in.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const signInMessages: InEveryLanguage<typeof english> = {
  'sessions.title': 'Où vous êtes en ligne',
  'sessions.lead': 'Chaque navigateur où votre session est ouverte. Vous pouvez fermer chacune.',
  'sessions.this': '{device, select, none {Ce navigateur} other {Ce navigateur ({device})}}',
  'sessions.browser': '{device, select, none {Un navigateur} other {Un navigateur ({device})}}',
  'sessions.times': 'Depuis le {begun}, dernier usage le {used}.',
  'sessions.link.staff': 'Elle a commencé par un lien fait par une personne de notre équipe.',
  'sessions.link.operator': 'Elle a commencé par un lien fait par ceux qui gèrent ce service.',
  'sessions.link.administrator': 'Elle a commencé par un lien fait par notre administration.',
  'sessions.end': 'Fermer la session',
  'sessions.end-all': 'Fermer toutes les sessions',
  'sessions.end-all.effect':
    'Toutes vos sessions se ferment, celle-ci aussi. Les liens de connexion que personne n’a ouverts ne fonctionnent plus.',
  'sign-in.lead': 'Vous vous connectez chez {provider}, comme ailleurs avec {company}. Ensuite, vous revenez ici.',
  'sign-in.button': 'Se connecter chez {provider}',
  'sign-in.again': 'Se connecter à nouveau',
  'sign-in.here': 'Se connecter',
  'left.provider': 'Votre session est fermée ici. Chez {provider}, elle est peut-être encore ouverte.',
  'left.provider.button': 'La fermer aussi chez {provider}',
  'sign-in.mail.title': 'Votre lien de connexion',
  'sign-in.mail.text':
    'Ce lien vous mène à vos propres pages. Il fonctionne une seule fois, pendant dix minutes. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
  'address.title': 'Est-ce votre adresse ?',
  'address.lead':
    'On nous a dit ({company}) que cette adresse e-mail est la vôtre. Si vous le confirmez, vos lettres y seront envoyées.',
  'address.button': 'Oui, c’est la mienne',
  'address.done.title': 'Votre adresse est confirmée',
  'address.done.lead': 'Vos lettres y seront envoyées à partir de maintenant. Vous pouvez fermer cette fenêtre.',
  'address.mail.title': 'Est-ce votre adresse e-mail ?',
  'address.mail.text':
    'On nous a dit que cette adresse est la vôtre. Confirmez-le par le lien, s’il vous plaît. Jusque-là, nous n’envoyons rien d’autre ici. Si ce n’est pas la vôtre, vous n’avez rien à faire.',
  'through.note':
    'Vous avez utilisé un lien fait par {role}. Ce que vous faites ici est noté avec cette mention. Pour faire effacer vos données ou en avoir une copie, demandez-nous un lien par e-mail.',
  'through.fact': 'Cela s’est fait par un lien de connexion fait par {role}.',
  'use.sign-ins.title': 'Liens de connexion faits pour vous',
  'use.sign-in':
    '{made, select, yes {{day} : un} other {Un}} lien vers vos pages a été fait par {role}{sent, select, yes { et envoyé à vous par e-mail} other {}}. {opened, select, yes {Il a été ouvert.} other {Il n’a pas été ouvert.}}{acts, plural, =0 {} one { Une entrée de votre registre a été faite par ce lien.} other { # entrées de votre registre ont été faites par ce lien.}}',
};
