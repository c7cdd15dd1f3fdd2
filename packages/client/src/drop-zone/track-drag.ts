import type { ZoneDragEvent } from './drop-zone-events.js'

/** Tracks whether files are dragged over an element or its descendants. */
export function trackDrag(onChange: (isActive: boolean) => void): {
  enter: (event: ZoneDragEvent) => void
  leave: (event: ZoneDragEvent) => void
  /** Ends the drag when it enters an element outside. An element that is removed during a drag gets no leave event. */
  enterPage: (event: { readonly target: EventTarget | null }) => void
  end: () => void
} {
  let root: EventTarget | null = null
  let entered: EventTarget | null = null

  function end(): void {
    root = entered = null
    onChange(false)
  }

  return {
    enter: ({ target, currentTarget }) => {
      root = currentTarget
      entered = target
      onChange(true)
    },
    // The next element is entered before the last one is left, so leaving the entered one means leaving the zone.
    leave: ({ target }) => {
      if (target === entered) end()
    },
    enterPage: ({ target }) => {
      if (!(root instanceof Node && target instanceof Node && root.contains(target))) end()
    },
    end,
  }
}
