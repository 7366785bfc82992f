/**
 * For assistants that speak MCP: the tools that support staff need from Candor, and a guard around other tools.
 * Flow:    an assistant → here → client.
 * Promise: reads only, unless `writes` is set. A guarded tool runs only under a permission that stands in the ledger; a
 *          refusal is an answer that the assistant can pass on, and never an exception that it may ignore.
 * Source:  decision 0059.
 */
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { RequestBody } from '../../openapi/models/request.ts';
import type { CandorClient } from './client.ts';
import { type KnownBefore, questionFrom } from './question.ts';
import { ConsentRefused } from './refused.ts';
import { type UseOptions, withPermission } from './use.ts';

interface Assistant {
  readonly client: CandorClient;
  /** Also offers the tool that opens a request in a person's name. */
  readonly writes?: boolean;
}

const subject = z.string().describe('The person, such as customer:42.');
const readOnly = { readOnlyHint: true, openWorldHint: false } as const;

/** May I use, what was used, explain; and, where `writes` is set, open a request. */
export function createAssistantServer({ client, writes = false }: Assistant): McpServer {
  const server = new McpServer({ name: 'candor', version: '0.1.0' });
  const question = z.object({ subject, aiSystem: z.string(), purpose: z.string() });
  server.registerTool(
    'may_i_use',
    {
      title: 'May this data be used?',
      description: 'Asks whether an AI system may use the data of a person for a purpose. Records nothing.',
      inputSchema: question,
      annotations: readOnly,
    },
    (body) => told(client.postCheck({ body })),
  );
  server.registerTool(
    'what_was_used',
    {
      title: 'What was used?',
      description: 'How AI systems use the data of a person. The person sees that support looked.',
      inputSchema: z.object({ subject }),
      annotations: readOnly,
    },
    ({ subject: of }) => told(client.getAiUse({ params: { subject: of }, query: { reason: 'support' } })),
  );
  server.registerTool(
    'explain',
    {
      title: 'Why was it decided so?',
      description: 'The explanation of one automated decision, in words for the person.',
      inputSchema: z.object({ decision: z.string().describe('The id of the decision, dec_….') }),
      annotations: readOnly,
    },
    ({ decision }) => told(client.getExplanation({ params: { id: decision } })),
  );
  if (writes)
    server.registerTool(
      'open_request',
      {
        title: 'Open a request',
        description: 'Opens a request of a person, such as access or erasure. Its legal clock starts at once.',
        inputSchema: RequestBody,
        annotations: { readOnlyHint: false, destructiveHint: false },
      },
      (body) => told(client.postRequest({ body })),
    );
  return server;
}

interface ToolGuard extends KnownBefore {
  readonly client: CandorClient;
  readonly options?: UseOptions;
}

/**
 * Wraps the work of a tool: `server.registerTool(name, config, guardTool(guard, (input) => subjectOf(input), work))`.
 * `of` says whose data the tool uses, from what it was given.
 */
export const guardTool =
  <Input, Context>(
    { client, options = {}, ...known }: ToolGuard,
    of: (input: Input) => KnownBefore,
    work: (input: Input, context: Context) => Promise<CallToolResult>,
  ) =>
  async (input: Input, context: Context): Promise<CallToolResult> => {
    try {
      const question = questionFrom(known, of(input));
      return await withPermission({ client, question, options }, () => work(input, context));
    } catch (fault) {
      if (fault instanceof ConsentRefused) return failed({ refused: fault.reason, words: fault.explanation.customer });
      if (fault instanceof Error && fault.name === 'CandorUnavailable')
        return failed({ refused: 'candor-unavailable', words: 'Nobody could be asked, so nothing was used.' });
      throw fault;
    }
  };

type Answered = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly problem: unknown };

async function told(answer: Promise<Answered>): Promise<CallToolResult> {
  try {
    const heard = await answer;
    return heard.ok ? { content: [{ type: 'text', text: JSON.stringify(heard.body) }] } : failed(heard.problem);
  } catch {
    return failed({ code: 'candor-unavailable', title: 'Candor could not be asked. Treat this as "not allowed".' });
  }
}

const failed = (why: unknown): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: JSON.stringify(why) }],
});
