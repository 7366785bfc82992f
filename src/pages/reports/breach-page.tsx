/**
 * The breach register as a page to print: each breach, until when the authority had to be told, and how it stands.
 * Flow:    http/handlers/reports, console/reports-page.tsx → here → layout.
 * Promise: shows the answer and nothing else; what was written stands as it was written, and a clock with its rule.
 * Source:  GDPR 33(5), 34; decision 0117.
 */
import type { BreachReport } from '../../answers/report/ask-breaches.ts';
import { categoryLabel } from '../../language/categories.ts';
import { regimeWords } from '../../language/regions.ts';
import { type Chrome, countOn, sayOn, timeOn } from '../chrome.ts';
import { Facts } from '../console/parts.tsx';
import { Section } from '../controls.tsx';
import { pageOf } from '../layout.tsx';
import { ReportLead } from './report-lead.tsx';

type Breach = BreachReport['breaches'][number];
interface OfBreach {
  readonly breach: Breach;
  readonly chrome: Chrome;
}

const ruleWords = ({ breach: { clocks, dueAt }, chrome }: OfBreach): string => {
  if (dueAt === null) return sayOn(chrome, 'report.breach.no-hours.officer');
  const rules = clocks.map(({ regime, source }) => `${regimeWords(chrome.language, regime)}, ${source}`).join('; ');
  return `${timeOn(chrome, dueAt)} (${rules})`;
};

const stateWords = ({ breach, chrome }: OfBreach, whom: 'authority' | 'people'): string => {
  const { state, said } = breach[whom];
  const words = sayOn(chrome, `report.breach.${state}.officer`);
  const last = said.at(-1);
  const late = whom === 'authority' && breach.isLate ? ` · ${sayOn(chrome, 'report.breach.late.officer')}` : '';
  if (last === undefined) return words + late;
  const when = last.toldAt === null ? '' : ` · ${timeOn(chrome, last.toldAt)}`;
  const ground = last.ground === null ? '' : ` · ${sayOn(chrome, `report.breach.ground.${last.ground}.officer`)}`;
  const why = last.lateBecause === null ? '' : ` · ${last.lateBecause}`;
  return `${words}${when}${ground}${late} · ${last.text}${why}`;
};

const spanWords = ({ breach: { from, to }, chrome }: OfBreach): string =>
  [from, to].map((at) => (at === null ? '…' : timeOn(chrome, at))).join(' – ');

const One = ({ breach, chrome }: OfBreach) => {
  const { what, noticedAt, aiSystems, purposes, dataCategories, affected, notes } = breach;
  const listed = (all: readonly string[]): string => (all.length === 0 ? '–' : all.join(', '));
  return (
    <Section id={breach.id} title={what}>
      <div class="card">
        <Facts
          facts={[
            [sayOn(chrome, 'report.breach.noticed.officer'), timeOn(chrome, noticedAt)],
            [sayOn(chrome, 'report.breach.due.officer'), ruleWords({ breach, chrome })],
            [sayOn(chrome, 'report.breach.authority.officer'), stateWords({ breach, chrome }, 'authority')],
            [sayOn(chrome, 'report.breach.people.officer'), stateWords({ breach, chrome }, 'people')],
            [
              sayOn(chrome, 'report.breach.affected.officer'),
              sayOn(chrome, 'report.breach.affected.is.officer', affected),
            ],
            [sayOn(chrome, 'report.breach.span.officer'), spanWords({ breach, chrome })],
            [sayOn(chrome, 'report.processing.systems.officer'), listed(aiSystems)],
            [sayOn(chrome, 'report.breach.purposes.officer'), listed(purposes)],
            [
              sayOn(chrome, 'report.processing.data.officer'),
              listed(dataCategories.map((category) => categoryLabel(chrome.language, category, 'officer'))),
            ],
            ...notes.map(
              ({ at, about, text }) =>
                [sayOn(chrome, `report.breach.about.${about}.officer`), `${timeOn(chrome, at)} · ${text}`] as const,
            ),
          ]}
        />
      </div>
    </Section>
  );
};

export const BreachRegisterBody = ({ report, chrome }: { readonly report: BreachReport; readonly chrome: Chrome }) => (
  <>
    <div class="card">
      <p>
        {sayOn(chrome, 'report.breach.count.officer', {
          count: report.breaches.length,
          open: countOn(chrome, report.open),
          late: countOn(chrome, report.late),
        })}
      </p>
    </div>
    {report.breaches.map((breach) => (
      <One breach={breach} chrome={chrome} />
    ))}
  </>
);

export const breachReportPage = (report: BreachReport, chrome: Chrome): string => {
  const title = sayOn(chrome, 'report.breach.title.officer');
  return pageOf({
    title,
    chrome,
    children: (
      <>
        <ReportLead title={title} words={sayOn(chrome, 'report.breach.lead.officer')} span={report} chrome={chrome} />
        <BreachRegisterBody report={report} chrome={chrome} />
      </>
    ),
  });
};
