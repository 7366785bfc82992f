/**
 * Texts of the page of model calls that nobody had asked for.
 * Flow:    ../en.ts → here.
 * Promise: what is to do is said for each cause in one sentence.
 * Source:  decision 0076.
 */
export const consoleCallMessages = {
  'console.calls.title': 'Model calls nobody asked for',
  'console.calls.lead':
    'OpenTelemetry told of calls to AI models that no permitted use on record covers, from {from} to {to}.',
  'console.calls.none':
    'Every model call that a trace told of belongs to a permitted use. Services that send no traces are not seen here.',
  'console.calls.see': 'Which services call models without asking',
  'console.calls.alarm': '{count, plural, one {One call} other {# calls}} to an AI model came without a permitted use.',
  'console.calls.service': 'Service',
  'console.calls.system': 'AI system',
  'console.calls.unnamed': 'No name sent',
  'console.calls.undeclared': 'No declared AI system',
  'console.calls.count': 'Calls',
  'console.calls.reported': 'In a person’s record',
  'console.calls.first': 'First seen',
  'console.calls.last': 'Last seen',
  'console.calls.models': 'Models',
  'console.calls.do': 'What to do',
  'console.calls.do.no-use-id': 'Let the service ask for a use first and send its id as candor.use_id.',
  'console.calls.do.unknown-use':
    'The use id that was sent is not known, or belongs to somebody or something else. Send the id of this call’s own use.',
  'console.calls.do.refused-use':
    'The use was refused and the model was called all the same. Stop the service until it obeys.',
  'console.calls.do.other-time':
    'The use id was sent for a call before the use, or more than a day after it. Ask for a use of its own.',
} as const satisfies Record<string, string>;
