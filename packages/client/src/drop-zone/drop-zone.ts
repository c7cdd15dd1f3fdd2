import type { DropZoneOptions } from './parse-drop-zone-options.js'
import type { ZoneDragEvent, ZoneEvent, ZoneKeyEvent, ZonePasteEvent } from './drop-zone-events.js'

/** The state of a drop zone, immutable: the same object until something changes. */
export interface DropZoneState {
  /** Whether the user drags files over the zone. */
  readonly isDragActive: boolean
}

/** A drop zone for any user interface: listeners that add dropped, pasted and chosen files to a queue. */
export interface DropZone {
  getSnapshot: () => DropZoneState
  /** Calls the listener after each change. Returns the function that ends it. */
  subscribe: (listener: () => void) => () => void
  /** Listeners of the element that files are dropped on, by the name of the event. */
  readonly rootListeners: {
    dragenter: (event: ZoneDragEvent) => void
    dragover: (event: ZoneDragEvent) => void
    dragleave: (event: ZoneDragEvent) => void
    drop: (event: ZoneDragEvent) => void
    paste: (event: ZonePasteEvent) => void
    click: (event: ZoneEvent) => void
    keydown: (event: ZoneKeyEvent) => void
  }
  /** The attributes of that element. They make it a button for the keyboard and for screen readers. */
  rootAttributes: () => { role: 'button'; tabindex: 0 | -1; 'aria-disabled'?: 'true' }
  /** Listeners of an `<input type="file">`. */
  readonly inputListeners: { change: (event: ZoneEvent) => void }
  /** The attributes of that input. A boolean attribute is `''`, or missing. */
  inputAttributes: () => {
    type: 'file'
    hidden: ''
    tabindex: -1
    multiple?: ''
    webkitdirectory?: ''
    accept?: string
  }
  /** Sets the input that `open` clicks. Without one, `open` creates its own. */
  setInput: (input: HTMLInputElement | null) => void
  /** Opens the file dialog. Browsers allow this only after a click or a key press of the user. */
  open: () => void
  /** Replaces the options. */
  update: (options: DropZoneOptions) => void
  /**
   * Adds the listeners of the page: a file that is dropped beside the zone does not replace the page, and with
   * `paste: 'page'` files can be pasted anywhere. Call it once the element is in the page.
   *
   * @returns the function that removes them.
   */
  connect: () => () => void
  /**
   * Sets attributes and listeners of an element without a framework, and calls `connect`. The element has the attribute
   * `data-dragging` while files are dragged over it.
   *
   * @returns the function that removes them.
   */
  attach: (element: HTMLElement) => () => void
  /**
   * Sets attributes and listeners of an input without a framework.
   *
   * @returns the function that removes them.
   */
  attachInput: (element: HTMLInputElement) => () => void
}
