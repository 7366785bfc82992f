import { describe, expect, it } from 'vitest';
import { type Forbidden, forbidden, forbiddenOnPages } from './forbidden.ts';
import { type Source, sourceOf, sources } from './sources.ts';

const pages = sources.filter(({ path }) => path.endsWith('.tsx'));

describe('words that belong elsewhere', () => {
  it.each(forbidden)('nobody writes $what', (rule) =>
    expect(sources.flatMap((source) => hits(source, rule))).toEqual([]),
  );
  it.each(forbiddenOnPages)('no page holds $what', (rule) =>
    expect(pages.flatMap((page) => hits(page, rule))).toEqual([]),
  );
  it.each([...forbidden, ...forbiddenOnPages])('$caught would be caught', (rule) =>
    expect(hits(sourceOf(rule.where ?? 'src/views/a.tsx', rule.caught), rule)).toHaveLength(1),
  );

  it.each([
    '<a href="/v1/me">',
    '<a href={`/requests/${id}`}>',
    '<a href="https://example.org">',
    '<a href="#why">',
    '<link href="/assets/a.css" />',
    '<a href="evidence.json">',
  ])('%s is a link that may stand', (line) =>
    expect(forbiddenOnPages.flatMap((rule) => hits(sourceOf('src/pages/a.tsx', line), rule))).toEqual([]),
  );
});

function hits(source: Source, rule: Forbidden): string[] {
  if (rule.except.some((path) => path.test(source.path))) return [];
  const text = rule.what.includes('switched off') ? source.text : source.code;
  return text
    .split('\n')
    .flatMap((line, at) => (rule.pattern.test(line) ? [`${source.path}:${at + 1} ${line.trim()}`] : []));
}
