/**
 * What is configured about the gate: where it listens, who may call it, where calls go.
 * Flow:    environment → config → here → gate.
 * Promise: the upstream and its key come from here alone; nothing that a call says can change them.
 * Source:  docs/gate.md; decision 0070.
 */
import { z } from 'zod';

export interface GateSettings {
  readonly port: number;
  /** Where calls go, with whatever path stands before `chat/completions`. */
  readonly upstream: URL;
  /** A file with the key that the upstream wants; absent: none is sent. */
  readonly upstreamKeyFile: string | undefined;
  /** A file with the tokens of those who may call, one a line. */
  readonly tokensFile: string;
  /** What may be called below `/v1/`, each under a use. */
  readonly paths: readonly string[];
  /** Whether credentials of the caller go on to the upstream. */
  readonly forwardsCredentials: boolean;
  /** How long a body may be, in bytes. */
  readonly mostBytes: number;
  /** How long an idle connection of a caller stays open. */
  readonly keepAliveMs: number;
}

/** What the API of OpenAI and its likes offer that sends data of people to a model. */
const usualPaths = 'chat/completions,completions,responses,embeddings';
const MEBIBYTE = 2 ** 20;

const portWords = 'must be a port, a whole number from 0 to 65535';
const upstreamWords = 'must be a URL such as https://api.openai.com/v1, without a query and without a password in it';
const bytesWords = 'must be a whole number of bytes from 1024 to 268435456';

function isUpstream(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    ['https:', 'http:'].includes(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '')
  );
}

export const gateVariables = {
  CANDOR_GATE_PORT: z.coerce.number(portWords).int(portWords).min(0, portWords).max(65_535, portWords).optional(),
  CANDOR_GATE_UPSTREAM: z.string().refine(isUpstream, upstreamWords).optional(),
  CANDOR_GATE_UPSTREAM_KEY_FILE: z.string().optional(),
  CANDOR_GATE_TOKENS_FILE: z.string().optional(),
  CANDOR_GATE_PATHS: z
    .string()
    .default(usualPaths)
    .transform((text) => text.split(',').map((path) => path.trim()))
    .refine(
      (paths) => paths.every((path) => /^[a-z0-9_-]+(?:\/[a-z0-9_-]+)*$/.test(path)),
      'must be paths below /v1/ with commas between, for example chat/completions,embeddings',
    ),
  CANDOR_GATE_FORWARD_CREDENTIALS: z.enum(['on', 'off'], 'must be one of: on, off').default('off'),
  CANDOR_GATE_MOST_BYTES: z.coerce
    .number(bytesWords)
    .int(bytesWords)
    .min(1024, bytesWords)
    .max(256 * MEBIBYTE, bytesWords)
    .default(20 * MEBIBYTE),
} as const;

type GateVariables = z.output<z.ZodObject<typeof gateVariables>>;

/** What is missing for a gate on this port; undefined where nothing is. */
export function missingForGate(env: GateVariables): 'CANDOR_GATE_UPSTREAM' | 'CANDOR_GATE_TOKENS_FILE' | undefined {
  if (env.CANDOR_GATE_UPSTREAM === undefined) return 'CANDOR_GATE_UPSTREAM';
  return env.CANDOR_GATE_TOKENS_FILE === undefined ? 'CANDOR_GATE_TOKENS_FILE' : undefined;
}

/** Undefined where no gate was asked for. */
export function gateSettingsOf(
  env: GateVariables,
  { keepAliveMs, port = env.CANDOR_GATE_PORT }: { readonly keepAliveMs: number; readonly port?: number | undefined },
): GateSettings | undefined {
  const { CANDOR_GATE_UPSTREAM: upstream, CANDOR_GATE_TOKENS_FILE: tokensFile } = env;
  if (port === undefined || upstream === undefined || tokensFile === undefined) return undefined;
  return {
    port,
    upstream: new URL(upstream),
    upstreamKeyFile: env.CANDOR_GATE_UPSTREAM_KEY_FILE,
    tokensFile,
    paths: env.CANDOR_GATE_PATHS,
    forwardsCredentials: env.CANDOR_GATE_FORWARD_CREDENTIALS === 'on',
    mostBytes: env.CANDOR_GATE_MOST_BYTES,
    keepAliveMs,
  };
}
