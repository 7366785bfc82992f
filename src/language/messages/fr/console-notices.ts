/**
 * French: texts of consents and notices in the console: versions, what changed, and what is hard to read.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-notices.ts.
 */
import type { consoleNoticeMessages as english } from '../en/console-notices.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleNoticeMessages: InEveryLanguage<typeof english> = {
  'console.nav.notices': 'Consentements et notices',
  'console.notices.lead':
    'Ce que les gens lisent avant de choisir, et à quoi servent les données. Chaque version, et combien de gens y sont.',
  'console.notices.area.notice': 'Notices',
  'console.notices.area.notice.note': 'Ce que les gens voient avant de choisir.',
  'console.notices.area.purpose': 'Finalités : à quoi servent les données',
  'console.notices.area.purpose.note': 'À quoi servent les données, dans les mots que les gens lisent.',
  'console.notices.none': 'Rien n’est encore publié ici.',
  'console.notices.new': 'Rédiger une nouvelle notice',
  'console.notices.new.lead':
    'Dites d’abord à quoi elle sert et quel est son nom court. Vous rédigez ensuite les textes.',
  'console.notices.new.about': 'À quoi elle sert',
  'console.notices.new.purpose': 'À quoi servent les données',
  'console.notices.new.key': 'Nom court',
  'console.notices.new.key.hint':
    'Des minuscules, des chiffres et des traits d’union, par exemple card-offers. Les programmes la connaissent sous ce nom.',
  'console.notices.new.go': 'Continuer',
  'console.notices.new.wrong-key':
    'Ce nom court ne convient pas. Utilisez des minuscules, des chiffres et des traits d’union.',
  'console.notices.new.taken': 'Une notice porte déjà ce nom court. Choisissez-en un autre.',
  'console.notices.new.no-purpose': 'Aucun usage des données n’est encore publié. Un service en publie un d’abord.',
  'console.notices.name': 'Nom',
  'console.notices.version': 'Version',
  'console.notices.version-of': 'Version {version}',
  'console.notices.published': 'Publiée',
  'console.notices.people': 'Personnes qui ont dit oui',
  'console.notices.on-newest': 'Oui à la plus récente',
  'console.notices.on-earlier': 'Oui aux précédentes',
  'console.notices.meaning': 'Pour les réponses d’avant',
  'console.notices.people.note':
    'On compte les gens dont le dernier choix est un oui, par version. Moins de {people} ne s’affichent pas, et jamais un chiffre seul.',
  'console.notices.cut': 'Compté sur {count} personnes, pas sur toutes.',
  'console.notices.versions': 'Versions',
  'console.notices.hard-published': 'Publiée bien que difficile à lire',
  'console.notices.changes': 'Ce qui a changé',
  'console.notices.changes.note': 'Les mots retirés sont barrés. Les mots ajoutés sont soulignés.',
  'console.notices.removed': 'retiré :',
  'console.notices.added': 'ajouté :',
  'console.notices.same': 'Les deux disent la même chose.',
  'console.notices.from': 'Avant',
  'console.notices.to': 'Après',
  'console.notices.compare': 'Comparer',
  'console.notices.member.title': 'Titre',
  'console.notices.member.name': 'Nom',
  'console.notices.member.body': 'Texte',
  'console.notices.member.description': 'À quoi cela sert',
  'console.notices.member.retention': 'Durée de conservation',
  'console.notices.member.interest': 'Pourquoi nous le pouvons sans demander',
  'console.notices.write': 'Écrire la version {version}',
  'console.notices.write.note':
    'Vous la voyez dans chaque langue avant que rien ne soit publié. Un texte vide est laissé de côté.',
  'console.notices.more-languages': 'Autres langues',
  'console.notices.material': 'Que deviennent les réponses d’avant ?',
  'console.notices.material.yes': 'Tout le monde est interrogé de nouveau',
  'console.notices.material.yes.hint': 'Un oui donné avant ne compte plus.',
  'console.notices.material.no': 'Les réponses d’avant restent valables',
  'console.notices.material.no.hint': 'Seulement si cela dit la même chose en d’autres mots.',
  'console.notices.see': 'La voir comme les gens',
  'console.notices.preview': 'La version {version} telle que les gens la liront',
  'console.notices.no-text': 'aucun texte dans cette langue',
  'console.notices.hard': 'Certaines phrases sont difficiles à lire. Elles figurent sous leur texte.',
  'console.notices.unmeasured': 'Dans une de ces langues, nous mesurons seulement la longueur des phrases.',
  'console.notices.publish': 'Publier la version {version}',
  'console.notices.publish-hard': 'Publier quand même la version {version}',
  'console.notices.override': 'Pourquoi ces mots précis, bien que difficiles à lire ?',
  'console.notices.override.hint':
    'Dix lettres au moins. Chacun peut lire votre raison, et le registre garde qui l’a donnée.',
  'console.notices.done': 'La version {version} est publiée.',
  'console.notices.nothing': 'Rien n’a changé, il n’y a donc rien à publier.',
  'console.notices.meanwhile':
    'Quelqu’un a publié la version {version} entre-temps. Voyez ce qui a changé, puis continuez.',
  'console.notices.not-plain':
    'Elle n’est pas publiée, car elle est difficile à lire. Changez les phrases, ou dites pourquoi elles doivent rester.',
  'console.plain.good': 'Facile à lire.',
  'console.plain.long-sentence': 'La phrase {place} a {value} mots ; {limit} au plus. Faites-en deux.',
  'console.plain.long-label': 'Un nom de {value} mots est trop long ; {limit} au plus.',
  'console.plain.hard-words': 'La phrase {place} a {value} mots difficiles ; {limit} au plus : {words}.',
  'console.plain.long-word': 'Phrase {place} : {words} est très long. Dites-le en plusieurs mots.',
  'console.plain.passive-chain': 'La phrase {place} ne dit pas qui agit : {words}.',
  'console.plain.legal-word': 'Phrase {place} : il faudrait chercher le sens de {words}. Mieux : {say}.',
  'console.plain.stiff-word': 'Phrase {place} : {words} est raide. Mieux : {say}.',
  'console.plain.generic-purpose': 'Phrase {place} : {words} peut tout vouloir dire. Mieux : {say}.',
  'console.plain.readability':
    'Le texte dans son ensemble est difficile, et la phrase {place} est parmi les plus dures.',
};
