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
    'Le {day}, vous nous avez envoyé cette demande : « {request} ». {asked, select, identity {Avant de continuer, nous devons être sûrs qu’elle vient de vous.} authority {Avant de continuer, nous devons être sûrs que vous avez le droit de la faire.} fee {Avant de continuer, il nous faut un paiement de vous.} other {Avant de continuer, il nous faut une réponse de vous.}}\n\nNotre question : {words}\n\n{clock, select, starts_then {Notre délai commence le jour où nous l’avons reçu.} not_counted {Les jours où nous vous attendons ne comptent pas. Ensuite, notre délai continue.} other {Le jour ne change pas : nous répondons au plus tard le {due}.}}',
  'message.request-received.title': 'Nous avons votre demande',
  'message.request-received.text':
    '{by, select, agent {Le {day}, quelqu’un nous a envoyé cette demande pour vous : « {request} ». Si vous ne la vouliez pas, dites-le-nous.} other {Le {day}, vous nous avez envoyé cette demande : « {request} ».}} Nous l’avons, et nous répondons au plus tard le {due}.\n\n{sure, select, yes {Vous n’avez rien d’autre à faire.} other {Avant de répondre, nous devons être sûrs qu’elle vient bien de vous. S’il nous manque quelque chose pour cela, nous vous le demandons.}}',
  'message.request-resumed.title': 'Votre demande continue',
  'message.request-resumed.text':
    'Merci. Nous avons ce que nous vous avions demandé. Votre demande du {day} continue : « {request} ». Nous répondons au plus tard le {due}.{moved, select, yes { Les jours où nous vous avons attendu ne comptent pas.} other {}}',
  'message.request-denied.title': 'Notre réponse à votre demande est non',
  'message.request-denied.text':
    '{appealed, select, yes {Le {day}, vous nous avez envoyé cette demande : « {request} ». Nous l’avons revue, comme vous le vouliez. La réponse reste non.} other {Le {day}, vous nous avez envoyé cette demande : « {request} ». Nous devons refuser.}}\n\nPourquoi : {ground}{hasWords, select, yes { {words}} other {}}\n\n{law}{goesOn, select, yes {\n\nÀ partir d’aujourd’hui, l’IA peut de nouveau utiliser vos données.} other {}}\n\nSi vous n’êtes pas d’accord, dites-le-nous.{canAppeal, select, yes { {appeal}} other {}}{hasComplaint, select, yes { {complaint}} other {}} Vous n’en subirez aucun désavantage.',
  'message.request-answered.title': 'Notre réponse à votre demande est là',
  'message.request-answered.text':
    'Le {day}, vous nous avez envoyé cette demande : « {request} ». {appealed, select, yes {Nous l’avons revue, comme vous le vouliez. } other {}}La réponse est sur votre page.{inPart, select, yes { Une partie n’y est pas. La réponse dit laquelle, et pourquoi.} other {}}\n\nSi quelque chose y est faux, dites-le-nous.',
  'message.request-cancelled.title': 'Votre demande a été annulée',
  'message.request-cancelled.text':
    'Votre demande du {day} a été annulée : « {request} ». Nous ne faisons plus rien pour elle. Vous pouvez en faire une nouvelle à tout moment.{goesOn, select, yes {\n\nÀ partir d’aujourd’hui, l’IA peut de nouveau utiliser vos données.} other {}}{hasWords, select, yes {\n\nCe que nous avons noté : {words}} other {}}\n\nSi vous ne vouliez pas cela, dites-le-nous.',
  'message.request-appealed.title': 'Nous revoyons votre demande',
  'message.request-appealed.text':
    'Vous n’êtes pas d’accord avec notre réponse à votre demande du {day} : « {request} ». Une autre personne la revoit maintenant. Nous répondons au plus tard le {due}.',
  'messages.title': 'Messages',
  'messages.lead':
    'Ce que nous vous avons écrit, mot pour mot. Cela reste ici, même si une lettre ou un e-mail s’est perdu.',
  'messages.none': 'Nous ne vous avons pas encore écrit.',
  'messages.older': 'Messages plus anciens',
  'messages.about': 'Ouvrir ce dont il s’agit',
};
