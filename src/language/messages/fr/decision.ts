/**
 * French for ../en/decision.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { decisionMessages as english } from '../en/decision.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const decisionMessages: InEveryLanguage<typeof english> = {
  'decision.headline': '{what} : {outcome}, le {day}',
  'decision.own-view-first': 'visible dès que votre propre avis est noté',
  'decision.role.sole': 'L’IA a décidé seule.',
  'decision.role.main': 'L’IA a eu le plus de poids.',
  'decision.role.one-of-several': 'L’IA était un élément parmi plusieurs.',
  'decision.role.advisory': 'L’IA a donné un avis, et une personne a décidé.',
  'decision.role.none': 'Aucune IA n’a été utilisée.',
  'decision.value.yes': 'oui',
  'decision.value.no': 'non',
  'decision.value.none': 'rien d’enregistré',
  'decision.factor.for': '{label} ({value}) a joué en votre faveur.',
  'decision.factor.against': '{label} ({value}) a joué contre vous.',
  'decision.factor.for.bare': '{label} a joué en votre faveur.',
  'decision.factor.against.bare': '{label} a joué contre vous.',
  'decision.factors.exact':
    'Ces éléments viennent directement de la règle qui a décidé. Celui qui a le plus compté est en premier.',
  'decision.factors.approximate':
    'C’est une approximation : elle estime de l’extérieur ce qui a influencé le système d’IA, le plus fort en premier. Ce n’est pas la raison exacte.',
  'decision.factors.unstated':
    'La façon dont ces éléments ont été trouvés n’est pas enregistrée. Il peut donc s’agir d’une approximation.',
  'decision.factors.none': 'Ce qui a compté dans cette décision n’a pas été enregistré.',
  'decision.output.value': 'Le résultat du système d’IA pour vous était {value}.',
  'decision.output.scale': 'Ce que cela signifie : {scale}.',
  'decision.output.no-scale': 'La signification de ce nombre n’a pas été enregistrée.',
  'decision.output.rule': 'La règle : {rule}.',
  'decision.output.no-rule': 'La règle qui en a fait une décision n’a pas été enregistrée.',
  'decision.output.none': 'Aucun score ni résultat n’a été enregistré pour cette décision.',
  'decision.counterfactual': 'Avec {to} au lieu de {from} pour « {label} », le résultat aurait été : {outcome}.',
  'decision.counterfactual-not-feasible':
    'Avec {to} au lieu de {from} pour « {label} », le résultat aurait été : {outcome}. Vous ne pouvez peut-être pas changer cela.',
  'decision.held-back.protected':
    '« {label} » n’est pas repris : la loi le protège, et personne ne peut vous demander d’être quelqu’un d’autre.',
  'decision.held-back.unchangeable': '« {label} » n’est pas repris : vous ne pouvez pas le changer.',
  'decision.held-back.same-outcome': '« {label} » n’est pas repris : le résultat aurait été le même.',
  'decision.held-back.same-value': '« {label} » n’est pas repris : rien n’y aurait été différent.',
  'decision.counterfactuals.some':
    '{count, plural, =1 {Un changement aurait} other {# changements, chacun à lui seul, auraient}} mené à un autre résultat. Personne ne promet que ce sera encore le cas la prochaine fois.',
  'decision.counterfactuals.none':
    'Personne n’a noté ce qui aurait changé ce résultat, et nous ne l’inventons pas après coup.',
  'decision.human.none': 'Aucune personne n’est intervenue avant que la décision prenne effet.',
  'decision.human.not-shown':
    'Une personne est intervenue ({role}). Il n’est pas enregistré qu’elle ait examiné plus que le résultat du système d’IA et qu’elle ait pu le changer. Nous considérons donc que l’IA a décidé.',
  'decision.covered': 'Une autorisation était enregistrée.',
  'decision.not-covered': 'Aucune autorisation n’était enregistrée.',
  'decision.score-supplied':
    'Nous avons transmis le résultat à « {recipient} ».{dated, select, yes { C’était le {day}.} other {}}{strongly, select, yes { Cette entreprise s’appuie dessus pour décider.} other {}}',
  'decision.missing.scoreSuppliedTo': 'À qui le résultat a été transmis n’a pas été enregistré.',
  'decision.missing.inputs': 'Quelles données ont été utilisées',
  'decision.missing.factors': 'Ce qui a joué pour et contre vous',
  'decision.missing.counterfactuals': 'Ce qui aurait changé le résultat',
  'decision.missing.output': 'Le score ou le résultat du système d’IA',
  'decision.missing.modelVersion': 'Quelle version du système d’IA a décidé',
  'decision.missing.humanInvolvement': 'Si une personne est intervenue',
  'decision.missing.consequences': 'Ce que la décision entraîne pour vous',
  'decision.missing.significance': 'À quel point la décision vous touche',
  'decision.missing.futureUse': 'Si le résultat sera réutilisé',
};
