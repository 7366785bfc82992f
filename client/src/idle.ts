/**
 * Notices that nobody reads on: some libraries never say that their caller has gone.
 * Flow:    guarded-stream, langchain → here.
 */
export interface Idle {
  /** From now on somebody has to come back in time. */
  wait(): void;
  /** Somebody came back, or it is over. */
  rest(): void;
}

export function idleAfter(ms: number, then: () => void): Idle {
  let timer: NodeJS.Timeout | undefined;
  const rest = () => clearTimeout(timer);
  return {
    rest,
    wait() {
      rest();
      timer = setTimeout(then, ms);
      timer.unref();
    },
  };
}
