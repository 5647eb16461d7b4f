// @ts-check
// Values to colours: few classes with round bounds, each about as many times the one before, so that one and a hundred can both be read.

export const CLASSES = 6;

const ROUND = [1, 1.5, 2, 3, 5, 7, 10];

/** The whole round number that is nearest by ratio. @param {number} value 1 or more */
export function rounded(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const near = ROUND.map((digit) => digit * power).filter(Number.isInteger);
  return near.reduce((best, round) => (Math.abs(Math.log(round / value)) < Math.abs(Math.log(best / value)) ? round : best));
}

/**
 * Highest value of each class but the last, which goes up to the most.
 * @param {number} most
 * @returns {number[]}
 */
export function boundsOf(most) {
  /** @type {number[]} */
  const bounds = [];
  for (let at = 0; at < CLASSES - 1; at++) {
    const bound = Math.max(rounded(Math.max(1, most) ** (at / (CLASSES - 1))), (bounds[at - 1] ?? 0) + 1);
    if (bound >= most) break;
    bounds.push(bound);
  }
  return bounds;
}

/** The class of a value, -1 for none. @param {number} value @param {readonly number[]} bounds */
export function classOf(value, bounds) {
  if (value <= 0) return -1;
  let at = 0;
  while (at < bounds.length && value > bounds[at]) at++;
  return at;
}

/** The colour of a class: with few classes the steps between the colours are wider. @param {number} at @param {number} classes @param {readonly string[]} ramp */
export const colourOf = (at, classes, ramp) => ramp[classes <= 1 ? ramp.length - 2 : Math.round(at / (classes - 1) * (ramp.length - 1))];
