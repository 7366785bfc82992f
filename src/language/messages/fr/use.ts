/**
 * French for ../en/use.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { useMessages as english } from '../en/use.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const useMessages: InEveryLanguage<typeof english> = {
  'use.summary.used':
    '{span}, <b>{systemsThatUsedYourData, plural, =1 {un système d’IA a} one {# système d’IA a} other {# systèmes d’IA ont}} utilisé vos données {uses, plural, =1 {une fois} other {# fois}}</b>.{agreedTo, plural, =0 {} one { Vous avez accepté une utilisation.} other { Vous avez accepté # utilisations.}}',
  'use.summary.decided-only':
    '{span}, <b>aucune utilisation précise de vos données n’a été enregistrée</b>, mais une décision sur vous l’a été.',
  'use.summary.refused-only':
    '{span}, <b>des systèmes d’IA ont demandé vos données {refused, plural, =1 {une fois} other {# fois}} et ne les ont jamais obtenues</b>.',
  'use.summary.nothing': '{span}, <b>aucune utilisation de vos données par l’IA n’a été enregistrée</b>.',
  'use.summary.decisions':
    '{decisions, plural, =0 {Aucune décision de l’IA sur vous n’est enregistrée.} =1 {<b>Une décision</b> sur vous a utilisé l’IA} other {<b># décisions</b> sur vous ont utilisé l’IA}}{decisions, plural, =0 {} other {{decisionsCheckedByAPerson, plural, =0 {. Il n’est pas enregistré qu’une personne {decisions, plural, one {l’} other {les }}ait examinée{decisions, plural, one {} other {s}} avec le pouvoir de changer le résultat.} =1 {, et une personne {checked, select, all {l’a examinée} other {en a examiné une}}.} other {, et une personne {checked, select, all {les a examinées toutes{decisions, plural, =2 { les deux} other {}}} other {en a examiné #}}.}}}}',
  'use.span.twelve-months': 'Au cours des 12 derniers mois',
  'use.span.since': 'Depuis le {day}',
  'use.span.from-to': 'Du {from} au {to}',
  'use.period.all': 'Tout ce qui est enregistré, les douze derniers mois en premier',
  'use.period.from-to': '{from} à {to}',
  'use.none.since':
    'Aucune utilisation de vos données par un système d’IA n’a été enregistrée depuis le {day}, début de notre registre.',
  'use.none.never':
    'Aucune utilisation de vos données par un système d’IA n’a été enregistrée. Notre registre est encore vide.',
  'use.none.silent':
    '{count, plural, =1 {Un système d’IA n’a} one {# système d’IA n’a} other {# systèmes d’IA n’ont}} jamais déclaré avoir utilisé les données de quelqu’un. Aucune déclaration ne veut pas dire aucune utilisation.',
  'use.interaction': 'Ceci est un système d’IA : un programme informatique, pas une personne.',
  'use.oversight.none': 'Aucune personne ne vérifie ses résultats.',
  'use.oversight.after-the-fact': 'Une personne peut examiner ses résultats après coup.',
  'use.oversight.before-effect': 'Une personne décide avant que cela ait un effet sur vous.',
  'use.exception': 'Il y a ici une exception au droit d’exclure vos données, enregistrée sous « {code} ».',
  'use.exception.human-appeal':
    'Vous ne pouvez pas exclure vos données ici, mais vous pouvez demander qu’une personne décide.',
  'use.exception.hiring-admission':
    'Vous ne pouvez pas exclure vos données ici : il s’agit d’une embauche ou d’une admission.',
  'use.exception.exempt-data': 'Vous ne pouvez pas exclure vos données ici : d’autres lois les protègent.',
  'use.exception.work-allocation': 'Vous ne pouvez pas exclure vos données ici : il s’agit de répartir le travail.',
  'use.exception.human-involved': 'Vous ne pouvez pas exclure vos données ici, car une personne intervient vraiment.',
  'use.exception.permitted-sensitive-use':
    'Vous ne pouvez pas exclure vos données ici : la loi permet cette utilisation de données sensibles.',
  'use.trained.title': 'Modèles entraînés avec vos données',
  'use.trained.note': 'Ce qu’un modèle a appris de vos données reste dans cette version.',
  'use.trained':
    '{state, select, finished {Vos données ont servi à entraîner {aiSystem}, version {version}. Elles y sont entrées le {day}.} open {Vos données sont entrées dans l’entraînement de {aiSystem}, version {version}, le {day}. Il n’est pas fini.} other {Vos données sont entrées dans l’entraînement de {aiSystem}, version {version}, le {day}. Il n’a pas été mené à bien.}}',
  'use.training.yes': 'Vos données servent à son apprentissage.',
  'use.training.no': 'Vos données ne servent pas à son apprentissage.',
  'use.suspended': 'Arrêté depuis le {day}. Il ne peut utiliser les données de personne.',
  'use.decisions.count':
    '{count, plural, =1 {Une décision est enregistrée.} one {# décision est enregistrée.} other {# décisions sont enregistrées.}}',
  'use.decisions.count-shown':
    '{count, plural, =1 {Une décision est enregistrée.} other {# décisions sont enregistrées, les {shown} plus récentes sont affichées.}}',
  'use.decisions.none': 'Aucune décision de l’IA sur vous n’est enregistrée.',
  'use.decisions.not-made': 'Nos systèmes d’IA ne font qu’aider. Aucun ne prend de décision importante sur vous.',
  'use.look': '{day} : votre registre a été consulté par {role}. Motif : {reason}.',
  'use.look.role':
    '{role, select, officer {notre équipe vie privée} support {notre service client} admin {un membre de notre équipe technique} service {un autre de nos services} other {un membre de notre équipe}}',
  'use.look.reason':
    '{reason, select, request {une demande de votre part} review {une personne a examiné une décision} support {vous avez contacté notre service client} audit {un contrôle de notre propre travail} other {non indiqué}}',
  'use.proof':
    '{entries, plural, =0 {Aucune entrée} =1 {Une entrée} other {# entrées}} d’un registre scellé {entries, plural, =0 {ne vous concerne} =1 {vous concerne} other {vous concernent}}. Personne ne peut en changer ou en retirer une sans que cela se voie.',
  'use.proof.empty': 'Le registre est encore vide.',
  'request.about': 'À propos de la décision {id}.',
  'request.about-request': 'À propos de ma demande {id}.',
  'use.summary.without-permission':
    '<b>{usesWithoutPermission, plural, one {Une utilisation de vos données n’était pas permise} other {# utilisations de vos données n’étaient pas permises}}.</b>',
  'use.without.title': 'Utilisées sans permission',
  'use.without.words':
    '{systems, plural, one {Un système d’IA a} other {# systèmes d’IA ont}} utilisé vos données {count, plural, one {une fois} other {# fois}} sans permission. Nous ne l’avons appris qu’après.',
  'use.without.on':
    '{count, plural, one {Une utilisation n’était pas permise} other {# utilisations n’étaient pas permises}} : le {day}.',
  'use.without.between':
    '{count, plural, one {Une utilisation n’était pas permise} other {# utilisations n’étaient pas permises}} : entre le {from} et le {to}.',
  'use.without.object.effect': 'Quand le système d’IA demande vos données, la réponse est non.',
  'use.without.do': 'Ce que vous pouvez faire',
  'use.without.why': 'Pourquoi ce n’était pas permis',
  'contact.title': 'Qui vous répond',
  'contact.controller': 'Écrivez-nous : {contact}',
  'contact.data-protection-officer': 'Pour la protection des données : {contact}',
};
