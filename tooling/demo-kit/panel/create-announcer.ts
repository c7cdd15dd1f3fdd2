/** Announces a sentence to screen readers. */
export type Announce = (sentence: string) => void

// Screen readers announce only the last content of a live region, so sentences in quick succession are joined.
const JOIN_MS = 150

/** Adds a live region to the page, and returns the function that announces a sentence in it. */
export function createAnnouncer(): Announce {
  const region = document.createElement('p')
  region.className = 'visually-hidden'
  region.setAttribute('role', 'status')
  document.body.append(region)

  let waiting: string[] = []
  return (sentence) => {
    waiting.push(sentence)
    if (waiting.length > 1) return
    setTimeout(() => {
      region.textContent = waiting.join(' ')
      waiting = []
    }, JOIN_MS)
  }
}
