import type { Store } from '../state/create-store.js'
import type { ActivityEntry, TokenState } from '../state/token-state.js'
import { cloneTemplate } from './clone-template.js'
import { part } from './part.js'

const TIME = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Shows the token counts and the event log, newest first. */
export function mountActivity(store: Store<TokenState>): void {
  const fetched = part(document, 'fetched-count', HTMLElement)
  const renewed = part(document, 'renewed-count', HTMLElement)
  const refused = part(document, 'refused-count', HTMLElement)
  const list = part(document, 'activity-list', HTMLOListElement)
  const empty = part(document, 'activity-empty', HTMLElement)
  let newestShown = 0

  store.watch(({ fetchedCount, renewedCount, refusedCount, entries }) => {
    fetched.textContent = String(fetchedCount)
    renewed.textContent = String(renewedCount)
    refused.textContent = String(refusedCount)
    empty.hidden = entries.length > 0
    const added = entries.filter(({ id }) => id > newestShown)
    list.prepend(...added.map(createEntry))
    while (list.childElementCount > entries.length) list.lastElementChild?.remove()
    newestShown = entries[0]?.id ?? newestShown
  })
}

function createEntry({ at, tone, text }: ActivityEntry): HTMLElement {
  const element = cloneTemplate('activity-entry')
  const time = part(element, 'time', HTMLTimeElement)
  element.dataset['tone'] = tone
  time.textContent = TIME.format(at)
  time.dateTime = at.toISOString()
  part(element, 'text', HTMLElement).textContent = text
  return element
}
