import { PAIRS } from './effort.mjs'

/**
 * Measures two implementations in alternation, so that other load of the machine affects both.
 *
 * @param {object} comparison
 * @param {string} comparison.name the row's name in the table of results
 * @param {() => Promise<number>} comparison.ours measures our cost once (time or bytes, in any unit)
 * @param {() => Promise<number>} comparison.theirs measures the cost of the alternative once
 * @param {number} [comparison.turns] measurements per pair, for short measurements. Default: 1
 * @param {() => Promise<void>} [comparison.beforePair] prepares each pair; without it, one measurement of each serves
 *   as a warm-up
 * @param {() => void} [comparison.afterPair] cleans up after each pair
 * @returns {Promise<{ name: string, ratio: number, low: number, high: number }>} our cost divided by theirs: the median of all
 *   pairs, the lowest and the highest ratio
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
      // The order alternates with each turn.
      const oursFirst = (pair + turn) % 2 === 0
      if (oursFirst) spent.ours += await ours()
      spent.theirs += await theirs()
      if (!oursFirst) spent.ours += await ours()
    }
    ratios.push(spent.ours / spent.theirs)
    afterPair?.()
  }
  ratios.sort((a, b) => a - b)
  return { name, ratio: ratios[(PAIRS - 1) / 2], low: ratios[0], high: ratios[PAIRS - 1] }
}

/** Measures the duration of `work` in milliseconds. */
export async function millisecondsOf(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}
