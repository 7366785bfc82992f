/**
 * Colour for a terminal, and none where nobody wants or sees it.
 * Flow:    demo → here → text.
 * Promise: NO_COLOR and output into a file give plain text.
 * Source:  no-color.org.
 */
export interface Paint {
  strong(text: string): string;
  soft(text: string): string;
  green(text: string): string;
}

const coded = (code: number, end: number) => (text: string) => `\u001b[${code}m${text}\u001b[${end}m`;
const plain = (text: string): string => text;

export function paintFor(wants: { readonly isTerminal: boolean; readonly noColor: string | undefined }): Paint {
  const isPlain = !wants.isTerminal || (wants.noColor !== undefined && wants.noColor !== '');
  return isPlain
    ? { strong: plain, soft: plain, green: plain }
    : { strong: coded(1, 22), soft: coded(2, 22), green: coded(32, 39) };
}
