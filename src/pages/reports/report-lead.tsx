/**
 * How a report begins: what it is, what it is from, and over which time.
 * Flow:    report-pages.tsx, assessment-page.tsx → here.
 */
import { type Chrome, dayOn, sayOn } from '../chrome.ts';

interface ReportLeadProps {
  readonly title: string;
  readonly words?: string;
  /** RFC 3339. */
  readonly span: { readonly from: string; readonly to: string };
  readonly chrome: Chrome;
}

export const ReportLead = ({ title, words, span, chrome }: ReportLeadProps) => (
  <div class="lead single">
    <h1>{title}</h1>
    {words === undefined ? null : <p class="summary">{words}</p>}
    <p class="quiet">
      {sayOn(chrome, 'report.span.officer', { from: dayOn(chrome, span.from), to: dayOn(chrome, span.to) })}
    </p>
  </div>
);
