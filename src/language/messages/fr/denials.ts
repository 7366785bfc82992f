/**
 * French for ../en/denials.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { denialMessages as english } from '../en/denials.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const denialMessages: InEveryLanguage<typeof english> = {
  'denial.art11-unidentifiable':
    'Avec les données que nous avons, nous ne pouvons pas savoir lesquelles sont les vôtres. Vous pouvez nous envoyer des précisions qui nous aident à les trouver.',
  'denial.art12-5-unfounded':
    'Cette demande n’a manifestement aucun fondement. Nous disons pourquoi plus bas. C’est à nous de le prouver.',
  'denial.art12-5-excessive':
    'Cette demande va au-delà de ce à quoi sert ce droit. Nous disons plus bas ce qui le montre. C’est à nous de le prouver.',
  'denial.art12-5-fee':
    'Nous pouvons répondre contre des frais raisonnables. Nous les avons annoncés avant, et ils n’ont pas été payés.',
  'denial.art12-6-identity-not-resolved':
    'Nous avions de bonnes raisons de douter de l’identité du demandeur. Nous avons demandé une preuve et n’avons pas reçu ce qu’il nous fallait.',
  'denial.art23-national-restriction': 'Une loi nationale limite ce droit ici. Elle est citée plus bas.',
  'denial.uk-12-5-unfounded-or-excessive':
    'Cette demande n’a manifestement aucun fondement, ou elle va au-delà de ce à quoi sert ce droit. Nous disons pourquoi plus bas.',
  'denial.uk-12a-no-clarification':
    'Nous avons demandé ce que vous cherchez, sans réponse. Dites-le-nous, et nous reprenons.',
  'denial.uk-exemption':
    'Une exception de la loi britannique sur les données (Data Protection Act) s’applique. Elle est citée plus bas.',
  'denial.uk-reasonable-proportionate-search':
    'Nous avons cherché aussi loin que c’est raisonnable, et pas au-delà. Vous recevez le reste de la réponse.',
  'denial.art15-4-rights-of-others':
    'Cette partie montrerait des données d’autres personnes. Elle est donc masquée. Vous recevez le reste.',
  'denial.trade-secret-balance':
    'Cette partie est un secret d’affaires. L’autorité ou un tribunal peut mettre votre intérêt en balance, et nous proposons de la leur soumettre.',
  'denial.accurate-data':
    'Nous avons vérifié, et les données sont justes telles quelles. Nous disons plus bas ce que nous avons vérifié.',
  'denial.art17-no-ground':
    'Nous avons encore besoin de ces données pour ce à quoi elles servaient au départ, et nous pouvons continuer à les utiliser.',
  'denial.art17-3-a-expression': 'Garder ces données est nécessaire à la liberté d’expression et d’information.',
  'denial.art17-3-b-legal-obligation':
    'Une loi nous oblige à garder ces données un certain temps. Tout le reste est supprimé.',
  'denial.art17-3-c-public-health': 'Garder ces données est nécessaire à la santé publique.',
  'denial.art17-3-d-archiving-research':
    'Supprimer ces données rendrait impossible une recherche ou un archivage d’intérêt public.',
  'denial.art17-3-e-legal-claims':
    'Nous avons besoin de ces données pour faire valoir ou défendre un droit en justice.',
  'denial.art18-no-ground':
    'Aucune des quatre raisons pour lesquelles la loi permet de geler des données ne s’applique ici.',
  'denial.art20-not-provided-by-subject':
    'Vous ne nous avez pas donné ces données, nous les avons déduites. Vous pouvez les voir en demandant une copie.',
  'denial.art20-wrong-basis':
    'Nous n’utilisons ces données ni avec votre consentement (votre oui) ni pour un contrat avec vous. Vous pouvez les voir en demandant une copie.',
  'denial.art20-not-automated': 'Ces données n’existent que sur papier. Vous pouvez les voir en demandant une copie.',
  'denial.art21-compelling-grounds':
    'Nous avons des raisons impérieuses de continuer, qui pèsent ici plus lourd que les vôtres. Elles sont citées plus bas.',
  'denial.art21-legal-claims': 'Nous avons besoin de ces données pour faire valoir ou défendre un droit en justice.',
  'denial.art21-6-research-public-interest': 'Cette recherche est nécessaire à une mission d’intérêt public.',
  'denial.art22-not-solely-automated':
    'Une personne a pris cette décision, pas seulement une machine. Nous vous disons tout de même comment le système d’IA a été utilisé.',
  'denial.art22-no-significant-effect': 'Cette décision n’a pas d’effet juridique, ni d’effet aussi fort, sur vous.',
  'denial.not-solely-automated': 'Une personne avec une réelle influence a pris part à cette décision.',
  'denial.no-significant-effect': 'Cette décision n’a pas d’effet juridique, ni d’effet aussi fort, sur vous.',
  'denial.ai-act-86-2-exception': 'Une loi exclut ou limite cette explication. Elle est citée plus bas.',
  'denial.ai-act-86-3-other-union-right':
    'Une autre loi européenne vous donne déjà cette explication, et nous répondons selon celle-là.',
  'denial.ca-unverified': 'Nous n’avons pas pu vérifier que la demande venait bien de vous.',
  'denial.ca-fraud-belief':
    'Nous avons des raisons documentées de penser que cette demande est une fraude. Nous les expliquons plus bas.',
  'denial.ca-not-consumer':
    'La loi californienne protège les personnes qui habitent en Californie. D’après nos données, vous n’y habitez pas.',
  'denial.ca-twice-in-12-months': 'Nous avons déjà répondu à cela deux fois au cours des douze derniers mois.',
  'denial.ca-exempt-145': 'La loi exclut ces données. Le paragraphe est cité plus bas.',
  'denial.ca-never-disclose':
    'Nous avons ce type de données, mais les envoyer vous mettrait en danger. La loi ne nous permet donc pas de les montrer.',
  'denial.ca-disproportionate-effort':
    'Pour cette partie, l’effort serait disproportionné. Nous expliquons plus bas en détail pourquoi.',
  'denial.ca-unfounded-excessive':
    'Cette demande n’a manifestement aucun fondement ou se répète trop souvent. Nous disons pourquoi plus bas.',
  'denial.ca-del-transaction': 'Nous avons besoin de ces données pour terminer ce que vous avez commandé ou demandé.',
  'denial.ca-del-security': 'Nous avons besoin de ces données pour garder nos systèmes sûrs.',
  'denial.ca-del-debug': 'Nous avons besoin de ces données pour trouver et corriger des erreurs.',
  'denial.ca-del-speech': 'Garder ces données protège la liberté d’expression ou un autre droit prévu par la loi.',
  'denial.ca-del-calecpa': 'Une loi de Californie sur les messages électroniques nous oblige à garder ces données.',
  'denial.ca-del-research': 'Ces données font partie d’une recherche d’intérêt public que vous avez acceptée.',
  'denial.ca-del-internal-aligned':
    'Nous n’utilisons ces données qu’en interne, comme vous pouvez l’attendre de notre relation.',
  'denial.ca-del-legal-obligation': 'Une loi nous oblige à garder ces données.',
  'denial.ca-correct-accurate-totality':
    'Au vu de tout ce que nous avons, les données sont plutôt justes que fausses. Nous disons pourquoi plus bas.',
  'denial.ca-correct-repeat-6-months':
    'Nous avons refusé la même correction au cours des six derniers mois, et rien de nouveau n’a été envoyé.',
  'denial.ca-correct-fraud':
    'Nous avons des raisons documentées de penser que cette demande est une fraude ou un abus.',
  'denial.ca-admt-human-appeal':
    'Vous ne pouvez pas exclure vos données ici. Mais si vous le demandez, une personne qui a le pouvoir de changer la décision la réexamine.',
  'denial.ca-admt-hiring-admission':
    'Vous ne pouvez pas exclure vos données ici : le système juge seulement si une personne peut faire le travail ou suivre le cours, et il fonctionne sans discriminer.',
  'denial.ca-admt-work-allocation':
    'Vous ne pouvez pas exclure vos données ici : le système sert seulement à répartir le travail ou à fixer la paie, et il fonctionne sans discriminer.',
  'denial.ca-not-significant-decision':
    'Cette décision n’est pas de celles que la loi vise : sur l’argent, le logement, les études, le travail ou les soins.',
  'denial.ca-not-admt-human-involved':
    'Cette décision a été prise par une personne qui comprend le résultat, a examiné plus que lui et pouvait la changer.',
  'denial.ca-limit-permitted-purpose':
    'Nous n’utilisons ces données sensibles que pour ce que la loi nous permet. Ces usages sont cités plus bas.',
  'denial.us-unauthenticated':
    'Nous n’avons pas pu vérifier que la demande venait bien de vous. Envoyez-nous ce que nous avons demandé, et nous réexaminerons.',
  'denial.us-unfounded-excessive-repetitive':
    'Cette demande n’a manifestement aucun fondement ou se répète trop souvent. Nous disons pourquoi plus bas. C’est à nous de le prouver.',
  'denial.us-exempt-entity': 'La loi de votre État ne s’applique pas à nous. L’exception est citée plus bas.',
  'denial.us-exempt-data': 'La loi de votre État ne couvre pas ces données. L’exception est citée plus bas.',
  'denial.us-trade-secret': 'Cette partie est un secret d’affaires. Vous recevez le reste.',
  'denial.us-pseudonymous-separate':
    'Ces données sont gardées à l’écart de tout ce qui nous dirait que ce sont les vôtres.',
  'denial.us-legal-claims': 'Nous avons besoin de ces données pour faire valoir ou défendre un droit en justice.',
  'denial.us-internal-ops': 'Nous n’utilisons ces données qu’en interne, comme vous pouvez vous y attendre.',
  'denial.co-human-involved': 'Une personne intervient vraiment dans ces décisions. Nous expliquons plus bas comment.',
  'denial.co-not-commercially-reasonable':
    'Faire réexaminer par une personne n’est pas raisonnablement possible ici. Nous disons pourquoi plus bas.',
  'denial.national-exemption': 'Une loi nationale limite ce droit ici. Elle est citée plus bas.',
  'denial.right-not-in-regime':
    'La loi qui s’applique à vous ne donne pas ce droit. Nous disons plus bas ce que nous pouvons faire pour vous à la place.',
};
