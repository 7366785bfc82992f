import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aiUseAnswer } from '../../src/answers/use/assemble.ts';
import { aiUsePage } from '../../src/pages/ai-use/page.tsx';
import { assets } from '../../src/pages/assets.ts';
import { decisionPage } from '../../src/pages/decision-page.tsx';
import { aDecision, someMaterial } from '../given/ai-use.ts';
import { anExplanation } from '../given/explanation.ts';
import { signedIn, somePages } from '../given/pages.ts';

const pages = Object.entries(somePages());
const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
const tags = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>`, 'g'))].map((match) => match[0]);

describe.each(pages)('the page %s', (_name, html) => {
  it('holds nothing inline and no script', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  it('links only within this service or over https', () => {
    for (const href of [...attributes(html, 'href'), ...attributes(html, 'action'), ...attributes(html, 'src')]) {
      expect(href, href).toMatch(/^(\/(?!\/)|#|https:\/\/)/);
    }
  });

  it('loads only files that are served', () => {
    for (const href of attributes(html, 'href').filter((one) => one.startsWith('/assets/')))
      expect(Object.keys(assets)).toContain(href.slice('/assets/'.length));
  });

  it('is one document with a language, a title, one main part and one first heading', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toMatch(/<title>[^<]+ · Alder Bank<\/title>/);
    expect(tags(html, 'main')).toHaveLength(1);
    expect(tags(html, 'h1')).toHaveLength(1);
  });

  it('skips no level of heading', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    for (const [place, level] of levels.entries()) {
      const before = levels[place - 1];
      // The proof card stands beside the first heading with a heading of its own.
      if (before !== undefined) expect(level, `${levels}`).toBeLessThanOrEqual(before + 1);
    }
  });

  it('gives every id once, and every label, heading and description to something that is there', () => {
    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const cited = ['for', 'aria-labelledby', 'aria-describedby'].flatMap((name) =>
      attributes(html, name).flatMap((value) => value.split(' ')),
    );
    for (const id of cited) expect(ids).toContain(id);
  });

  it('names every field, drawing and button', () => {
    for (const field of [...tags(html, 'select'), ...tags(html, 'textarea')]) {
      const id = /\sid="([^"]*)"/.exec(field)?.[1] ?? '';
      expect(attributes(html, 'for')).toContain(id);
    }
    for (const svg of tags(html, 'svg')) expect(svg).toMatch(/aria-hidden="true"|role="img" aria-labelledby=/);
    for (const button of html.matchAll(/<button[^>]*>(.*?)<\/button>/g))
      expect((button[1] ?? '').replace(/<[^>]*>/g, '').trim()).not.toBe('');
  });

  it('sends the form token with every form but the one that signs in', () => {
    for (const form of html.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/g)) {
      if (form[1] === '/me/enter') continue;
      expect(form[2]).toContain('name="csrf" value="form-token"');
    }
  });

  it('writes dates with the month as a word', () => {
    expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/);
  });
});

describe('the pages together', () => {
  const page = (name: string): string => somePages()[name] ?? '';

  it('show controls to the person only', () => {
    expect(page('use')).toContain('action="/me/choices"');
    expect(page('use-officer')).not.toContain('<form');
  });

  it('show the support guide to officers only', () => {
    expect(page('use-officer')).toContain('The assistant only writes drafts.');
    expect(page('use')).not.toContain('The assistant only writes drafts.');
  });

  it('show every value and factor of a decision to somebody who has no page of it to go to', () => {
    const decision = aDecision();
    const [explained] = aiUseAnswer(someMaterial({ decisions: [decision] })).automatedDecisions;
    const html = page('use-officer');
    for (const { value } of explained?.inputs ?? []) expect(html).toContain(value);
    for (const { label } of explained?.factors ?? []) expect(html).toContain(label);
  });

  it('show what helped beside what counted against somebody, without a further step', () => {
    const [open = ''] = page('decision').split('The data, the AI system, the people');
    const helped = anExplanation().layers[2].factors.filter(({ direction }) => direction === 'for');
    expect(helped.length).toBeGreaterThan(0);
    expect(open).toContain('What spoke for you:');
    for (const { label } of helped) expect(open).toContain(label);
  });

  it('say that no counterfactual was recorded', () => {
    expect(page('use-officer')).toContain('Nobody noted what would have changed');
  });

  it('explain a decision in four layers, each one click away without a script', () => {
    const html = page('decision');
    expect(html).toContain('An AI system alone decided on 27 May 2026 about “Loan application”: declined.');
    const layers = [...html.matchAll(/<details class="[^"]*layer"( open)?><summary>([^<]*)<\/summary>/g)].map(
      (match) => [match[2], match[1] !== undefined],
    );
    expect(layers).toEqual([
      ['Why, and what would have changed it', true],
      ['The data, the AI system, the people, and how to object', false],
      ['The full record, with proof', false],
    ]);
    expect(html).not.toContain('0.8353');
    expect(page('decision-officer')).toContain('Loan duration in months: 0.8353 <code>linear-contribution</code>');
  });

  it('say that nothing was recorded, where nothing was', () => {
    expect(page('use-empty')).toContain('No use of your data by an AI system was recorded');
    expect(page('ledger-empty')).toContain('Nothing is recorded about you.');
  });

  it('put yes and no side by side with the same look, and the text before them', () => {
    const choices = page('choices');
    const answers = /class="choice-answers">(.*?)<\/div>/.exec(choices)?.[1] ?? '';
    expect([...answers.matchAll(/<button class="([^"]*)"/g)].map((match) => match[1])).toEqual(['quiet', 'quiet']);
    expect(choices.indexOf('We look at what you buy')).toBeLessThan(choices.indexOf('class="choice-answers"'));
    expect(choices).not.toMatch(/\schecked/);
  });

  it('keep what was typed when something was missing', () => {
    expect(page('request-form-error')).toContain('I typed this');
    expect(page('request-form-error')).toContain('role="alert"');
  });

  it('never let a recorded value become markup', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const payload = {
      what: { en: text },
      outcome: { en: text },
      inputs: [{ name: 'x', label: { en: text }, value: text, category: text, source: { en: text } }],
      modelVersion: text,
    };
    const answer = aiUseAnswer(someMaterial({ decisions: [aDecision(payload)] }));
    const html = aiUsePage(answer, signedIn) + decisionPage(anExplanation(payload), signedIn);
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('<img');
  });
});

it('every file that pages load exists, and the list is fixed', () => {
  for (const { file } of Object.values(assets)) expect(existsSync(file), file).toBe(true);
  const sheets = Object.values(assets)
    .filter(({ media }) => media.startsWith('text/css'))
    .map(({ file }) => readFileSync(file, 'utf8'));
  for (const sheet of sheets) {
    expect(sheet).not.toMatch(/@import|https?:|\/\/[a-z]/);
    for (const url of sheet.matchAll(/url\("\/assets\/([^"]*)"\)/g)) expect(Object.keys(assets)).toContain(url[1]);
  }
});
