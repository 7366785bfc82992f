/**
 * The ways in which somebody gets through a page in a real browser: a mouse, a mouse where scripts are off, the
 * keyboard alone. A story is told once and walked in each.
 * Flow:    test/prove/stories → here → playwright-core → Chromium.
 * Promise: the keyboard is all that the third way has (Tab, Shift+Tab, Enter, space, arrows, letters). At every stop it
 *          holds that one sees where it is, that it goes on in the order of the page, and never up in a column; and of
 *          every page that nothing keeps it and nothing is left out.
 * Source:  WCAG 2.2 (2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).
 */
import type { Browser, Download, ElementHandle, Locator, Page } from 'playwright-core';

export const ways = ['with a mouse', 'with a mouse and without script', 'by keyboard alone'] as const;
export type Way = (typeof ways)[number];

export interface Hands {
  readonly page: Page;
  /** Errors of the console (refusals of the policy too), of scripts, and what the keyboard met. */
  readonly complaints: readonly string[];
  /** Presses what opens something on this page. */
  press(target: Locator): Promise<void>;
  /** Presses what leads to another page. */
  follow(target: Locator): Promise<void>;
  /** Presses what brings a file. */
  fetch(target: Locator): Promise<Download>;
  write(field: Locator, words: string): Promise<void>;
  /** Chooses a radio button, or ticks a box. */
  tick(target: Locator): Promise<void>;
  pick(select: Locator, label: string): Promise<void>;
  /** Gives a folder to a field for files; the dialog that opens is the browser's own. */
  give(field: Locator, folder: string): Promise<void>;
  close(): Promise<void>;
}

/** How a hand does the least: presses, writes, chooses. */
interface Touch {
  press(target: Locator): Promise<void>;
  write(field: Locator, words: string): Promise<void>;
  tick(target: Locator): Promise<void>;
  pick(select: Locator, label: string): Promise<void>;
  /** A page that came. */
  arrived(): Promise<void>;
}

const mouse: Touch = {
  press: (target) => target.click(),
  write: (field, words) => field.fill(words),
  tick: (target) => target.check(),
  pick: async (select, label) => void (await select.selectOption({ label })),
  arrived: async () => undefined,
};

/** Where the keyboard is. */
interface Stop {
  readonly name: string;
  /** Pixels from the beginning of the page, not of what is shown of it. */
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly faults: readonly string[];
}

/** Looked at where it stands, in the page: undefined where the keyboard is in no control. */
function stopAt(): Stop | undefined {
  const control = document.activeElement;
  if (!(control instanceof HTMLElement || control instanceof SVGElement) || control === document.body) return undefined;
  const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
  const [x, y] = [
    (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
    (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
  ];
  const above = document.elementFromPoint(x, y);
  const { outlineStyle, outlineWidth } = getComputedStyle(control);
  const isShown = width >= 2 && height >= 2 && bottom > 0 && top < innerHeight;
  const isCovered =
    above !== null && !control.contains(above) && !above.contains(control) && above.closest('label') === null;
  const faults = [
    ...(isShown ? [] : ['is not on the screen']),
    ...(isShown && isCovered ? ['is covered'] : []),
    ...(outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 ? [] : ['shows no ring']),
    ...(control.tabIndex > 0 ? ['pushes itself forward'] : []),
  ];
  const words = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
  const name = `${control.localName}${control.id === '' ? '' : `#${control.id}`} "${words.slice(0, 40)}"`;
  let [aside, down] = [scrollX, scrollY];
  // A part that scrolls by itself moves under whoever goes along it.
  for (let part = control.parentElement; part !== null && part !== document.body; part = part.parentElement)
    [aside, down] = [aside + part.scrollLeft, down + part.scrollTop];
  return { name, box: { left: left + aside, right: right + aside, top: top + down, bottom: bottom + down }, faults };
}

/** Every control that a hand can come to; of radio buttons one a group. */
function countOfControls(): number {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]',
  );
  const groups = new Set<string>();
  return [...all].filter((control) => {
    if (!control.checkVisibility() || control.matches(':disabled')) return false;
    if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
    const isKnown = groups.has(control.name);
    groups.add(control.name);
    return !isKnown;
  }).length;
}

const placed = (stop: Stop | undefined): string =>
  stop === undefined ? 'nothing' : `${stop.name} at ${Math.round(stop.box.left)}, ${Math.round(stop.box.top)}`;

/** A field for a day has one for each of its parts and one for its calendar. */
const STOPS_IN_A_FIELD = 5;
/** So many more stops than controls there may be, since a field can have several. */
const SPARE = 12;

