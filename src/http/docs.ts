/**
 * The documentation page: swagger-ui from our own files, without its inline styles and without anything from elsewhere.
 * Flow:    service → here → /docs and its files.
 * Promise: no request leaves this origin, no validator badge, and a token typed into "try it" is not stored.
 * Source:  docs/design.md 11 and 12.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocs, getDocsFile } from '../../openapi/endpoints/service.ts';
import { type Bound, on } from './bind.ts';

/**
 * The two style blocks and the style attribute of the template, as a file, so that the page itself has nothing inline;
 * then what the library's own sheet owes to those who see little: colours that reach 4.5:1 and links that one can hit.
 * What only its script could change is named in test/endpoints/pages-in-a-browser.
 */
const pageStyle = `html{box-sizing:border-box;overflow-y:scroll}*,*:before,*:after{box-sizing:inherit}body{margin:0;background:#fafafa}
.swagger-ui .topbar,.swagger-ui .servers-title,.swagger-ui .servers{display:none}svg.symbols{position:absolute;width:0;height:0}
.swagger-ui .info .title small,.swagger-ui .info .title small.version-stamp{background:#4b5261}
.swagger-ui .info .title small.version-stamp{background:#3d6b00}
.swagger-ui .opblock .opblock-summary-path a{display:inline-block;min-height:24px;line-height:24px}
.swagger-ui .opblock.opblock-get .opblock-summary-method{background:#1b5fae}
.swagger-ui .opblock.opblock-post .opblock-summary-method{background:#17704a}
.swagger-ui .opblock.opblock-put .opblock-summary-method{background:#8a5000}
.swagger-ui .opblock.opblock-delete .opblock-summary-method{background:#b02318}
.swagger-ui .opblock.opblock-patch .opblock-summary-method{background:#2a6f68}
.swagger-ui .json-schema-2020-12-expand-deep-button{color:#4b5261}
.swagger-ui .info a,.swagger-ui .info a:hover{color:#1b5fae}
.swagger-ui .btn.authorize{color:#17704a;border-color:#17704a}.swagger-ui .btn.authorize svg{fill:#17704a}`;

/** Loads the description from this service; \`withCredentials\` stays off, so no cookie goes along. */
const initScript = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null, persistAuthorization: false, withCredentials: false,
    onComplete: () => {
      for (const [part, name] of [['.information-container', 'About'], ['.schemes-server-container', 'Sign in']]) {
        const found = document.querySelector(part);
        found?.setAttribute('role', 'region');
        found?.setAttribute('aria-label', name);
      }
    },
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: 'StandaloneLayout',
  });
};`;

const media = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', png: 'image/png' } as const;

/** The package brings an Express of its own along, so it is loaded by whoever first reads the page. */
async function docsPage(): Promise<string> {
  const { default: swaggerUi } = await import('swagger-ui-express');
  return swaggerUi
    .generateHTML(undefined, { customSiteTitle: 'Candor API', customCssUrl: '/docs/page.css' })
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/ style="[^"]*"/g, ' class="symbols"')
    .replace('<head>', '<head>\n  <meta name="viewport" content="width=device-width, initial-scale=1">')
    .replaceAll('"./', '"/docs/');
}

const folderOf = (): string =>
  dirname(
    createRequire(createRequire(import.meta.url).resolve('swagger-ui-express')).resolve('swagger-ui-dist/package.json'),
  );

export function docsHandlers(): readonly Bound[] {
  let page: Promise<string> | undefined;
  let folder: string | undefined;
  const files = new Map<string, Uint8Array>([
    ['page.css', Buffer.from(pageStyle)],
    ['swagger-ui-init.js', Buffer.from(initScript)],
  ]);
  const fileOf = (name: string): Uint8Array => {
    folder ??= folderOf();
    const bytes = files.get(name) ?? readFileSync(join(folder, name));
    files.set(name, bytes);
    return bytes;
  };
  return [
    on(getDocs)(async () => {
      page ??= docsPage();
      return { status: 200, text: await page };
    }),
    on(getDocsFile)(({ params }) => {
      const ending = params.file.slice(params.file.lastIndexOf('.') + 1) as keyof typeof media;
      return {
        status: 200,
        bytes: fileOf(params.file),
        media: media[ending],
        headers: { 'Cache-Control': 'public, max-age=3600' },
      };
    }),
  ];
}
