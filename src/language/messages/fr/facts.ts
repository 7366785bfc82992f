/**
 * French for ../en/facts.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { factMessages as english } from '../en/facts.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const factMessages: InEveryLanguage<typeof english> = {
  'fact.erased':
    'Le contenu de cette entrée a été supprimé. Sa place et son sceau restent, pour que personne ne puisse prétendre qu’elle n’a jamais existé.',
  'fact.subject.linked': 'Un moyen de vous reconnaître a été ajouté à votre registre.',
  'fact.subject.described': 'Nous avons noté la loi qui vous protège, votre tranche d’âge ou votre langue.',
  'fact.purpose.published': 'Nous avons publié à quoi servent les données : « {name} ».',
  'fact.notice.published': 'Nous avons publié un texte à lire avant : « {name} ».',
  'fact.ai-system.published': 'Nous avons publié un système d’IA : « {name} ».',
  'fact.recipient.published': 'Nous avons publié qui d’autre reçoit des données : « {name} ».',
  'fact.ai-system.suspended': 'Nous avons arrêté un système d’IA.',
  'fact.ai-system.resumed': 'Nous avons remis en marche un système d’IA.',
  'fact.consent.given':
    '{givenBy, select, parent {Un parent a} agent {Une personne mandatée par vous a} other {Vous avez}} dit oui à « {purpose} ».{effect, select, none { Cela n’a rien changé, car un non plus récent s’applique.} other {}}',
  'fact.consent.refused':
    '{givenBy, select, parent {Un parent a} agent {Une personne mandatée par vous a} other {Vous avez}} dit non à « {purpose} ».{effect, select, none { Cette utilisation ne dépend pas d’un oui, elle continue donc.} other {}}',
  'fact.consent.withdrawn':
    '{givenBy, select, parent {Un parent a} agent {Une personne mandatée par vous a} other {Vous avez}} retiré le oui à « {purpose} ».{effect, select, none { Cette utilisation ne dépend pas d’un oui, elle continue donc.} other {}}',
  'fact.limit.set': '{limit}{hasPurpose, select, yes { : « {purpose} »} other {}}.',
  'fact.limit.lifted':
    'Ceci ne s’applique plus : {limit}{hasPurpose, select, yes { : « {purpose} »} other {}}.{effect, select, none { Cela n’a rien changé.} other {}}',
  'limit.restriction': 'Vous avez fait geler vos données',
  'limit.erasure-asked': 'Vous avez demandé l’effacement de vos données',
  'limit.objection': 'Vous avez fait opposition',
  'limit.objection-marketing': 'Vous avez refusé la publicité',
  'limit.opt-out': 'Vous avez exclu vos données d’une utilisation',
  'limit.opt-out-sale-share': 'Vous avez dit non à la vente et au partage de vos données',
  'limit.opt-out-sensitive': 'Vous avez limité l’utilisation de vos données sensibles',
  'limit.opt-out-admt': 'Vous avez demandé que l’IA reste en dehors des décisions importantes',
  'limit.opt-out-profiling': 'Vous avez dit non aux profils sur vous',
  'fact.use.allowed': '{aiSystem} a utilisé vos données pour « {purpose} ». {reason}',
  'fact.use.refused': '{aiSystem} a demandé vos données pour « {purpose} » et ne les a pas obtenues. {reason}',
  'fact.use.reported':
    '{aiSystem} a déclaré avoir utilisé vos données pour « {purpose} ». {covered, select, true {Une autorisation était enregistrée.} other {Aucune autorisation n’était enregistrée.}}',
  'fact.use.ended':
    '{aiSystem} {ended, select, finished {a terminé l’utilisation de vos données pour « {purpose} ».} stopped {s’est arrêté avant la fin pour « {purpose} ».} other {n’a pas pu terminer pour « {purpose} », car une erreur est survenue.}}',
  'fact.use.observed':
    '{aiSystem} a utilisé un modèle pour « {purpose} ». {ended, select, finished {Une réponse est arrivée.} other {Aucune réponse n’est arrivée, car quelque chose a échoué.}}',
  'fact.use.uncovered':
    'Un modèle d’IA a été utilisé sans que personne ne l’ait demandé avant. Aucun nom n’a été noté.',
  'fact.training.registered': 'Un entraînement d’un système d’IA a été annoncé.',
  'fact.training.included': 'Vos données sont entrées dans l’entraînement de {aiSystem}, pour « {purpose} ». {reason}',
  'fact.training.counted': 'Le nombre de personnes dont les données servent à un entraînement a été noté, sans noms.',
  'fact.training.ended': 'Un entraînement d’un système d’IA a pris fin.',
  'fact.decision.recorded': 'Une décision sur vous avec {aiSystem} : {what} : {outcome}.',
  'fact.decision.reported': 'Une décision sur une personne a été déclarée.',
  'fact.request.received': 'Vous nous avez fait une demande : {request}.',
  'fact.request.verified': 'Nous avons vérifié que la demande venait de vous.',
  'fact.request.extended': 'Nous avons pris plus de temps pour votre demande et vous avons dit pourquoi.',
  'fact.request.paused': 'Votre demande est en pause jusqu’à ce que nous ayons de vos nouvelles.',
  'fact.request.resumed': 'Votre demande reprend.',
  'fact.request.denied': 'Nous avons dit non à votre demande et vous avons dit pourquoi.',
  'fact.request.fulfilled': 'Nous avons répondu à votre demande.',
  'fact.request.cancelled': 'Votre demande a été annulée.',
  'fact.request.appealed': 'Vous nous avez demandé de revoir notre réponse.',
  'fact.task.opened': 'Nous interrogeons {name} pour votre demande.',
  'fact.task.moved':
    '{to, select, running {Nous avons commencé avec {name} pour votre demande.} failed {{name} n’a pas pu répondre. Nous essayons encore.} parked {{name} n’a pas pu répondre. Une personne s’en occupe.} other {{name} est interrogé encore une fois pour votre demande.}}',
  'fact.task.done': '{name} a terminé pour votre demande.',
  'fact.request.logged':
    'Nous avons noté qu’une demande a été faite et comment elle s’est terminée, sans dire par qui.',
  'fact.review.opened':
    '{why, select, before_effect {Une décision attend qu’une personne l’ait examinée.} stop_list {Nous réexaminons une décision, car nous avons arrêté le système d’IA.} contested {Vous avez demandé à une personne de réexaminer une décision.} other {Le réexamen d’une décision a commencé.}}',
  'fact.review.assigned': 'Une personne a été chargée d’examiner la décision.',
  'fact.review.evidence-viewed': 'Cette personne a examiné ce sur quoi repose la décision et ce que vous avez envoyé.',
  'fact.review.view-noted': 'Cette personne a noté son propre avis avant de voir le résultat de l’IA.',
  'fact.review.second-opinion': 'Une deuxième personne a donné son avis.',
  'fact.review.concluded':
    'Le réexamen est terminé : {ended, select, upheld {la décision reste la même} changed {la décision a été changée} withdrawn {la décision a été retirée} re_run {la décision est reprise avec des données corrigées} other {il est clos}}.',
  'fact.review.cancelled': 'Le réexamen a été annulé.',
  'fact.file.added': 'Vous avez envoyé un fichier.',
  'fact.notice.shown':
    'Un texte sur l’utilisation de vos données par l’IA vous a été montré.{acknowledged, select, true { Vous avez confirmé l’avoir vu.} other {}}',
  'fact.message.written': 'Nous vous avons écrit : « {name} ».',
  'fact.message.sent':
    '{channel, select, file {Le message a été mis dans un dossier, pour vous être envoyé.} other {Le message vous a été envoyé.}}',
  'fact.message.handed-over': 'Nous vous avons remis un message d’une autre façon.',
  'fact.message.given-up': 'Le message n’a pas pu être envoyé. Il vous attend ici.',
  'fact.note.added': 'Notre service client a pris une note.',
  'fact.staff.described': 'Nous avons noté ce que vous faites ici et ce que vous pouvez décider.',
  'fact.look.taken': 'Une personne de notre équipe a consulté un registre.',
  'fact.look.recorded': 'Votre registre a été consulté par {role}. Motif : {reason}.',
  'fact.link.made':
    'Un lien de connexion pour vous a été fait par {role}.{sent, select, email { Il vous a été envoyé par e-mail.} other {}}',
  'fact.link.opened':
    'Quelqu’un a ouvert vos pages par un lien de connexion.{sent, select, email { Il vous avait été envoyé par e-mail.} other { Il avait été fait par {role}.}}',
  'fact.access.revoked': 'Un accès a pris fin.',
  'fact.access.restored': 'Quelqu’un peut de nouveau se connecter.',
  'fact.breach.recorded': 'Une violation de données personnelles a été enregistrée.',
  'fact.breach.noted': 'Une violation de données personnelles a été complétée.',
  'fact.breach.told': 'Quelqu’un a été informé d’une violation de données personnelles.',
  'fact.breach.not-told': 'Il a été noté pourquoi quelqu’un n’est pas informé d’une violation de données personnelles.',
  'fact.webhook.made': 'Une adresse a été créée, à laquelle les changements sont envoyés.',
  'fact.webhook.changed': 'Une adresse à laquelle les changements sont envoyés a été modifiée.',
  'fact.webhook.ended': 'Les changements ne sont plus envoyés à une adresse.',
  'fact.proposal.made': 'Une action a été proposée. Une seconde personne doit la confirmer.',
  'fact.proposal.recorded': 'Une action à votre sujet a été proposée. Une seconde personne doit la confirmer.',
  'fact.proposal.settled': 'Une seconde personne a confirmé ou refusé ce qui était proposé.',
  'fact.address.confirmed': 'Vous avez confirmé votre adresse e-mail.',
  'fact.person.erased': 'Le contenu d’un registre a été supprimé.',
  'fact.erasure.certified': 'La suppression a été confirmée.',
  'fact.hold.set':
    'Une partie de votre registre a été mise sous réserve et reste même si vous demandez la suppression. {ground}',
  'fact.hold.lifted': 'La réserve sur une partie de votre registre a été levée.',
  'fact.hold.ended':
    'La réserve sur le registre d’une personne supprimée a pris fin, et ce qu’elle gardait est supprimé aussi.',
  'fact.consent.proof-kept': 'La preuve que des choix ont été faits a été gardée, sans dire par qui.',
  'fact.payload.expired': 'Le contenu d’anciennes entrées a été supprimé à la fin de sa durée de conservation.',
  'fact.log.key-changed': 'La clé qui scelle le registre a été changée.',
  'fact.log.continued': 'Le registre continue après la restauration d’une sauvegarde.',
  'fact.key.rotated': 'Une clé qui protège les enregistrements a été remplacée par une nouvelle.',
};
