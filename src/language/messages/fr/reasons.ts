/**
 * French for ../en/reasons.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { reasonMessages as english } from '../en/reasons.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reasonMessages: InEveryLanguage<typeof english> = {
  'reason.unavailable':
    'Nous ne pouvions pas en être sûrs. Le système d’IA n’a donc pas eu le droit d’utiliser vos données.',
  'reason.unavailable.officer':
    'Le service n’a pas pu répondre en toute sécurité (scellé, doute sur l’intégrité ou panne de stockage) ; rien n’a été autorisé.',
  'reason.erased': 'Vos données ont été supprimées, donc rien ne peut les utiliser.',
  'reason.erased.officer':
    'Une marque d’effacement existe pour cet identifiant ; aucune finalité conservée par une obligation légale n’était demandée.',
  'reason.unknown-purpose':
    'Le système d’IA a demandé quelque chose que nous n’avons pas indiqué. Ce n’était donc pas autorisé.',
  'reason.unknown-purpose.officer': 'Aucune finalité portant cette clé n’est publiée.',
  'reason.unknown-ai-system': 'Ce système d’IA n’est pas sur notre liste. Ce n’était donc pas autorisé.',
  'reason.unknown-ai-system.officer': 'Aucun système d’IA portant cette clé n’est publié.',
  'reason.ai-system-suspended': 'Nous avons arrêté ce système d’IA pour le moment.',
  'reason.ai-system-suspended.officer': 'Le système d’IA est suspendu par l’arrêt d’urgence.',
  'reason.ai-system-retired': 'Ce système d’IA n’est plus utilisé.',
  'reason.ai-system-retired.officer': 'Le système d’IA est publié comme retiré du service.',
  'reason.use-not-declared':
    'Le système d’IA a demandé plus que ce que nous avons indiqué pour lui. Ce n’était donc pas autorisé.',
  'reason.use-not-declared.officer':
    'Le système d’IA ne déclare pas cette finalité, ou l’une des catégories de données demandées.',
  'reason.unknown-subject': 'Nous n’avons pas pu savoir de qui il s’agissait. Ce n’était donc pas autorisé.',
  'reason.unknown-subject.officer':
    'L’adresse électronique, le numéro de téléphone ou le pseudonyme ne mène à personne.',
  'reason.restricted': 'Vous nous avez demandé de geler vos données, et elles sont gelées.',
  'reason.restricted.officer':
    'Une limitation s’applique à ces données et la finalité ne publie aucune exception pour les données limitées.',
  'reason.erasure-asked': 'Vous nous avez demandé d’effacer vos données. D’ici là, l’IA ne peut pas les utiliser.',
  'reason.erasure-asked.officer':
    'Une demande d’effacement est ouverte. Seul continue ce qu’un effacement n’arrêterait pas non plus (RGPD 17(3)).',
  'reason.objected': 'Vous avez fait opposition à cette utilisation. Elle a donc cessé.',
  'reason.objected.officer':
    'Une opposition vise cette finalité ou toutes, et la base juridique ou la finalité de prospection y cède.',
  'reason.opted-out': 'Vous avez exclu vos données de cette utilisation. Elle a donc cessé.',
  'reason.opted-out.officer':
    'Une exclusion (opt-out, ou un signal d’opt-out) couvre cette finalité, sans exception publiée.',
  'reason.no-legal-basis': 'Nous n’avons pas indiqué pourquoi la loi le permettrait. Ce n’était donc pas autorisé.',
  'reason.no-legal-basis.officer':
    'La finalité ne publie aucune base juridique que connaisse le droit de l’un des régimes de cette personne.',
  'reason.refused': 'Vous avez dit non.',
  'reason.refused.officer': 'Le dernier choix en vigueur pour cette finalité est un refus.',
  'reason.withdrawn': 'Vous avez retiré votre accord. L’utilisation a donc cessé.',
  'reason.withdrawn.officer': 'Le dernier choix en vigueur pour cette finalité est un retrait.',
  'reason.no-special-category-condition':
    'Cela toucherait des données particulièrement sensibles sans la raison supplémentaire que la loi exige. Ce n’était donc pas autorisé.',
  'reason.no-special-category-condition.officer':
    'La finalité est sensible et ne publie aucune condition de l’article 9, paragraphe 2, pour l’UE ou le Royaume-Uni.',
  'reason.no-criminal-data-ground':
    'Cela toucherait des données sur des infractions sans la raison propre que la loi exige. Ce n’était donc pas autorisé.',
  'reason.no-criminal-data-ground.officer':
    'La finalité utilise des données sur des infractions sans fondement de l’article 10 pour l’UE ou le Royaume-Uni. Nommez-le dans criminalDataGround.',
  'reason.no-automated-decision-ground':
    'Une décision de ce poids ne peut pas être laissée à une machine seule. Ce n’était donc pas autorisé.',
  'reason.no-automated-decision-ground.officer':
    'Une décision automatisée importante, sans contrôle humain avant effet, n’a pas de fondement (article 22 du RGPD, ou 22B au Royaume-Uni).',
  'reason.notice-not-shown':
    'Personne ne vous a dit à l’avance comment l’IA participe à cette décision. Ce n’était donc pas autorisé.',
  'reason.notice-not-shown.officer':
    'Aucun avis sur les versions en vigueur de ce système d’IA et de cette finalité n’est enregistré comme montré (11 CCR 7220). Montrez-le et enregistrez-le avec POST /v1/notices/shown.',
  'reason.minor-without-parent': 'À votre âge, un parent doit d’abord accepter.',
  'reason.minor-without-parent.officer':
    'La personne n’a pas l’âge du consentement de son régime et aucun parent n’a consenti.',
  'reason.never-asked': 'Nous ne vous avons pas encore posé la question. Ce n’est donc pas autorisé.',
  'reason.never-asked.officer': 'La base juridique est le consentement et aucun choix n’est enregistré.',
  'reason.expired': 'Votre accord a expiré. Ce n’est donc plus autorisé.',
  'reason.expired.officer': 'Le consentement est plus ancien que la durée de validité fixée par la finalité.',
  'reason.notice-outdated': 'Ce que vous aviez accepté a changé depuis. Votre ancien accord ne compte donc plus.',
  'reason.notice-outdated.officer':
    'Une version sensiblement modifiée de la notice ou de la finalité a été publiée après le consentement.',
  'reason.category-not-covered': 'Vous n’avez pas accepté l’utilisation de ce type de données.',
  'reason.category-not-covered.officer': 'Une catégorie de données demandée n’est pas couverte par le consentement.',
  'reason.ai-system-not-covered': 'Votre accord ne comprend pas ce système d’IA.',
  'reason.ai-system-not-covered.officer': 'Le consentement repose sur une notice qui nomme d’autres systèmes d’IA.',
  'reason.not-explicit': 'Il faut pour cela un oui clair et distinct, et vous ne nous l’avez pas donné.',
  'reason.not-explicit.officer': 'La base juridique exige un consentement explicite et l’acte enregistré ne l’est pas.',
  'reason.minor-opt-in-needed': 'À votre âge, il faut d’abord un oui, et il n’y en a pas.',
  'reason.minor-opt-in-needed.officer':
    'La vente ou le partage des données d’un mineur exige un accord préalable (d’un parent, en dessous du second seuil d’âge).',
  'reason.consent-given': 'Vous avez accepté.',
  'reason.consent-given.officer': 'Un consentement couvre cette finalité, ces catégories et ce système d’IA.',
  'reason.contract': 'Nous en avons besoin pour faire ce que nous vous avons promis par contrat.',
  'reason.contract.officer': 'La base juridique publiée est le contrat.',
  'reason.legal-obligation': 'Une loi nous y oblige.',
  'reason.legal-obligation.officer': 'La base juridique publiée est une obligation légale.',
  'reason.vital-interests': 'Cela protège la vie ou la santé d’une personne.',
  'reason.vital-interests.officer': 'La base juridique publiée est la sauvegarde des intérêts vitaux.',
  'reason.public-task': 'Cela fait partie d’une mission que nous accomplissons pour tous. Vous pouvez vous y opposer.',
  'reason.public-task.officer':
    'La base juridique publiée est une mission d’intérêt public ; aucune opposition n’est en vigueur.',
  'reason.legitimate-interests': 'Nous le faisons dans notre propre intérêt. Vous pouvez vous y opposer.',
  'reason.legitimate-interests.officer':
    'La base juridique publiée est l’intérêt légitime ; aucune opposition n’est en vigueur.',
  'reason.recognised-legitimate-interests':
    'La loi cite cela comme une bonne raison d’utiliser des données. Vous pouvez vous y opposer.',
  'reason.recognised-legitimate-interests.officer':
    'La base juridique publiée est un intérêt légitime reconnu (Royaume-Uni) ; aucune opposition n’est en vigueur.',
  'reason.opt-out-not-exercised': 'C’est autorisé tant que vous n’excluez pas vos données, et vous ne l’avez pas fait.',
  'reason.opt-out-not-exercised.officer': 'La base publiée est l’opt-out et aucune exclusion n’est en vigueur.',
  'reason.unknown': 'Le motif est enregistré sous « {code} ».',
};
