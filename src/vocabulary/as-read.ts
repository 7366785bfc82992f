/**
 * How two values are held against each other: as somebody reads them.
 * Flow:    commands/request (nothing was corrected), answers/request (made from the wrong value) → here.
 * Promise: two values that read the same are one.
 * Source:  decision 0025.
 */
export const asRead = (value: string): string => value.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
