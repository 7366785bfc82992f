/**
 * French for ../en/notice.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { noticeMessages as english } from '../en/notice.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const noticeMessages: InEveryLanguage<typeof english> = {
  'notice.title': 'Avant que l’IA participe à une décision sur vous',
  'notice.lead': 'Ce que « {aiSystem} » fait de vos données, et ce que vous pouvez faire.',
  'notice.purpose.title': 'À quoi il sert',
  'notice.decisions': 'Il participe à ces décisions : {list}.',
  'notice.how.title': 'Comment il travaille',
  'notice.data': 'Ces types de données influent sur le résultat : {list}.',
  'notice.output.title': 'Ce qui en sort, et ce que nous en faisons',
  'notice.sole': 'Le résultat décide à lui seul.',
  'notice.not-sole': 'Le résultat n’est pas la seule chose qui compte.',
  'notice.others': 'Cela compte aussi : {list}.',
  'notice.human.title': 'Ce que font les personnes',
  'notice.opt-out.title': 'Comment dire non',
  'notice.opt-out':
    'Vous pouvez dire non. Alors ce système d’IA ne participe pas aux décisions sur vous. Vous n’avez pas à dire pourquoi.',
  'notice.opt-out.button': 'Dire non à ce système d’IA',
  'notice.no-opt-out.title': 'Pourquoi vous ne pouvez pas refuser ici',
  'notice.appeal':
    'Vous pouvez demander à une personne de revoir la décision. Cette personne peut la changer et lit tout ce que vous envoyez.',
  'notice.appeal.button': 'Demander qu’une personne décide',
  'notice.alternative.title': 'Ce qui se passe si vous dites non',
  'notice.access.title': 'Comment demander ce qu’il a fait',
  'notice.access':
    'Vous pouvez demander comment ce système d’IA a servi à une décision sur vous. Nous vous disons les raisons, les données et le résultat.',
  'notice.access.button': 'Demander comment il a servi',
  'notice.own.title': 'Ce que nous avons écrit nous-mêmes',
  'notice.own': 'Notre propre texte à ce sujet est « {title} », version {version}.',
  'notice.not-written': 'Ce n’est pas encore écrit.',
  'notice.gaps.title': 'Ce qui manque encore ici',
  'notice.gap.appeal': 'Comment demander qu’une personne décide n’est pas écrit.',
  'notice.version': 'Ce texte vient de ce que nous avons publié : {list}.',
  'notice.version.one': '« {name} », version {version}',
  'notice.check': 'Valeur de contrôle de ce texte : {hash}',
  'notice.told':
    'Nous vous en avons parlé avant, le {day}.{acknowledged, select, true { Vous avez confirmé l’avoir vu.} other {}}',
  'notice.for-whom':
    'Ce texte suit la loi de Californie, et tout le monde peut le lire. Ce que votre propre loi vous donne se trouve sur votre page.',
  'notice.beforehand': 'Lire ce que nous disons à l’avance',
};
