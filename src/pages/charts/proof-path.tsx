/**
 * The way from one entry to the signed root as a staircase: what is known on the left, what stands beside it on the
 * right.
 * Flow:    console/audit-entry.tsx → here.
 * Promise: the steps nearest to the entry are drawn and the rest is counted; every hash stands in the list twin.
 * Source:  RFC 9162 section 2.1.3; docs/design.md 12.
 */
import { type Chrome, sayOn } from '../chrome.ts';

interface PathProps {
  readonly chrome: Chrome;
  readonly title: string;
  readonly description: string;
  readonly leaf: string;
  readonly root: string;
  readonly steps: readonly { readonly beside: string; readonly makes: string }[];
}

/** Steps that are drawn. */
const DRAWN = 3;
const BOX = { width: 98, height: 24 };
const STEP = 26;
const RISE = 42;
const WIDTH = 320;

/** `c8d0…4e77`, of base64 without its padding. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}…${hash.replace(/=+$/, '').slice(-4)}`;

const Box = ({
  x,
  y,
  hash,
  look,
}: {
  readonly x: number;
  readonly y: number;
  readonly hash: string;
  readonly look: string;
}) => (
  <g class={look}>
    <rect x={x} y={y} width={BOX.width} height={BOX.height} rx="6" />
    <text x={x + BOX.width / 2} y={y + 16.5} text-anchor="middle">
      {shortHash(hash)}
    </text>
  </g>
);

/** From two boxes of one level up to the one they make. */
const joint = (x: number, y: number): string => {
  const [left, right, up] = [x + BOX.width / 2, x + BOX.width + 24 + BOX.width / 2, y - (RISE - BOX.height) / 2];
  return `M${left} ${y}V${up}H${right}V${y}M${left + STEP} ${up}V${y - RISE + BOX.height}`;
};

export const ProofPath = ({ chrome, title, description, leaf, root, steps }: PathProps) => {
  const drawn = steps.slice(0, steps.length <= DRAWN + 1 ? steps.length : DRAWN);
  const isCut = drawn.length < steps.length;
  const levels = drawn.length + (isCut ? 2 : 1);
  const height = levels * RISE - (RISE - BOX.height) + 4;
  const at = (level: number): { readonly x: number; readonly y: number } => ({
    x: 2 + level * STEP,
    y: height - BOX.height - 2 - level * RISE,
  });
  const known = [leaf, ...drawn.map(({ makes }) => makes)];
  const top = at(levels - 1);
  return (
    <svg class="proof-path" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="path-title path-words">
      <title id="path-title">{title}</title>
      <desc id="path-words">{description}</desc>
      {drawn.map((_, level) => (
        <path class="path-line" d={joint(at(level).x, at(level).y)} />
      ))}
      {drawn.map(({ beside }, level) => (
        <Box x={at(level).x + BOX.width + 24} y={at(level).y} hash={beside} look="path-beside" />
      ))}
      {known.map((hash, level) => (
        <Box {...at(level)} hash={hash} look="path-known" />
      ))}
      {isCut ? (
        <>
          <path class="path-more" d={`M${top.x + BOX.width / 2 - STEP / 2} ${top.y + RISE}V${top.y + BOX.height}`} />
          <text class="path-words" x={top.x + BOX.width - STEP + 10} y={top.y + RISE + 16.5}>
            {sayOn(chrome, 'console.audit.proof.more', { count: steps.length - drawn.length })}
          </text>
          <Box {...top} hash={root} look="path-known" />
        </>
      ) : null}
      <text class="path-words strong" x={top.x + BOX.width + 10} y={top.y + 16.5}>
        {sayOn(chrome, 'console.audit.proof.top')}
      </text>
    </svg>
  );
};
