export const wordMessages = {} as const satisfies Record<string, string>;
