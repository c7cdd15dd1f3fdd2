import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
  type VirtualItem,
} from '@tanstack/virtual-core'

/** The visible part of a long list. */
export interface VirtualList {
  /** Sets the items, and returns the rows to draw. */
  rows: (items: readonly { id: string }[]) => readonly VirtualItem[]
  /** The height of all rows in CSS pixels. */
  heightPx: () => number
  /** Called by `ref` with the element that scrolls. */
  setScroller: (element?: Element) => void
  /** Called by `ref` with each row. Rows have the attribute `data-index`. */
  measure: (element?: Element) => void
  dispose: () => void
}

const ESTIMATED_ROW_PX = 66

/** @param onChange called when other rows are visible */
export function createVirtualList(onChange: () => void): VirtualList {
  let items: readonly { id: string }[] = []
  let getItemKey = keysOf(items)
  let scroller: Element | null = null
  const options = (): VirtualizerOptions<Element, Element> => ({
    count: items.length,
    getItemKey,
    getScrollElement: () => scroller,
    estimateSize: () => ESTIMATED_ROW_PX,
    overscan: 4,
    initialRect: { width: 0, height: 600 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    rangeExtractor: (range) => {
      const visible = defaultRangeExtractor(range)
      const focused = focusedIndex(scroller)
      // A row that is removed from the page would lose the focus.
      const isElsewhere = focused !== undefined && focused < items.length && !visible.includes(focused)
      return isElsewhere ? [...visible, focused].sort((a, b) => a - b) : visible
    },
    onChange,
  })
  const virtualizer = new Virtualizer(options())
  const unmount = virtualizer._didMount()

  return {
    rows(next) {
      // Sizes are kept by key, and computed again when the keys change.
      if (!hasSameIds(items, next)) getItemKey = keysOf(next)
      items = next
      virtualizer.setOptions(options())
      return virtualizer.getVirtualItems()
    },
    heightPx: () => virtualizer.getTotalSize(),
    setScroller(element) {
      scroller = element ?? null
      virtualizer._willUpdate()
    },
    measure(element) {
      virtualizer.measureElement(element ?? null)
    },
    dispose: unmount,
  }
}

const keysOf =
  (items: readonly { id: string }[]) =>
  (index: number): string | number =>
    items[index]?.id ?? index

function hasSameIds(one: readonly { id: string }[], other: readonly { id: string }[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id)
}

function focusedIndex(scroller: Element | null): number | undefined {
  const { activeElement } = document
  if (!activeElement || !scroller?.contains(activeElement)) return undefined
  const index = activeElement.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? undefined : Number(index)
}
