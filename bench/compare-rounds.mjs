import { PAIRS } from './effort.mjs'

/**
 * Measures several implementations in rounds. Each round measures all of them, in alternating order, so that other load of
 * the machine affects all. The first round is a warm-up.
 *
 * @param {object} comparison
 * @param {Record<string, () => Promise<number>>} comparison.measure measures the cost of each implementation once
 * @param {number} [comparison.rounds] an odd number, fewer for costs that hardly vary. Default: PAIRS
 * @returns {Promise<(name: string, alternative: string) => { ratio: number, low: number, high: number }>} returns the
 *   median of the ratios of two implementations, and their lowest and highest ratio
 */
export async function compareRounds({ measure, rounds = PAIRS }) {
  const names = Object.keys(measure)
  const costs = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const cost = await measure[name]()
      if (round > 0) costs[name].push(cost)
    }
  }
  return (name, alternative) => {
    const ratios = costs[name].map((cost, round) => cost / costs[alternative][round]).sort((a, b) => a - b)
    return { ratio: ratios[(rounds - 1) / 2], low: ratios[0], high: ratios[rounds - 1] }
  }
}
