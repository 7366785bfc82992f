/**
 * One word per thing: the words that code and comments never use, and every exception with its reason.
 * Flow:    here → glossary.test.ts.
 * Promise: names, comments and file names are held to this; the texts inside strings are not, for they speak to people
 *          and to other systems.
 */
export interface NeverSay {
  readonly never: string;
  readonly say: string;
  readonly except?: readonly { readonly path: RegExp; readonly because: string }[];
}

const anywhere = (path: RegExp, because: string) => [{ path, because }];

export const neverSay: readonly NeverSay[] = [
  {
    never: 'user',
    say: 'subject (the person), caller (who asks), officer',
    except: [
      { path: /^(openapi\/models|src\/answers)\/authzen/, because: '`reason_user`, a member that AuthZEN names' },
      { path: /^src\/connectors\/openid\.ts$/, because: '`fetchUserInfo`, a name of openid-client' },
      {
        path: /^(openapi\/(models\/gateways|examples)|src\/http\/record\/gateways)\.ts$/,
        because: '`user_api_key_end_user_id`, a member that LiteLLM names',
      },
      { path: /^src\/systems\//, because: '`user…` and `user_id`, a category and an identity of Fides' },
    ],
  },
  {
    never: 'customer',
    say: 'subject',
    except: anywhere(
      /^(openapi|client|src\/(http|pages|answers|language|vocabulary|evaluation|gate|systems|connectors|jobs))\//,
      'an API word (`customer:…`, explanation.customer) and how texts speak',
    ),
  },
  { never: 'data principal', say: 'subject' },
  { never: 'ticket', say: 'request' },
  {
    never: 'dsr',
    say: 'subject request',
    except: anywhere(
      /^src\/(connectors\/opendsr\/|seal\/processor-signature)/,
      'OpenDSR, a specification, by its name',
    ),
  },
  { never: 'dsar', say: 'subject request' },
  { never: 'action type', say: 'right' },
  {
    never: 'vendor',
    say: 'processor or recipient',
    except: anywhere(/^src\/http\/signals\//, 'whom the lists of IAB name'),
  },
  { never: 'partner', say: 'processor or recipient' },
  { never: 'use case', say: 'purpose' },
  { never: 'lawful ground', say: 'legal basis' },
  { never: 'justification', say: 'legal basis' },
  {
    never: 'attribute',
    say: 'personal data category',
    except: anywhere(/^(src\/(http|pages)|scripts\/page-elements)\//, 'an attribute of an HTML element or a cookie'),
  },
  { never: 'pii', say: 'personal data, special category' },
  {
    never: 'pipeline',
    say: 'processing activity',
    except: anywhere(/^(openapi|src\/http|scripts\/bench)\//, 'the steps of one HTTP request'),
  },
  {
    never: 'job',
    say: 'processing activity',
    except: anywhere(/^src\/(jobs|evaluation|ledger|store)\//, 'the room of clocks and queues'),
  },
  { never: 'bot', say: 'AI system' },
  { never: 'banner', say: 'notice' },
  { never: 'policy text', say: 'notice' },
  {
    never: 'opt in row',
    say: 'consent record',
    except: anywhere(/^src\/law\//, 'a row of the dated table of ages, not of a person'),
  },
  { never: 'granted', say: 'given' },
  { never: 'revoked', say: 'withdrawn' },
  { never: 'do not track', say: 'opt-out signal' },
  {
    never: 'log line',
    say: 'data-use entry',
    except: anywhere(/^src\/(http|house\.ts|main\.ts)/, 'a line of the operating log, which records no use'),
  },
  { never: 'prediction', say: 'automated decision' },
  { never: 'reason text', say: 'explanation' },
  {
    never: 'escalation',
    say: 'human review',
    except: anywhere(/^(openapi|src\/(answers|law|language|pages|commands))\//, 'where a refused person can turn next'),
  },
  { never: 'audit log', say: 'ledger' },
  { never: 'merkle path', say: 'inclusion proof' },
  { never: 'blockchain', say: 'ledger' },
  { never: 'notary', say: 'witness' },
  { never: 'tombstone', say: 'erasure certificate, erased mark' },
  { never: 'projection table', say: 'view' },
  { never: 'permission query', say: 'check' },
  { never: 'sla', say: 'deadline' },
];

/**
 * Never said in the glossary's sense, but needed in an ordinary one that a machine cannot tell apart. Reviewers can.
 */
export const ordinary: Readonly<Record<string, string>> = {
  reason: 'a reason code of an evaluation; the purpose of a use is never its reason',
  field: 'a field of a form or of a message; never a category of data',
  model: 'a zod model, and the model inside an AI system; never the system itself',
  preference: 'a wish stored in a browser, such as the language; never a consent',
  confirmation: 'asking again before something final; never a receipt',
  score: 'a number that a decision carried as an input; never the decision',
  event: 'an event of Node or of the browser; never a fact',
  message: 'a text of the catalogue or of an error; never a fact',
  history: 'every act of one person, as an evaluation of an earlier moment needs it; never the ledger',
  block: 'a part of a page; never an entry',
  position: 'a place in a text; never an index in the ledger',
  snapshot: 'one consistent read of a database; never a checkpoint',
  anchor: 'a link within a page; never a checkpoint',
  delete: 'removing something that is no fact; a subject is erased by destroying the key',
  cache: 'something remembered for speed; never a view',
  report: 'an API word: report a use after it happened; never an answer',
  'third party': 'in the sense of the CCPA only',
  'due date': 'an API word: the last day of a deadline',
};
