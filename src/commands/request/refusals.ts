/**
 * How the commands of requests refuse: a member that does not fit, or a step that does not fit now.
 * Flow:    open.ts, step.ts → here → http.
 * Promise: every refusal says how to mend it.
 * Source:  RFC 9457; DESIGN section 8.
 */
import { type Problem, problem } from '../../vocabulary/problems.ts';

export const unfit = (pointer: string, code: string, fix: string): Problem =>
  problem('validation-failed', undefined, [{ pointer, code, message: 'This member does not fit.', fix }]);

export const notNow = (detail: string): Problem => problem('invalid-transition', detail);
