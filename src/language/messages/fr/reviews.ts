/**
 * Texts of human review in French.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, and none besides.
 * Source:  docs/law.md 7; GDPR 22(3).
 */
import type { reviewMessages as english } from '../en/reviews.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reviewMessages: InEveryLanguage<typeof english> = {
  'review.state.open': 'Nous avons bien reçu votre demande. Une personne va l’examiner.',
  'review.state.assigned': 'Une personne est en train de l’examiner.',
  'review.state.cancelled': 'Vous y avez renoncé. Rien n’a changé.',
  'review.due': 'Vous aurez notre réponse le {day} au plus tard.',
  'review.outcome.upheld': 'Une personne l’a examinée. La décision reste la même.',
  'review.outcome.changed': 'Une personne l’a examinée et a modifié la décision.',
  'review.outcome.withdrawn': 'Une personne l’a examinée et a retiré la décision. Elle ne compte plus.',
  'review.outcome.re-run':
    'Une personne l’a examinée. Des données étaient fausses : la décision est reprise avec les bonnes.',
  'review.not-meaningful':
    'Rien ne prouve que l’examen a été complet. Nous considérons donc toujours que l’IA a décidé seule.',
  'review.title': 'Réexamen par une personne',
  'review.lead': 'Les décisions vous concernant qu’une personne réexamine ou a réexaminées.',
  'review.all': 'Décisions réexaminées',
  'review.none': 'Vous n’avez pas encore demandé de réexamen. Vous pouvez le faire sur la page de chaque décision.',
  'review.column.about': 'Décision',
  'review.column.state': 'État',
  'review.column.opened': 'Depuis',
  'review.column.due': 'Réponse avant le',
  'review.about': 'La décision',
  'review.statement': 'Ce que vous avez écrit',
  'review.statement.staff': 'Ce que notre équipe a écrit',
  'review.corrections': 'Les données que vous jugez fausses',
  'review.correction': '{label} : la bonne valeur est {value}',
  'review.corrected': 'Les données corrigées',
  'review.corrected.row': '{name} : {to} au lieu de {from}',
  'review.files': 'Les fichiers que vous avez envoyés',
  'review.file': 'Enregistrer le fichier {count}',
  'review.reasons': 'Les raisons de la personne qui a examiné la décision',
  'review.new-outcome': 'La décision est maintenant : {outcome}',
  'review.cancel': 'Annuler le réexamen',
  'review.cancel.effect':
    'Dans ce cas, personne ne l’examine et la décision reste la même. Vous pouvez refaire la demande.',
  'contest.title': 'Je ne suis pas d’accord avec cette décision',
  'contest.lead':
    'Une personne qui peut modifier la décision examine ce que vous écrivez et envoyez. C’est gratuit, et cela ne vous désavantage pas.',
  'contest.statement': 'Que voulez-vous dire ?',
  'contest.statement.hint': 'Avec vos propres mots. La personne le lit avant de voir le résultat de l’IA.',
  'contest.corrections': 'Certaines de ces données sont-elles fausses ?',
  'contest.corrections.hint': 'Écrivez la bonne valeur. Laissez vide ce qui est juste.',
  'contest.was': 'Valeur utilisée : {value}',
  'contest.should-be': 'Bonne valeur pour {label}',
  'contest.files': 'Des fichiers qui le montrent',
  'contest.files.hint':
    'PDF, PNG, JPEG ou texte simple, 5 fichiers au plus et 5 Mo en tout. Seule la personne qui examine peut les ouvrir.',
  'contest.send': 'Envoyer',
  'contest.open-already': 'Une personne examine déjà cette décision.',
  'contest.see-open': 'Voir où cela en est',
  'review.next': 'Vous recevez la réponse et les raisons au plus tard le {day}.',
};
