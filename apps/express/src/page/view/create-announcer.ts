/** Reads a sentence to those who do not see the page. */
export type Announce = (sentence: string) => void

// Sentences that come together are read together: a live region only tells what it holds last.
const GATHER_MS = 150

export function createAnnouncer(region: HTMLElement): Announce {
  let waiting: string[] = []
  return (sentence) => {
    waiting.push(sentence)
    if (waiting.length > 1) return
    setTimeout(() => {
      region.textContent = waiting.join(' ')
      waiting = []
    }, GATHER_MS)
  }
}
