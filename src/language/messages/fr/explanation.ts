/**
 * French for ../en/explanation.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { explanationMessages as english } from '../en/explanation.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const explanationMessages: InEveryLanguage<typeof english> = {
  'explanation.title': 'Pourquoi : {what}, {outcome}',
  'explanation.layer.1': 'En une phrase',
  'explanation.layer.2': 'Pourquoi, et ce qui aurait changé le résultat',
  'explanation.layer.3': 'Les données, le système d’IA, les personnes et comment vous opposer',
  'explanation.layer.4': 'Tout ce qui est enregistré, avec la preuve',
  'explanation.sentence.sole': 'Un système d’IA a décidé seul, le {day}, au sujet de « {what} » : {outcome}.',
  'explanation.sentence.main': 'Un système d’IA a eu le plus de poids, le {day}, au sujet de « {what} » : {outcome}.',
  'explanation.sentence.one-of-several':
    'Un système d’IA était un élément parmi plusieurs, le {day}, au sujet de « {what} » : {outcome}.',
  'explanation.sentence.advisory': 'Un système d’IA a donné un avis, le {day}, au sujet de « {what} » : {outcome}.',
  'explanation.sentence.none': 'Aucune IA n’a été utilisée, le {day}, au sujet de « {what} » : {outcome}.',
  'explanation.effect.pending': 'La décision n’a pas encore d’effet : une personne l’examine d’abord.',
  'explanation.effect.changed': 'Une personne l’a réexaminée et l’a changée le {day}.',
  'explanation.effect.withdrawn': 'Une personne l’a réexaminée et l’a retirée le {day}.',
  'explanation.effect.re-run':
    'Une personne l’a réexaminée le {day}. Certaines données étaient fausses : il faut décider à nouveau avec les bonnes.',
  'explanation.effect.upheld': 'Une personne l’a réexaminée le {day}, et elle reste inchangée.',
  'explanation.effect.outcome': 'Le nouveau résultat : {outcome}.',
  'explanation.effect.reasons': 'Ses raisons : {reasons}',
  'explanation.reasons.against': 'Ce qui a le plus joué contre vous, le plus fort en premier :',
  'explanation.reasons.for': 'Ce qui a le plus joué en votre faveur, le plus fort en premier :',
  'explanation.reasons.helped': 'Ce qui a joué en votre faveur :',
  'explanation.reasons.none': 'Aucune raison n’a été enregistrée pour ce résultat, et nous n’en inventons pas.',
  'explanation.reasons.counted':
    'Vous lisez ici ce qui a compté dans ce résultat. Cela ne dit pas qu’une chose en cause une autre.',
  'explanation.reason.value': '{text} Votre propre valeur : {value}.',
  'explanation.reason.protected':
    'Vous ne pouvez pas changer cela, et nous ne vous le demandons pas. Si vous pensez que cela ne devrait pas compter, demandez à une personne de regarder à nouveau.',
  'explanation.counterfactual.unchangeable':
    'Rien n’a été enregistré que nous puissions vous proposer pour un autre résultat.',
  'explanation.counterfactual.lead': 'Une chose qui aurait changé le résultat',
  'explanation.counterfactual.promise': 'Personne ne promet que ce sera le cas la prochaine fois.',
  'explanation.all-factors': 'Tout ce qui a compté, le plus fort en premier',
  'explanation.system': 'Le système d’IA : ce qu’il fait bien et ce qu’il ne sait pas faire',
  'explanation.system.then':
    'Voici comment il était décrit quand il a décidé, dans la version {version}. La description a changé depuis.',
  'explanation.people': 'Ce que des personnes ont fait',
  'explanation.other': 'Ce qui a aussi compté',
  'explanation.other.none': 'Rien d’autre n’a été enregistré.',
  'explanation.follows': 'Ce que cela entraîne pour vous',
  'explanation.follows.none': 'Ce que cela entraîne pour vous n’a pas été enregistré.',
  'explanation.human.review':
    'Une personne a réexaminé cette décision. Elle savait lire le résultat, a examiné plus que ce résultat et pouvait le changer. Ce qu’elle a fait est enregistré.',
  'explanation.human.review-short':
    'Une personne a réexaminé cette décision. Tout ce qui fait compter un tel examen n’est pas enregistré. Nous considérons donc toujours que l’IA a décidé.',
  'explanation.human.repeated': 'La même personne a écrit les mêmes mots dans un autre examen.',
  'explanation.human.claimed':
    'Le service qui a décidé dit qu’une personne est intervenue ({role}). Rien de ce qu’elle a fait n’est enregistré ici. Nous considérons donc que l’IA a décidé.',
  'explanation.record': 'Tout ce qui a été enregistré',
  'explanation.weights.officer': 'Poids et méthodes, pour le personnel seulement',
  'explanation.proof':
    'Cette décision est l’entrée {index} d’un registre scellé de {size, plural, one {une entrée} other {# entrées}}. La preuve ci-dessous montre qu’elle y figure telle qu’elle a été écrite. Personne ne peut la changer sans que cela se voie.',
  'explanation.proof.path': 'La preuve',
  'explanation.proof.checkpoint': 'L’état signé du registre',
  'explanation.reconstructed.reported':
    'Ces raisons ont été établies après la décision. Elles n’ont pas été notées quand elle a été prise.',
  'explanation.reconstructed.recorded-late':
    'La décision date du {decided}, mais nous l’avons enregistrée le {recorded}. Nous ne pouvons pas montrer que les raisons ont été notées sur le moment.',
  'explanation.aggregate.title': 'Toutes les décisions des 12 derniers mois ensemble',
  'explanation.aggregate':
    'L’IA a décidé {count} fois à votre sujet au cours des 12 derniers mois. Voici le bilan de toutes ces décisions. Vous pouvez toujours lire chacune d’elles.',
  'explanation.aggregate.outcome': '{outcome} : {count, plural, one {une fois} other {# fois}}',
  'explanation.aggregate.factor':
    '{label} : a joué contre vous {against, plural, =0 {zéro fois} one {une fois} other {# fois}} et en votre faveur {for, plural, =0 {zéro fois} one {une fois} other {# fois}}',
};