function keyboardOn(page: Page, complaints: string[]): Touch {
  const walked = new Set<string>();
  let last: Stop | undefined;
  const placeOf = (): string => new URL(page.url()).pathname.replaceAll(/[a-z]+_[0-9a-z]{20,}/g, 'ID');

  async function stepTo(keys: string): Promise<Stop | undefined> {
    await page.keyboard.press(keys);
    const now = await page.evaluate(stopAt);
    for (const fault of now?.faults ?? []) complaints.push(`${placeOf()}: ${now?.name} ${fault}`);
    return now;
  }
  /** One stop on, looked at. */
  async function tab(): Promise<Stop | undefined> {
    const before = await page.evaluateHandle(() => document.activeElement);
    const now = await stepTo('Tab');
    const isOn = await page.evaluate(
      (from) =>
        from === null ||
        document.activeElement === null ||
        from === document.body ||
        document.activeElement === document.body
          ? undefined
          : (from.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      before,
    );
    if (isOn === true && last !== undefined && now !== undefined && isAbove(now, last))
      complaints.push(`${placeOf()}: ${now.name} stands above ${last.name}, and comes after it`);
    last = now;
    return now;
  }
  const isAbove = ({ box: now }: Stop, { box: before }: Stop): boolean =>
    now.bottom <= before.top && now.left < before.right && before.left < now.right;

  async function reach(isThere: () => Promise<boolean>, name: string): Promise<void> {
    const most = (await page.evaluate(countOfControls)) + SPARE;
    const met: string[] = [];
    for (let stops = 0; stops <= most; stops += 1) {
      if (await isThere()) return;
      met.push((await tab())?.name ?? 'nothing');
    }
    throw new Error(`The keyboard does not come to ${name} on ${page.url()}: ${met.join(' → ')}`);
  }
  const isAt = (element: ElementHandle) => () => element.evaluate((each) => document.activeElement === each);
  async function to(target: Locator): Promise<ElementHandle> {
    const element = await target.elementHandle();
    if (element === null) throw new Error(`There is no ${target}.`);
    await reach(isAt(element), String(target));
    return element;
  }

  return {
    async press(target) {
      await to(target);
      await page.keyboard.press('Enter');
    },
    async write(field, words) {
      await to(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(words);
    },
    async tick(target) {
      const element = await target.elementHandle();
      if (element === null) throw new Error(`There is no ${target}.`);
      const isTicked = () => element.evaluate((each) => (each as HTMLInputElement).checked);
      await reach(
        () =>
          element.evaluate((each) => {
            const [one, now] = [each as HTMLInputElement, document.activeElement as HTMLInputElement];
            return now === one || (one.type === 'radio' && now?.type === 'radio' && now.name === one.name);
          }),
        String(target),
      );
      for (let stops = 0; !(await isAt(element)()) && stops < SPARE; stops += 1) await stepTo('ArrowDown');
      if (!(await isTicked())) await page.keyboard.press('Space');
      if (!(await isTicked())) throw new Error(`The keyboard does not choose ${target} on ${page.url()}.`);
    },
    async pick(select, label) {
      const element = await to(select);
      const chosen = () => element.evaluate((each) => (each as HTMLSelectElement).selectedOptions[0]?.label);
      await page.keyboard.press('Home');
      for (let before: string | undefined; (await chosen()) !== label; ) {
        if (before === (await chosen())) throw new Error(`The keyboard does not choose ${label} on ${page.url()}.`);
        before = await chosen();
        await page.keyboard.press('ArrowDown');
      }
    },
    /** Once around every form of page: everything is met, and the last stop lets go. */
    async arrived() {
      last = undefined;
      if (walked.has(placeOf())) return;
      walked.add(placeOf());
      const there = await page.evaluate(countOfControls);
      const met = new Set<string>();
      for (let stops = 0; stops < there + SPARE; stops += 1) {
        const stop = await tab();
        if (stop !== undefined) met.add(placed(stop));
      }
      if (met.size < there) complaints.push(`${placeOf()}: the keyboard meets ${met.size} of ${there}`);
      const here = placed(await page.evaluate(stopAt));
      let next = here;
      for (let stops = 0; next === here && stops < STOPS_IN_A_FIELD; stops += 1) next = placed(await tab());
      const back = placed(await stepTo('Shift+Tab'));
      if (next === here) complaints.push(`${placeOf()}: ${here} keeps the keyboard`);
      else if (back !== here) complaints.push(`${placeOf()}: no way back to ${here}`);
    },
  };
}

/** A browser of one's own, and a way to use it. */
export async function hands(browser: Browser, way: Way): Promise<Hands> {
  const context = await browser.newContext({
    javaScriptEnabled: !way.endsWith('without script'),
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
    locale: 'en',
  });
  const page = await context.newPage();
  // What is not there is missing at once; only a page takes its time.
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (fault) => void complaints.push(fault.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  const touch = way === 'by keyboard alone' ? keyboardOn(page, complaints) : mouse;
  return {
    page,
    complaints,
    ...touch,
    async follow(target) {
      await Promise.all([page.waitForNavigation(), touch.press(target)]);
      await touch.arrived();
    },
    async fetch(target) {
      const [download] = await Promise.all([page.waitForEvent('download'), touch.press(target)]);
      return download;
    },
    async give(field, folder) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), touch.press(field)]);
      await chooser.setFiles(folder);
    },
    close: () => context.close(),
  };
}
