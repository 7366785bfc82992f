/**
 * Which rights a person has under their regimes, how soon an answer is owed, and where they can complain.
 * Flow:    answers (rights block, letters), commands (refusals) → here → request-kinds.ts.
 * Promise: every kind of request is listed; one without a right in law says so instead of vanishing.
 * Source:  docs/law.md 3.2, 3.4, 3.7, 4 level 3.
 */
import { defined } from '../vocabulary/defined.ts';
import { type RequestKind, requestKinds } from '../vocabulary/request.ts';
import type { Dated } from './dated.ts';
import { coversFew } from './kinds/us-acts.ts';
import { ruleFor } from './regimes.ts';
import { hasRight, lawOf, rowFor } from './request-kinds.ts';
import { ruleText, ruleWords } from './rules.ts';

export interface Right {
  readonly right: RequestKind;
  readonly available: boolean;
  /** The regimes of the person that give it. */
  readonly regimes: readonly string[];
  readonly sources: readonly string[];
  /** Those of them whose act covers some companies or some data only. */
  readonly narrow: readonly string[];
  /** Where one of them has recipients told by name; else their kinds are enough. */
  readonly recipients: 'by-name' | 'by-kind';
  /** The rules that run, one for each regime that gives it, else the general ones; the earliest counts. */
  readonly answerWithin: readonly { readonly regime: string; readonly rule: string; readonly words: string }[];
}

interface Circumstances {
  /** The company relies on a human appeal instead of an opt-out from automated decisions. */
  readonly humanAppeal?: boolean;
}

interface OnDay extends Circumstances {
  readonly day: string;
}

function givesRight(kind: RequestKind, regime: string, { day, humanAppeal }: OnDay): boolean {
  if (!hasRight(kind, regime, day)) return false;
  return lawOf(kind, regime, day)?.onlyWithHumanAppeal !== true || humanAppeal === true;
}

function rightOf(kind: RequestKind, regimes: readonly string[], on: OnDay): Right {
  const { day } = on;
  const giving = regimes.filter((regime) => givesRight(kind, regime, on));
  const asked = giving.length > 0 ? giving : regimes;
  return {
    right: kind,
    available: giving.length > 0,
    regimes: giving,
    narrow: giving.filter((regime) => coversFew(regime, day)),
    recipients: giving.some((regime) => lawOf(kind, regime, day)?.recipients !== 'by-kind') ? 'by-name' : 'by-kind',
    sources: [...new Set(giving.flatMap((regime) => lawOf(kind, regime, day)?.source ?? []))],
    answerWithin: asked.map((regime) => {
      const { rule } = rowFor(kind, regime, day);
      return { regime, rule: ruleText(rule), words: ruleWords(rule) };
    }),
  };
}

/** Every kind of request with whether and where the person has that right on a day (`YYYY-MM-DD`). */
export const rightsFor = (
  regimes: readonly string[],
  day: string,
  circumstances: Circumstances = {},
): readonly Right[] => requestKinds.map((kind) => rightOf(kind, regimes, { ...circumstances, day }));

export interface ComplaintRoute {
  readonly regime: string;
  readonly to: string;
  readonly href?: string;
  /** May the person also go to a court without asking anybody first? */
  readonly court: boolean;
  /** Must or should the complaint come to us first? */
  readonly firstToUs: boolean;
  readonly words: string;
}
type RouteRow = Dated & Omit<ComplaintRoute, 'regime'>;

const route = (row: Omit<ComplaintRoute, 'regime'>, effectiveFrom: string, source: string): readonly RouteRow[] => [
  { ...row, effectiveFrom, source, checked: 'memory' },
];

const routes: Readonly<Record<string, readonly RouteRow[]>> = {
  EU: route(
    {
      to: 'the data protection authority where you live or work',
      href: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
      court: true,
      firstToUs: false,
      words:
        'You can complain to a data protection authority: where you live, where you work, or where it happened. You can also go to court.',
    },
    '2018-05-25',
    'GDPR 77, 79',
  ),
  UK: route(
    {
      to: 'the Information Commissioner (ICO)',
      href: 'https://ico.org.uk/make-a-complaint/',
      court: true,
      firstToUs: true,
      words:
        'Tell us first what went wrong; we answer within 30 days that we got it. Then you can complain to the Information Commissioner, and you can go to court.',
    },
    '2018-05-25',
    'UK GDPR 77, 79; DPA 2018 s 164A, 165',
  ),
  'US-CA': route(
    {
      to: 'the California Privacy Protection Agency or the Attorney General of California',
      href: 'https://cppa.ca.gov/webapplications/complaint',
      court: false,
      firstToUs: false,
      words: 'You can complain to the California Privacy Protection Agency or to the Attorney General.',
    },
    '2020-01-01',
    'Cal. Civ. Code 1798.199.45',
  ),
  US: route(
    {
      to: 'the Attorney General of your state',
      href: 'https://www.naag.org/find-my-ag/',
      court: false,
      firstToUs: true,
      words: 'You can complain to the Attorney General of your state.',
    },
    '2023-01-01',
    'state acts, enforcement by the Attorney General',
  ),
  BR: route(
    {
      to: 'the ANPD',
      href: 'https://www.gov.br/anpd/',
      court: true,
      firstToUs: true,
      words: 'You can complain to the Brazilian authority ANPD, and you can go to court.',
    },
    '2020-09-18',
    'LGPD 18(1), 22',
  ),
  CA: route(
    {
      to: 'the Privacy Commissioner of Canada',
      href: 'https://www.priv.gc.ca/',
      court: false,
      firstToUs: true,
      words: 'You can complain to the Privacy Commissioner of Canada.',
    },
    '2004-01-01',
    'PIPEDA s 11',
  ),
  'CA-QC': route(
    {
      to: 'the Commission d’accès à l’information',
      href: 'https://www.cai.gouv.qc.ca/',
      court: false,
      firstToUs: false,
      words: 'You can go to the Commission d’accès à l’information of Québec.',
    },
    '2023-09-22',
    'Act P-39.1, s 42',
  ),
  CH: route(
    {
      to: 'the Federal Data Protection and Information Commissioner',
      href: 'https://www.edoeb.admin.ch/',
      court: true,
      firstToUs: false,
      words: 'You can report to the Swiss commissioner (FDPIC), and you can go to court.',
    },
    '2023-09-01',
    'FADP 32, 49',
  ),
  IN: route(
    {
      to: 'the Data Protection Board of India',
      court: false,
      firstToUs: true,
      words: 'Tell us first what went wrong; then you can complain to the Data Protection Board of India.',
    },
    '2027-05-13',
    'DPDP Act 2023, s 13, 27',
  ),
};

/** Can a person under one of these regimes go to court over a breach of it? The same table, and no second opinion. */
export const opensCourt = (regimes: readonly string[], day: string): boolean =>
  complaintRoutes(regimes, day).some(({ court }) => court);

/** Where a person can complain on a day; an unheard-of regime gives nothing, nor does a law that is still to come. */
export function complaintRoutes(regimes: readonly string[], day: string): readonly ComplaintRoute[] {
  const found = new Map<string, ComplaintRoute>();
  for (const regime of regimes) {
    const newest = ruleFor(routes, regime, day);
    if (newest === undefined) continue;
    const { to, href, court, firstToUs, words } = newest;
    if (!found.has(to)) found.set(to, { regime, to, court, firstToUs, words, ...defined({ href }) });
  }
  return [...found.values()];
}
