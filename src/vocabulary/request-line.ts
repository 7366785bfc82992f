/** What may be logged and counted of one answered request: no path that was sent, no value, no address, no person. */
export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  /** The template of the route, `none` where there is none. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds until the last byte. */
  readonly ms: number;
  readonly code?: string;
}
