/**
 * `<candor-choice>`: how each use stands for the person, and the buttons that change it.
 * Flow:    elements.ts → here → asking.ts.
 * Promise: yes and no look alike, and no yes stands without its text; what is said after a press is what was recorded,
 *          and where it failed everything stays as it is and says so.
 * Source:  GDPR 7; 11 CCR 7004; WCAG 2.2 4.1.3.
 */
import type { PageNotice } from '../../src/answers/in-page/page-notice.ts';
import { type Fields, press } from './asking.ts';
import { make } from './drawing.ts';
import { drawAll, PageElement } from './on-page.ts';

type Choice = PageNotice['choices'][number];
type Way = Choice['ways'][number];

const saidId = (purpose: string): string => `said-${purpose}`;

export class ChoiceElement extends PageElement {
  #isBusy = false;

  override view(notice: PageNotice): Node {
    const only = this.getAttribute('purpose');
    const shown = notice.choices.filter(({ purpose }) => only === null || purpose === only);
    return make(
      'section',
      { lang: notice.language, 'aria-labelledby': 'title' },
      make(this.heading(), { id: 'title' }, notice.words.choices),
      ...shown.map((choice) => this.#choice(choice, notice)),
      shown.length === 0 ? make('p', {}, notice.words.none) : undefined,
    );
  }

  #choice(choice: Choice, notice: PageNotice): Node {
    const { purpose, name, description, words } = choice;
    return make(
      'div',
      { class: 'choice', role: 'group', 'aria-labelledby': `name-${purpose}` },
      make(this.heading(1), { id: `name-${purpose}` }, name),
      make('p', { class: 'state' }, words),
      description === '' ? undefined : make('p', {}, description),
      textOf(choice, notice),
      ...choice.ways.map((way) => this.#way(way, choice, notice)),
      make('p', { class: 'said', id: saidId(purpose), role: 'status', tabindex: '-1' }),
    );
  }

  #way(way: Way, choice: Choice, notice: PageNotice): Node {
    if (way.kind === 'said')
      return make('p', {}, way.href === undefined ? way.words : make('a', { href: way.href }, way.words));
    const { notice: text } = choice;
    const shown = text === undefined ? {} : { notice: { key: text.key, version: text.version } };
    const buttons = way.buttons.map(({ label, fields }) => {
      const button = make('button', { type: 'button' }, label, make('span', { class: 'unseen' }, `: ${choice.name}`));
      button.addEventListener('click', () => void this.#press({ ...fields, ...shown }, choice, notice));
      return button;
    });
    const effect = way.effect === undefined ? undefined : make('p', { class: 'effect' }, way.effect);
    return make('div', { class: 'ways' }, ...buttons, effect);
  }

  async #press(fields: Fields, { purpose }: Choice, notice: PageNotice): Promise<void> {
    // A button that is switched off loses the keyboard, so a second press is passed over instead.
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#say(purpose, notice.words.working);
    const { reader } = this;
    const outcome = await press(reader, fields);
    this.#isBusy = false;
    if (outcome.came !== 'saved') return this.#say(purpose, notice.words[outcome.came], 'said failed');
    drawAll(outcome.notice, reader);
    this.#say(purpose, outcome.said);
    // The pressed button is gone, so the keyboard goes to what is said.
    this.#saidAt(purpose)?.focus();
    this.dispatchEvent(new CustomEvent('candor-choice', { bubbles: true, composed: true, detail: { purpose } }));
  }

  #saidAt(purpose: string): HTMLElement | null {
    return this.shadowRoot?.getElementById(saidId(purpose)) ?? null;
  }

  #say(purpose: string, words: string, look = 'said'): void {
    const said = this.#saidAt(purpose);
    if (said === null) return;
    said.className = look;
    said.textContent = words;
  }
}

function textOf({ notice, asksForYes, name }: Choice, { words }: PageNotice): Node | undefined {
  if (notice === undefined) return undefined;
  const text = make('div', { class: 'text' }, make('strong', {}, notice.title), `\n${notice.body}`);
  if (asksForYes) return text;
  return make('details', {}, make('summary', {}, words.read, make('span', { class: 'unseen' }, `: ${name}`)), text);
}
