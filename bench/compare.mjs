// The 4th and the 12th of 15 sorted ratios enclose their median with 96 % confidence (binomial, p = 0.5).
const PAIRS = 15
const LOW_RANK = 3
const HIGH_RANK = 11

/**
 * Measures two ways to do the same, turn by turn, so that what else the machine does hits both alike.
 *
 * @param {object} comparison
 * @param {string} comparison.name what is compared
 * @param {() => Promise<number>} comparison.ours one measurement of ours: a cost (time, bytes), in any unit
 * @param {() => Promise<number>} comparison.theirs the same for the alternative
 * @param {number} [comparison.turns] how often both take their turn within a pair, for what is short
 * @param {() => Promise<void>} [comparison.beforePair] starts anew what both need; without it, both begin with a
 *   measurement that does not count
 * @param {() => void} [comparison.afterPair] stops it
 * @returns {Promise<{ name: string, ratio: number, low: number, high: number }>} ours divided by theirs: the median of
 *   15 pairs and its interval
 */
export async function compare({ name, ours, theirs, turns = 1, beforePair, afterPair }) {
  if (!beforePair) {
    await ours()
    await theirs()
  }
  const ratios = []
  for (let pair = 0; pair < PAIRS; pair++) {
    await beforePair?.()
    const spent = { ours: 0, theirs: 0 }
    for (let turn = 0; turn < turns; turn++) {
      // Who goes first changes with each turn.
      const oursFirst = (pair + turn) % 2 === 0
      if (oursFirst) spent.ours += await ours()
      spent.theirs += await theirs()
      if (!oursFirst) spent.ours += await ours()
    }
    ratios.push(spent.ours / spent.theirs)
    afterPair?.()
  }
  ratios.sort((a, b) => a - b)
  return { name, ratio: ratios[(PAIRS - 1) / 2], low: ratios[LOW_RANK], high: ratios[HIGH_RANK] }
}

/** How many milliseconds a piece of work takes. */
export async function millisecondsOf(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}
