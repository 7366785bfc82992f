export const requestMessages = {} as const satisfies Record<string, string>;
