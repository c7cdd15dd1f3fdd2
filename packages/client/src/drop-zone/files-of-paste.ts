import type { ZonePasteEvent } from './drop-zone-events.js'

/** Returns the pasted files. None if the user pastes into a text field. */
export function filesOfPaste({ target, clipboardData }: ZonePasteEvent): File[] {
  return isTextField(target) ? [] : Array.from(clipboardData?.files ?? [])
}

const TEXT_FIELDS = 'input, textarea, [contenteditable]:not([contenteditable="false"])'

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TEXT_FIELDS) !== null
