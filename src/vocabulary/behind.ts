/**
 * Who may stand behind an act: whoever acts, and whoever made the link that they came in by.
 * Flow:    read by views (folds), commands, answers and http.
 * Promise: where two people are asked for, they are two whoever opened which link.
 * Source:  decision 0042; decision 0066.
 */

/** An actor as facts name one, by pseudonyms. */
export interface Behind {
  readonly id: string;
  readonly through?: { readonly id: string };
}

export const everyoneBehind = ({ id, through }: Behind): readonly string[] =>
  through === undefined ? [id] : [id, through.id];

/** Whether one person may have done what two names stand under. */
export const isSamePerson = (one: Behind, other: Behind): boolean =>
  everyoneBehind(one).some((id) => everyoneBehind(other).includes(id));
