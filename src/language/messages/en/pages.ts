export const pageMessages = {} as const satisfies Record<string, string>;
