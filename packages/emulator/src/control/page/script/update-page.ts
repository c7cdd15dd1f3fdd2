import { Idiomorph } from 'idiomorph'
import { syncClock } from './start-clock.js'

let isUpdating = false
let hasChanged = false

/** Loads the page again and morphs its live sections. Changes during an update are loaded after it. */
export async function updatePage(): Promise<void> {
  hasChanged = true
  if (isUpdating) return
  isUpdating = true
  while (hasChanged) {
    hasChanged = false
    const html = await fetch('/_emulator/')
      .then(async (response) => response.text())
      .catch(() => undefined)
    // The page does not change while the emulator cannot be reached.
    if (html === undefined) break
    const rendered = new DOMParser().parseFromString(html, 'text/html')
    for (const section of rendered.querySelectorAll<HTMLElement>('[data-live]')) morphSection(section)
    syncClock(rendered)
  }
  isUpdating = false
}

function morphSection(rendered: HTMLElement): void {
  const shown = document.querySelector<HTMLElement>(`[data-live="${rendered.dataset['live'] ?? ''}"]`)
  if (!shown) return
  const hadFocus = shown.contains(document.activeElement)
  void Idiomorph.morph(shown, rendered, {
    morphStyle: 'innerHTML',
    callbacks: { beforeAttributeUpdated: (name, element) => !isOwnedByUser(name, element) },
  })
  // If the focused element is removed, the section gets the focus, so that the Tab key continues from there.
  if (hadFocus && !shown.contains(document.activeElement)) shown.focus()
}

/** Input of the user and open details must survive an update. */
function isOwnedByUser(name: string, element: Element): boolean {
  if (element instanceof HTMLDetailsElement) return name === 'open'
  if (element instanceof HTMLInputElement) return name === 'value' && element.value !== element.defaultValue
  if (element instanceof HTMLOptionElement && name === 'selected') {
    const options = [...(element.closest('select')?.options ?? [])]
    return options.some(({ selected, defaultSelected }) => selected !== defaultSelected)
  }
  return false
}
