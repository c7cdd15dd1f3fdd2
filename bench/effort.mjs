/** Whether `npm run bench -- --quick` runs, which takes 2 minutes instead of 10 and gives a first impression only. */
export const IS_QUICK = process.argv.includes('--quick')

/**
 * How often a bench compares its implementations, an odd number. The lowest and the highest of 7 ratios enclose the median
 * with 98 % confidence (binomial, p = 0.5), those of 3 ratios with 75 %.
 */
export const PAIRS = IS_QUICK ? 3 : 7
