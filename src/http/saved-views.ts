/**
 * Which addresses of the console may be kept as a view, and which kept ones a session opens.
 * Flow:    http/console, handlers/console/views → here → openapi (the pages and their filters).
 * Promise: a list of the console with filters that fit it, and nothing else: no place in a list, no person, no address
 *          elsewhere, so that what is kept still opens tomorrow and leads nowhere that its owner may not go.
 * Source:  decision 0130.
 */
import type { Endpoint } from '../../openapi/endpoint.ts';
import { showAudit } from '../../openapi/endpoints/audit.ts';
import { showConfirmations } from '../../openapi/endpoints/confirmations.ts';
import { showConnected } from '../../openapi/endpoints/connected.ts';
import * as desk from '../../openapi/endpoints/console.ts';
import { showReport } from '../../openapi/endpoints/console-reports.ts';
import { showStaff } from '../../openapi/endpoints/console-staff.ts';
import { showTrust } from '../../openapi/endpoints/console-trust.ts';
import { showUncoveredUses } from '../../openapi/endpoints/traces.ts';
import { showTraining } from '../../openapi/endpoints/training.ts';

const lists: readonly Endpoint[] = [
  desk.showRequestQueue,
  desk.showReviewQueue,
  desk.showSystems,
  desk.showOversight,
  desk.showUsesWithoutPermission,
  showConnected,
  showConfirmations,
  showUncoveredUses,
  showTraining,
  showTrust,
  showStaff,
  showAudit,
];

/** Where a list begins, in which language it is read, and that something was just checked: not what it shows. */
const passing = ['page', 'after', 'before', 'until', 'language', 'checked'];

const listAt = new Map<string, Endpoint>([
  ...lists.map((list) => [list.path, list] as const),
  ...showReport.params.shape.report.options.map((report) => [`/console/reports/${report}`, showReport] as const),
]);

interface KeptView {
  readonly address: string;
  readonly list: Endpoint;
}

/** The same address with nothing in it but what it shows; nothing where it cannot be kept. */
export function keptView(typed: string): KeptView | undefined {
  const [path = '', query = ''] = typed.split('?');
  const list = listAt.get(path);
  if (list === undefined) return undefined;
  const filters = [...new URLSearchParams(query)].filter(([name, value]) => !passing.includes(name) && value !== '');
  const members = Object.fromEntries(filters);
  if (Object.hasOwn(members, 'subject') || list.query?.safeParse(members).success !== true) return undefined;
  const text = new URLSearchParams(members).toString();
  return { address: text === '' ? path : `${path}?${text}`, list };
}
