/**
 * Reads a PDF as a screen reader does: the elements of its structure in their order, with their words.
 * Flow:    here → pdfjs-dist.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Element {
  readonly role: string;
  readonly language: string | undefined;
  /** Of the element with all that is in it. */
  readonly words: string;
  readonly children: readonly Element[];
}

interface Printed {
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  /** Width and height of a page in whole points. */
  readonly size: readonly [number, number];
  /** All elements, parents before their children; one that goes on on another page is there twice. */
  readonly elements: readonly Element[];
  /** What is read aloud, without the bullets of lists. */
  readonly words: string;
  /** What stands on the pages and is not read. */
  readonly unread: string;
  readonly links: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

function elementOf(node: Node, texts: ReadonlyMap<string, string>): Element {
  const parts = (node.children ?? []).map((child) =>
    child.type === 'content' ? (texts.get(child.id ?? '') ?? '') : elementOf(child, texts),
  );
  const read = parts.map((part) => (typeof part === 'string' ? part : part.role === 'Lbl' ? '' : part.words));
  // What stands by itself is read by itself.
  const end = /^(?:P|H\d|TH|TD|LBody)$/.test(node.role ?? '') ? '\n' : '';
  return {
    role: node.role ?? '',
    language: node.lang,
    words: read.join('') + end,
    children: parts.filter((part) => typeof part !== 'string'),
  };
}

const withChildren = (element: Element): readonly Element[] => [element, ...element.children.flatMap(withChildren)];

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** The words of each marked part by its name; the parts that bear none are not read. */
async function textsOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = open.at(-1) ?? '';
      texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type.startsWith('begin')) open.push(item.id ?? open.at(-1) ?? '');
    else open.pop();
  }
  return texts;
}

export async function printed(bytes: Uint8Array): Promise<Printed> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const [{ info }, pages] = [
    (await pdf.getMetadata()) as unknown as { readonly info: { readonly Title: string; readonly Language: string } },
    await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1))),
  ];
  const [elements, links, unread]: [Element[], string[], string[]] = [[], [], []];
  let words = '';
  for (const page of pages) {
    const texts = await textsOf(page);
    const root = elementOf((await page.getStructTree()) as Node, texts);
    elements.push(...withChildren(root));
    words += root.words;
    unread.push(texts.get('') ?? '');
    links.push(...(await page.getAnnotations()).flatMap(({ url }: { readonly url?: string }) => url ?? []));
  }
  const [, , width = 0, height = 0] = pages[0]?.view ?? [];
  return {
    title: info.Title,
    language: info.Language,
    pages: pages.length,
    size: [Math.round(width), Math.round(height)],
    elements,
    words,
    unread: unread.join('\n'),
    links,
  };
}

/** However lines were broken. */
export const unspaced = (text: string): string => text.normalize('NFC').replaceAll(/[\s\p{Cf}]+/gu, '');
