/**
 * Makes nodes, and holds the one style sheet of the elements.
 * Flow:    elements → here → DOM.
 * Promise: words reach the page as text and never as markup; the sheet is made by script, which no policy about styles
 *          forbids. It follows the colour scheme of the page around it, in its own colours of enough contrast.
 * Source:  WCAG 2.2 (1.4.3, 1.4.11, 2.4.13, 2.5.8).
 */
type Child = Node | string | undefined;

export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[T] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** The same property twice: a browser that knows no schemes keeps the light one. */
const colour = (property: string, light: string, dark: string): string =>
  `${property}:${light};${property}:light-dark(${light},${dark});`;

const css = `
:host{display:block;font:inherit;line-height:1.5}
:host([hidden]){display:none}
section{${colour('background-color', '#fffefb', '#17211d')}${colour('color', '#15241f', '#eef2ec')}
  border:1px solid;${colour('border-color', '#d0c9b8', '#44544c')}border-radius:.6em;padding:1em 1.2em;overflow-wrap:anywhere}
h2,h3,h4,h5{font-size:1.1em;line-height:1.3;margin:0 0 .4em}
p,dl,ul,dd{margin:0 0 .6em}
dt{font-weight:600}
dd{padding:0}
ul{padding:0 0 0 1.2em}
a{${colour('color', '#14594a', '#7cc4ab')}}
.choice{border-top:1px solid;${colour('border-color', '#d0c9b8', '#44544c')}padding:.8em 0 .2em}
.state{font-weight:600}
.text{white-space:pre-line;max-width:70ch}
.text,details{margin:0 0 .6em}
.ways{display:flex;flex-wrap:wrap;gap:.6em;align-items:center;margin:0 0 .6em}
.effect{margin:0}
button{font:inherit;font-weight:600;min-height:2.75em;min-width:2.75em;padding:.3em 1em;border-radius:.5em;cursor:pointer;
  border:2px solid;${colour('border-color', '#14594a', '#7cc4ab')}${colour('background-color', '#fffefb', '#17211d')}
  ${colour('color', '#14594a', '#7cc4ab')}}
button:hover{${colour('background-color', '#e6f0eb', '#16302a')}}
:focus-visible,.said:focus{outline:3px solid;${colour('outline-color', '#b06c08', '#e0a030')}outline-offset:2px}
.said{margin:0}
.said:empty{display:none}
section>:last-child,.choice>:last-child{margin-bottom:0}
.failed{font-weight:600;${colour('color', '#a83a22', '#f09a80')}}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{button{display:none}}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
