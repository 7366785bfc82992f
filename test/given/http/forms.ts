/**
 * What a browser sends with a form as it stands, read from the page.
 * Flow:    the text of a page → here → tests that send it, or look at what stands in it.
 */
const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string | undefined => {
  const said = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return said === null ? undefined : plain(said[1] ?? '');
};

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => tag);
  const chosen = all.find((tag) => attribute(tag, 'selected') !== undefined) ?? all[0] ?? '';
  return attribute(chosen, 'value') ?? '';
}

function sentBy(tag: string, inner: string): string | undefined {
  if (tag.startsWith('<select')) return chosenIn(inner);
  if (tag.startsWith('<textarea')) return plain(inner);
  const type = attribute(tag, 'type') ?? 'text';
  const isLeftOut = ['radio', 'checkbox'].includes(type) && attribute(tag, 'checked') === undefined;
  return isLeftOut || type === 'file' ? undefined : (attribute(tag, 'value') ?? '');
}

/** By the names of its fields; undefined where the page has no such form. */
export function formIn(html: string, action: string): Readonly<Record<string, string>> | undefined {
  const forms = [...html.matchAll(/(<form[^>]*>)(.*?)<\/form>/gs)];
  const body = forms.find(([, tag = '']) => attribute(tag, 'action') === action)?.[2];
  if (body === undefined) return undefined;
  const fields = [...body.matchAll(/<input[^>]*>|(<(select|textarea)[^>]*>)(.*?)<\/\2>/gs)];
  const sent = fields.flatMap(([whole, tag = whole, , inner = '']) => {
    const [name, value] = [attribute(tag, 'name'), sentBy(tag, inner)];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(sent);
}

/** Where its links lead. */
export const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a\s[^>]*>/g)].flatMap(([tag]) => attribute(tag, 'href') ?? []);
