import { bad, label, type Samples, text } from './sample.ts';

export const french: Samples = {
  good: [
    label('L’IA peut-elle aider à vous répondre ?'),
    label('Protège votre compte'),
    text('Un système d’IA prépare des réponses à vos messages. Une personne les envoie.'),
    text(
      'Il compare un paiement avec vos lieux, vos montants et vos heures habituels. Ce qui est très différent est mis en pause.',
    ),
    text(
      'Le résultat est juste dans trois cas sur quatre environ. M. Martin, par ex., paie par carte depuis dix ans. Nous l’avons testé le 3 nov. 2026 avec 1,2 million de paiements.',
    ),
    text(
      'Nous devinons des choses sur vous à partir de vos données (la loi appelle cela le profilage). Cela sert à choisir des offres.',
    ),
    text(
      'Un traitement de données, c’est-à-dire tout ce que l’on fait avec elles : lire, garder, envoyer, effacer. Avant un tel traitement de vos messages, nous vous demandons.',
    ),
    text(
      'Nous avons un intérêt légitime : nous voulons empêcher le vol. Cette raison compte plus qu’une courte attente.',
    ),
    text(
      'Pour votre prêt, nous regardons :\n- ce que vous gagnez et dépensez\n- comment vous avez payé vos anciens prêts\n- depuis quand vous vivez et travaillez là\n\nNous ne regardons ni votre nom, ni votre foi, ni votre famille.',
    ),
    text(
      'Vous nous demandez un prêt. Un système d’IA lit votre demande et votre dossier chez nous. Il estime si vous allez rendre l’argent. Si le risque dépasse la moitié, nous disons non. Vous pouvez demander pourquoi. Vous pouvez nous dire ce qui est faux. Et vous pouvez demander qu’une personne décide à nouveau. C’est gratuit.',
    ),
  ],
  bad: [
    bad(
      label(
        'Informations sur le traitement automatisé des données à caractère personnel de nos clientes et clients dans le domaine du crédit',
      ),
      'long-label',
      'legal-word',
      'legal-word',
    ),
    bad(text('Nous utilisons vos données pour améliorer nos services.'), 'generic-purpose'),
    bad(
      text('Vos données servent à des fins commerciales et à l’amélioration de nos offres.'),
      'generic-purpose',
      'generic-purpose',
    ),
    bad(
      text('Conformément aux règles ci-après, vous devez nous écrire préalablement à tout achat, le cas échéant.'),
      'stiff-word',
      'stiff-word',
      'stiff-word',
      'stiff-word',
    ),
    bad(text('Le responsable du traitement se fonde sur ses intérêts légitimes.'), 'legal-word', 'legal-word'),
    bad(text('La base juridique est l’article 6 du RGPD.'), 'legal-word', 'legal-word', 'legal-word'),
    bad(
      text(
        'Si vous êtes d’accord, un système d’IA lit vos messages et les détails de votre compte pour préparer des réponses qu’une personne de chez nous lit ensuite, change si besoin et vous envoie dès qu’elle a le temps.',
      ),
      'long-sentence',
    ),
    bad(
      text('Notre méthodologie incorpore des caractéristiques démographiques et des régularités statistiques.'),
      'hard-words',
    ),
    bad(
      text('Votre dossier est lu, une note est donnée, la limite est changée et une lettre est envoyée.'),
      'passive-chain',
    ),
    bad(
      text(
        'Notre service des crédits évalue chaque demande avec un programme statistique. Le programme compare les informations financières avec les remboursements de clients précédents. Les demandes inférieures à un certain seuil sont généralement refusées sans autre contact. Une opposition nécessite une déclaration écrite dans les quatorze jours. Un spécialiste examine ensuite la validité de l’évaluation initiale.',
      ),
      'readability',
      'readability',
      'readability',
    ),
  ],
};
