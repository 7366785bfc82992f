/**
 * What both elements share: when they ask, and that what the page says by itself stays until there is more.
 * Flow:    notice-element.ts, choice-element.ts → here → asking.ts.
 * Promise: without an answer the page keeps its own words; a choice made in one element is shown by all of them.
 * Source:  decision 0128.
 */
import type { PageNotice } from '../../src/answers/in-page/page-notice.ts';
import { askNotice, type PassHolder } from './asking.ts';
import { sheet } from './drawing.ts';

const onThisPage = new Set<PageElement>();
const USUAL_LEVEL = 2;
const LOWEST_LEVEL = 5;

export abstract class PageElement extends HTMLElement {
  static readonly observedAttributes = ['pass'];

  connectedCallback(): void {
    onThisPage.add(this);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(document.createElement('slot'));
    void this.#show();
  }

  disconnectedCallback(): void {
    onThisPage.delete(this);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#show();
  }

  get reader(): PassHolder {
    const around = this.closest('[lang]');
    return { pass: this.getAttribute('pass') ?? '', language: around?.getAttribute('lang') ?? '' };
  }

  /** The heading that fits the page around: `level="3"`. */
  heading(below = 0): 'h2' | 'h3' | 'h4' | 'h5' {
    const named = Number(this.getAttribute('level')) || USUAL_LEVEL;
    return `h${Math.min(Math.max(named, USUAL_LEVEL) + below, LOWEST_LEVEL)}` as 'h2';
  }

  async #show(): Promise<void> {
    const { reader } = this;
    const notice = reader.pass === '' ? undefined : await askNotice(reader);
    if (notice !== undefined) this.draw(notice);
  }

  draw(notice: PageNotice): void {
    this.shadowRoot?.replaceChildren(this.view(notice));
  }

  abstract view(notice: PageNotice): Node;
}

/** Every element for the same reader shows what stands now. */
export function drawAll(notice: PageNotice, { pass, language }: PassHolder): void {
  for (const element of onThisPage) {
    const { reader } = element;
    if (reader.pass === pass && reader.language === language) element.draw(notice);
  }
}
