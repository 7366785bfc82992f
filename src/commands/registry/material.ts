/**
 * Which changes end the consents given before, whatever the publisher says.
 * Flow:    commands/registry → here.
 * Promise: nobody stays bound to a yes for more than they said yes to.
 * Source:  docs/design.md 8.1; GDPR 4(11), 6(4); EDPB 05/2020.
 */
import type { DeclaredNotice, DeclaredPurpose, materialReasons } from '../../facts/registry.ts';

export type MaterialReason = (typeof materialReasons)[number];

export function purposeForces(before: DeclaredPurpose, after: DeclaredPurpose): readonly MaterialReason[] {
  const hasNewCategory = after.dataCategories.some((category) => !before.dataCategories.includes(category));
  const hasNewBasis = Object.entries(after.legalBasis).some(([regime, basis]) => before.legalBasis[regime] !== basis);
  return [
    ...(hasNewCategory ? (['new-category'] as const) : []),
    ...(after.kind === before.kind ? [] : (['new-kind'] as const)),
    ...(hasNewBasis ? (['new-basis'] as const) : []),
  ];
}

export function noticeForces(before: DeclaredNotice, after: DeclaredNotice): readonly MaterialReason[] {
  const known = before.controllers ?? [];
  return (after.controllers ?? []).every((controller) => known.includes(controller)) ? [] : ['new-controller'];
}
