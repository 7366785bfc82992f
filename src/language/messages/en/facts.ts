export const factMessages = {} as const satisfies Record<string, string>;
