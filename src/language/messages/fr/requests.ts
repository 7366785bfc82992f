/**
 * French for ../en/requests.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { requestMessages as english } from '../en/requests.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const requestMessages: InEveryLanguage<typeof english> = {
  'request.state.received': 'En cours',
  'request.state.verified': 'En cours',
  'request.state.paused': 'En attente de votre réponse',
  'request.state.denied': 'Nous avons dit non',
  'request.state.fulfilled': 'Réponse donnée',
  'request.state.cancelled': 'Annulée',
  'request.state.appealed': 'Nous réexaminons',
  'request.title': 'Votre demande : {request}',
  'request.received-on': 'Reçue le {day}',
  'request.closed-on': 'Close le {day}',
  'request.step.received': 'Reçue',
  'request.step.verified': 'Nous avons vérifié que c’est vous',
  'request.step.extended': 'Il nous faut plus de temps',
  'request.step.paused': 'En pause jusqu’à ce que nous ayons de vos nouvelles',
  'request.step.resumed': 'Reprise',
  'request.step.denied': 'Nous avons dit non',
  'request.step.fulfilled': 'Réponse donnée',
  'request.step.cancelled': 'Annulée',
  'request.step.appealed': 'Vous nous avez demandé de réexaminer',
  'letter.own-words': 'Ce que vous avez écrit',
  'letter.greeting': 'Bonjour,',
  'letter.closing': 'Votre équipe vie privée, {company}',
  'letter.closing.nobody': 'Votre équipe vie privée',
  'letter.page': 'Page {page} sur {pages}',
  'letter.not-drawn':
    'Certains caractères ne peuvent pas être affichés dans ce fichier et y sont remplacés par □. La lettre en page web les montre tous.',
  'letter.pdf': 'Enregistrer cette lettre (PDF)',
  'letter.access.lead': 'Le {day}, vous avez demandé une copie de vos données. La voici.',
  'letter.access.confirm':
    'Oui, ce registre contient des données sur vous. Cette lettre en donne l’aperçu ; les fichiers contiennent chaque entrée.',
  'letter.access.confirm-none': 'En dehors de cette demande, ce registre ne contient rien sur vous.',
  'letter.access.purposes': 'À quoi servent vos données',
  'letter.access.categories': 'Quels types de données',
  'letter.access.recipients': 'Qui d’autre les reçoit',
  'letter.access.recipients.none': 'Aucun autre destinataire n’est enregistré.',
  'letter.access.recipient.processor': 'travaille pour nous',
  'letter.access.recipient.controller': 'décide elle-même de l’usage',
  'letter.access.recipient.joint-controller': 'décide avec nous de l’usage',
  'letter.access.recipient.third-party': 'une autre entreprise',
  'letter.access.recipient.authority': 'une autorité',
  'letter.access.retention': 'Combien de temps elles sont gardées',
  'letter.access.retention.none': 'La durée de conservation n’a pas été indiquée.',
  'letter.access.sources': 'D’où elles viennent',
  'letter.access.sources.none': 'De vous, ou cela n’a pas été indiqué.',
  'letter.access.decisions': 'Décisions avec l’IA',
  'letter.access.choices': 'Vos choix',
  'letter.access.files': 'Les fichiers',
  'letter.access.file.data': 'Les données de ce registre',
  'letter.access.file.evidence': 'Le registre scellé, à vérifier vous-même',
  'letter.access.tree-size': 'Cette copie montre le registre tel qu’il était à l’entrée {size}.',
  'letter.erasure.lead':
    'Le {day}, vous nous avez demandé de supprimer vos données. C’est fait dans notre registre sur l’IA et vos choix.',
  'letter.erasure.done': 'Vos données sont devenues illisibles ici le {day}.',
  'letter.erasure.backups': 'Elles deviennent illisibles dans nos sauvegardes au plus tard le {day}.',
  'letter.erasure.how': 'Comment cela a été fait',
  'letter.erasure.method':
    'Les clés qui ouvrent vos données ont été détruites. Le contenu stocké a été écrasé, et ce qui permet de vous reconnaître a été retiré. Il reste une suite de sceaux sans contenu, pour que l’ensemble du registre puisse encore être vérifié.',
  'letter.erasure.method-traced':
    'Les clés qui ouvrent vos données ont été détruites. Le contenu stocké a été retiré, et ce qui permet de vous reconnaître aussi. Il reste une suite de sceaux sans contenu, pour que l’ensemble du registre puisse encore être vérifié.',
  'letter.erasure.traces':
    'Des restes scellés peuvent se trouver dans les fichiers internes de notre base jusqu’à ce que de nouvelles données prennent leur place. La clé qui les ouvre est détruite.',
  'letter.erasure.traces-keys':
    'Des restes scellés et votre clé verrouillée peuvent se trouver dans les fichiers internes de notre base jusqu’à ce que de nouvelles données prennent leur place. Pour les lire, il faut à la fois ces fichiers et notre clé principale.',
  'letter.erasure.traces-archived': 'Les copies de ces fichiers contiennent la même chose tant qu’elles existent.',
  'letter.erasure.covered':
    '{count, plural, =1 {Une entrée} one {# entrée} other {# entrées}} du registre {count, plural, one {a perdu son} other {ont perdu leur}} contenu pour toujours.',
  'letter.erasure.stays': 'Ce qui reste, et jusqu’à quand',
  'letter.erasure.stays.none': 'Rien ne reste.',
  'letter.erasure.stays.row': '{what}, jusqu’au {day}',
  'letter.erasure.stays.row-open': '{what}, jusqu’à ce que vous le leviez',
  'letter.erasure.stays.row-ever': '{what}, pour toujours',
  'letter.erasure.stays.row-hold': '{what}, jusqu’à ce que la raison disparaisse',
  'letter.erasure.stays.row-ended': '{what} : supprimé le {day}',
  'letter.erasure.told': 'Qui a été informé',
  'letter.erasure.told.words':
    'Votre suppression figure sur notre liste des changements. D’autres la lisent pour supprimer ce qu’ils ont reçu. Nous ne savons pas ici qui l’a lue.',
  'letter.erasure.keep':
    'Gardez cette lettre et le code de votre demande. Nous ne pouvons plus les retrouver sous votre nom.',
  'withheld.title': 'Ce que nous n’avons pas montré, et pourquoi',
  'withheld.item.inputs': 'Les données utilisées',
  'withheld.item.factors': 'Les raisons qui ont compté',
  'withheld.item.counterfactuals': 'Ce qui aurait changé le résultat',
  'withheld.item.output': 'Le nombre ou la note que le système d’IA a donné',
  'withheld.item.verdict': 'Le résultat et ce sur quoi il repose',
  'withheld.item.part': 'Une partie de cette réponse',
  'withheld.item.evidence': 'Le fichier des preuves, car il montrerait la même chose',
  'withheld.of': '{item} (« {what} »)',
  'withheld.here': 'Nous n’avons pas montré cette partie. À la fin, nous disons pourquoi et qui peut en décider.',
  'letter.explanation.lead':
    'Le {day}, vous avez demandé pourquoi l’IA est arrivée à ses résultats sur vous. Voici les raisons enregistrées quand elle a décidé. Aucune raison n’a été ajoutée après coup.',
  'letter.explanation.none': 'Aucune décision de l’IA sur vous n’est enregistrée.',
  'letter.explanation.newest': 'Cette lettre explique les {shown} décisions les plus récentes sur {count}',
  'letter.explanation.rest':
    'Chacune des autres a aussi son explication. Répondez à cette lettre si vous les voulez, et dites pour quelle période.',
  'letter.explanation.values': 'Les données utilisées',
  'letter.explanation.changed': 'Ce qui aurait changé le résultat',
  'letter.explanation.result': 'Le résultat du système d’IA',
  'letter.explanation.missing': 'Ce qui n’a pas été enregistré',
  'letter.explanation.seal':
    'Cette décision est l’entrée {index} d’un registre scellé de {size, plural, one {une entrée} other {# entrées}}. Son sceau figure ci-dessous. Avec le fichier de votre registre, vous pouvez vérifier qu’elle y figure telle qu’elle a été écrite.',
  'letter.by-hand.lead': 'Le {day}, vous nous avez envoyé cette demande : « {request} ». Voici notre réponse.',
  'letter.denied.lead': 'Le {day}, vous nous avez envoyé cette demande : « {request} ». Nous devons dire non.',
  'letter.denied.why': 'Pourquoi',
  'letter.denied.law': 'La règle sur laquelle cela repose : {reference}',
  'letter.denied.next': 'Ce que vous pouvez faire maintenant',
  'letter.open.lead': 'Merci. Nous avons votre demande du {day} et répondons au plus tard le {due}.',
  'letter.open.how-counted': 'Comment cette date a été calculée',
  'letter.open.counted-extended': '{words} Puis nous avons pris plus de temps, ce que la loi permet une fois.',
  'letter.open.counted-paused': '{words} Le temps où nous avons attendu votre réponse s’y ajoute.',
  'letter.cancelled.lead': 'Cette demande a été annulée. Vous pouvez en faire une nouvelle à tout moment.',
  'letter.rectified.title': 'Ce que nous avons corrigé',
  'letter.rectified.what': 'Quoi',
  'letter.rectified.from': 'Avant',
  'letter.rectified.to': 'Maintenant',
  'letter.rectified.told': 'Qui a été informé',
  'letter.rectified.nothing': 'Rien',
  'letter.rectified.nobody': 'Personne d’autre ne l’a',
  'letter.told.on': '{name} : informé le {day}',
  'letter.told.not-yet': '{name} : pas encore',
  'letter.told.read':
    '{name} : a lu, au plus tard le {day}, que {kind, select, rectification {quelque chose a été corrigé} other {vos données ne doivent pas être utilisées}}',
  'letter.told.staff': '{name} : informé par ceux qui vous ont répondu',
  'letter.told.nobody': 'D’après notre registre, personne d’autre n’a ces données.',
  'letter.told.words':
    'D’autres lisent ces changements dans une de nos listes. Quand nous ne savons pas s’ils l’ont lue, nous le disons.',
  'letter.stopped.title': 'Ce qui s’est arrêté',
  'letter.stopped.item': '{what}{hasPurpose, select, yes { : « {purpose} »} other {}}. Cela compte depuis le {day}.',
  'letter.stopped.consent': 'Vous avez retiré votre accord',
  'letter.stopped.none': 'Vous n’aviez donné aucun accord que vous puissiez retirer.',
  'letter.stopped.stays':
    'Cela reste ainsi jusqu’à ce que vous le changiez. Vous pouvez le changer à tout moment sous « Vos choix ».',
  'letter.stopped.waits':
    'Tant que vos données ne sont pas effacées, ou que nous ne vous avons pas dit pourquoi, l’IA ne peut pas les utiliser. Seul continue ce que la loi nous demande.',
  'letter.stopped.lead':
    'le {day}, vous nous avez envoyé cette demande : « {request} ». Nous confirmons qu’elle compte.',
  'letter.stopped.goes-on':
    'Votre refus est noté, mais « {purpose} » continue quand même{hasWhy, select, yes { : {why}} other {}}.',
  'letter.stopped.noted': 'Ce que nous avons noté',
  'letter.stopped.lifted-title': 'Ce qui peut reprendre',
  'letter.stopped.lifted': 'Ce que vous aviez arrêté peut reprendre à partir du jour de cette lettre.',
  'letter.complain': 'Si vous n’êtes pas d’accord',
  'letter.erasure.told.read': '{name} : a lu dans notre liste que vos données ont été effacées',
  'letter.erasure.told.row': '{name} : on ne sait pas s’ils ont été informés',
  'letter.erasure.told.provider': '{name}, qui fournit {systems} : on ne sait pas s’ils ont été informés',
  'letter.covers.title': 'Ce que cela couvre',
  'letter.covers.in':
    'Cela couvre notre registre de l’usage de vos données par l’IA : vos choix, chaque utilisation qui nous a été signalée, les décisions, les demandes et les messages.',
  'letter.covers.out':
    'Cela ne couvre pas nos autres systèmes, par exemple pour les commandes ou les comptes. Posez-nous la question.',
  'letter.covers.systems': 'Cela couvre aussi ce que contiennent ces systèmes : {systems}.',
  'letter.covers.others': 'Cela ne couvre pas les systèmes qui ne sont pas nommés ici. Posez-nous la question.',
  'letter.explanation.lead-later':
    'Le {day}, vous avez demandé pourquoi l’IA est arrivée à ses résultats sur vous. Voici ce qui est inscrit. Quand cela n’a été noté que plus tard, nous le disons.',
};
