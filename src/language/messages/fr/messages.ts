/**
 * French for ../en/messages.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { messageMessages as english } from '../en/messages.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const messageMessages: InEveryLanguage<typeof english> = {
  'message.greeting': 'Bonjour,',
  'message.closing':
    'Vous trouverez ce message, et tout ce qui concerne l’usage de vos données par l’IA, sur votre propre page.',
  'message.open': 'Ouvrir votre page',
  'message.no-tracking': 'Ce message ne contient aucun traceur. Nous ne voyons pas si vous l’ouvrez.',
  'message.no-language': 'Nous n’écrivons pas encore dans votre langue. Ce message est donc en anglais.',
  'message.explanation-ready.title': 'Votre explication est prête',
  'message.explanation-ready.text':
    'Le {day}, vous nous avez demandé comment l’IA a servi à prendre des décisions vous concernant. La réponse est prête.\n\nElle montre les raisons, les données utilisées et ce que vous pouvez faire maintenant.',
  'message.review-opened.title': 'Une personne va examiner une décision vous concernant',
  'message.review-opened.text':
    '{why, select, contested {Le {day}, vous nous avez demandé de revoir cette décision : {what}.} before_effect {Cette décision vous concernant a été préparée avec l’IA : {what}. Elle n’a aucun effet tant qu’une personne ne l’a pas examinée.} stop_list {Nous avons arrêté un système d’IA, car nous doutons de ses résultats. Il a participé à cette décision vous concernant : {what}.} other {Le {day}, notre équipe a demandé un second examen de cette décision : {what}.}}\n\nUne personne qui peut changer la décision va l’examiner, ainsi que tout ce que vous nous avez envoyé. Nous vous répondrons au plus tard le {due}.',
  'message.review-concluded.title': 'Nous avons examiné une décision vous concernant',
  'message.review-concluded.text':
    'Une personne a examiné cette décision : {what}.\n\n{outcome, select, upheld {La décision reste la même.} changed {La décision a été changée. La voici : {newOutcome}.} withdrawn {La décision a été retirée. Elle ne compte plus.} re_run {Certaines données étaient fausses. La décision sera prise à nouveau avec les bonnes données.} other {L’examen est terminé.}}\n\nLes raisons de la personne qui a examiné la décision : {reasons}\n\nSi vous n’êtes pas d’accord, dites-le-nous.{hasComplaint, select, yes { {complaint}} other {}} Cela ne vous désavantage pas.',
  'message.adverse-outcome.title': 'Une décision vous concernant, et ce que vous pouvez faire',
  'message.adverse-outcome.text':
    'Le {day}, une décision vous concernant a été prise : {what}. Le résultat : {outcome}.\n\nLe système d’IA « {aiSystem} » y a participé. {role}\n\n{hasData, select, yes {Ces types de données ont servi : {data}.} other {Les données qui ont servi n’ont pas été notées.}}{hasSources, select, yes { Elles viennent d’ici : {sources}.} other {}}\n\nSur votre propre page, un clic vous montre le reste : chaque valeur, son origine et les raisons. Vous pouvez y faire corriger les données fausses. Vous pouvez y demander à une personne de revoir la décision. C’est gratuit, et cela ne vous désavantage pas.',
  'message.limit-lifted.title': 'Nous avons refusé votre demande',
  'message.limit-lifted.text':
    'Le {day}, vous nous avez envoyé cette demande : « {request} ». Nous devons refuser.\n\nPourquoi : {ground}{hasWords, select, yes { {words}} other {}}\n\nCe que vous aviez arrêté peut maintenant reprendre. Si vous n’êtes pas d’accord, dites-le-nous.{hasComplaint, select, yes { {complaint}} other {}} Vous n’en subirez aucun désavantage.',
  'message.request-extended.title': 'Il nous faut plus de temps pour votre demande',
  'message.request-extended.text':
    'Le {day}, vous nous avez envoyé cette demande : « {request} ». Il nous faut plus de temps. Nous répondons au plus tard le {due}.\n\nPourquoi : {words}',
  'message.request-paused.title': 'Nous avons une question sur votre demande',
  'message.request-paused.text':
    'Le {day}, vous nous avez envoyé cette demande : « {request} ». Avant de continuer, il nous faut une réponse de vous.\n\nNotre question : {words}',
  'messages.title': 'Messages',
  'messages.lead':
    'Ce que nous vous avons écrit, mot pour mot. Cela reste ici, même si une lettre ou un e-mail s’est perdu.',
  'messages.none': 'Nous ne vous avons pas encore écrit.',
  'messages.older': 'Messages plus anciens',
  'messages.about': 'Ouvrir ce dont il s’agit',
};
