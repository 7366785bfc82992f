/**
 * The two elements, under the names by which pages use them.
 * Flow:    write-elements.ts joins this and what it needs → src/pages/assets/candor.js → a page of the company.
 * Promise: a page that loads the script twice has them once.
 * Source:  decision 0128.
 */
import { ChoiceElement } from './choice-element.ts';
import { NoticeElement } from './notice-element.ts';

for (const [name, element] of [
  ['candor-ai-notice', NoticeElement],
  ['candor-choice', ChoiceElement],
] as const)
  if (customElements.get(name) === undefined) customElements.define(name, element);
