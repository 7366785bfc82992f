/**
 * The files that pages load: style sheets, three fonts in two ranges, the mark, small scripts of the console, and the
 * script of the elements for pages elsewhere. A fixed list, nothing else is served.
 * Flow:    http (`/assets/{file}`) → here.
 * Promise: everything comes from this installation; a name that is not listed does not exist.
 * Source:  docs/design.md 12 (type).
 */
interface Asset {
  /** Absolute path of the file. */
  readonly file: string;
  readonly media: string;
}

/** Style sheets are neither compiled nor bundled, so a compiled page reads them where the sources lie. */
const own = import.meta.dirname.replace(/([\\/])dist[\\/](?:src[\\/]pages|bundled(?:[\\/]shared)?)$/, '$1src$1pages');
const sheet = (name: string, media: string): Asset => ({ file: `${own}/assets/${name}`, media });
const pathOf = (url: string): string => decodeURIComponent(new URL(url).pathname);
/** Looked for when it is asked for: finding a file in a package takes longer than reading it. */
const font = (family: string, file: string): Asset => ({
  get file() {
    return pathOf(import.meta.resolve(`@fontsource-variable/${family}/files/${family}-${file}-wght-normal.woff2`));
  },
  media: 'font/woff2',
});

export const assets: Readonly<Record<string, Asset>> = {
  'portal.css': sheet('portal.css', 'text/css; charset=utf-8'),
  'console-office.css': sheet('console-office.css', 'text/css; charset=utf-8'),
  'portal-parts.css': sheet('portal-parts.css', 'text/css; charset=utf-8'),
  'console.css': sheet('console.css', 'text/css; charset=utf-8'),
  'console-audit.css': sheet('console-audit.css', 'text/css; charset=utf-8'),
  'candor.js': sheet('candor.js', 'text/javascript; charset=utf-8'),
  'mark.svg': sheet('mark.svg', 'image/svg+xml'),
  'inter.woff2': font('inter', 'latin'),
  'inter-ext.woff2': font('inter', 'latin-ext'),
  'source-serif.woff2': font('source-serif-4', 'latin'),
  'source-serif-ext.woff2': font('source-serif-4', 'latin-ext'),
  'jetbrains-mono.woff2': font('jetbrains-mono', 'latin'),
  'console-plain.js': sheet('console-plain.js', 'text/javascript; charset=utf-8'),
  // Keys of the console.
  'keys.js': sheet('keys.js', 'text/javascript; charset=utf-8'),
};

/** The script that a package brings along; no page of this installation loads it, so it is not served. */
export const checkerFile = sheet('package-check.js', 'text/javascript; charset=utf-8').file;
