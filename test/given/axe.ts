/**
 * What a machine can say about a page for everybody: axe, what sticks out of a narrow screen, and whether one sees
 * where the keyboard is.
 * Flow:    test/endpoints/console-in-a-browser, test/prove/pages-for-everybody → here → axe-core, Chromium.
 * Promise: axe runs in a world of its own, which the policy of the page does not reach; a run that found nothing to
 *          look at counts as a fault. The ring is measured on what is drawn, not on what a sheet says.
 * Source:  WCAG 2.2 (1.4.10, 1.4.11, 2.4.7, 2.4.13).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Fewer rules than these apply to no page of ours, however bare. */
const LEAST_PASSES = 5;

/** Everything that axe finds against WCAG 2.2 A and AA and against what is held to be good, with where it stands. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const world = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await world.send('Page.getFrameTree');
    const frameId = frameTree.frame.id;
    const { executionContextId: contextId } = await world.send('Page.createIsolatedWorld', { frameId });
    const run = `(async () => { ${axe};
      const found = await globalThis.axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] });
      if (found.passes.length < ${LEAST_PASSES}) return ['axe did not run'];
      return found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) =>
        html.slice(0, 200) + (any[0] === undefined ? '' : ' (' + any[0].message.slice(0, 160) + ')')).join(' | ')); })()`;
    const { result, exceptionDetails } = await world.send('Runtime.evaluate', {
      expression: run,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    return exceptionDetails === undefined
      ? (result.value as readonly string[])
      : [`axe broke: ${exceptionDetails.exception?.description}`];
  } finally {
    await world.detach();
  }
}

/** So many pixels stand out sideways, with everything opened that opens. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });

const focusable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

/** One control of each kind: what is drawn alike by the same rules of a sheet is measured once. */
export const controlsOf = (page: Page): Promise<ReadonlyMap<string, number>> =>
  page
    .locator(focusable)
    .evaluateAll((all) =>
      all.flatMap((control, place): [string, number][] => {
        const box = control.getBoundingClientRect();
        if (!control.checkVisibility() || box.width < 2 || box.height < 2) return [];
        const type = control.getAttribute('type') ?? '';
        const around = [control.parentElement, control.closest('[class]:not(:scope)')]
          .map((each) => `${each?.localName}.${each?.className}`)
          .join(' ');
        return [[`${document.body.className} ${around} > ${control.localName}.${control.className} ${type}`, place]];
      }),
    )
    .then((found) => new Map(found.toReversed()));

interface Ring {
  /** Pixels whose contrast with themselves, before the focus came, is 3:1 or more. */
  readonly strong: number;
  /** Pixels that a line of two around the control has. */
  readonly needed: number;
}

/** Two pictures of the same place, compared pixel by pixel in a page without a policy. */
async function strongPixels(page: Page, pictures: readonly [string, string]): Promise<number> {
  const bench = await page.context().newPage();
  try {
    return await bench.evaluate(async (both) => {
      const pixels = await Promise.all(
        both.map(async (picture) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
          canvas?.drawImage(image, 0, 0);
          return canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      const light = (data: Uint8ClampedArray, at: number): number =>
        [0.2126, 0.7152, 0.0722].reduce((sum, share, channel) => {
          const value = (data[at + channel] ?? 0) / 255;
          return sum + share * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        }, 0);
      const [before = new Uint8ClampedArray(), after = before] = pixels;
      let strong = 0;
      for (let at = 0; at < before.length; at += 4) {
        const [one, other] = [light(before, at), light(after, at)];
        if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) strong += 1;
      }
      return strong;
    }, pictures);
  } finally {
    await bench.close();
  }
}

/** What changes on the screen when the keyboard comes to the control at this place. */
export async function ringOf(page: Page, place: number): Promise<Ring> {
  const control = page.locator(focusable).nth(place);
  // A page that is led by the keyboard shows where it is.
  await page.keyboard.press('Tab');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await control.evaluate((each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y, width, height } = await control.evaluate((each) => each.getBoundingClientRect().toJSON());
  const clip = { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 };
  const picture = async (): Promise<string> => (await page.screenshot({ clip })).toString('base64');
  const before = await picture();
  await control.evaluate((each) => (each as HTMLElement).focus({ preventScroll: true }));
  const after = await picture();
  // Of what is higher than the screen, one sees the sides.
  const { height: screen = height } = page.viewportSize() ?? {};
  const needed = height + 16 < screen ? 4 * (width + height) : 4 * screen;
  return { strong: await strongPixels(page, [before, after]), needed: Math.round(needed) };
}
