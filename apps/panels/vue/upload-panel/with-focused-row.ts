import { defaultRangeExtractor, type Range } from '@tanstack/vue-virtual'

/** Returns the rows to draw: those in view, and the one with the focus, which it would lose without its element. */
export function withFocusedRow(range: Range, scroller: Element | null): number[] {
  const visible = defaultRangeExtractor(range)
  const { activeElement } = document
  const row = scroller?.contains(activeElement) && activeElement?.closest('[data-index]')
  if (!row) return visible
  const focused = Number(row.getAttribute('data-index'))
  if (focused >= range.count || visible.includes(focused)) return visible
  return [...visible, focused].sort((a, b) => a - b)
}
