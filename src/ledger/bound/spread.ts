/**
 * Where a number that was read off a text belongs in a table of 2 to some power of places.
 * Flow:    links, heads → here.
 * Promise: texts of any alphabet are spread over all places: of those that letters are made of here some never come at
 *          the end of a number, and one after the other the rest would fill up.
 */

/** Numbers are below 2^53, and the table has no more than 2^32 places. */
const LOW = 2 ** 32;
/** From Fibonacci hashing: 2^32 divided by the golden ratio, and another odd number for the other half. */
const [ONE, OTHER] = [0x9e3779b1, 0x85ebca6b];

export function slotOf(slots: number, number: number): number {
  const high = Math.floor(number / LOW);
  const mixed = Math.imul(number - high * LOW, ONE) ^ Math.imul(high, OTHER);
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}
