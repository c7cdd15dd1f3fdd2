import type { DropZone, DropZoneState } from './drop-zone.js'
import type { ZoneDragEvent, ZoneEvent, ZonePasteEvent } from './drop-zone-events.js'
import { attachInputTo, attachTo } from './attach-to.js'
import { createFileDialog } from './create-file-dialog.js'
import { filesOfDrop } from './files-of-drop.js'
import { filesOfPaste } from './files-of-paste.js'
import { listenToPage } from './listen-to-page.js'
import { parseDropZoneOptions, type DropZoneOptions } from './parse-drop-zone-options.js'
import { trackDrag } from './track-drag.js'

/** The members of an upload queue that a drop zone uses. */
export interface DropTarget {
  add(files: Iterable<File>, options: { metadata?: Record<string, string> | undefined }): unknown
  /** Aborts when the queue is emptied. Folders that are still being read then are not added. */
  readonly session?: AbortSignal
}

/**
 * Creates a drop zone without a user interface, which adds files to an upload queue. It touches no DOM before an event, so it
 * can be created on a server.
 *
 * @throws {TypeError} naming an invalid option.
 */
export function createDropZone(queue: DropTarget, options: DropZoneOptions = {}): DropZone {
  let settings = parseDropZoneOptions(options)
  let state: DropZoneState = { isDragActive: false }
  // Chromium lists an image of the page as a file, too. Dragging it is no upload.
  let isDragFromPage = false
  const listeners = new Set<() => void>()
  const drag = trackDrag((isDragActive) => {
    if (isDragActive === state.isDragActive) return
    state = { isDragActive }
    for (const listener of [...listeners]) listener()
  })

  const add = (files: readonly File[], { metadata } = settings): void => {
    if (files.length > 0 && !settings.disabled) queue.add(files, { metadata })
  }
  const addPasted = (event: ZonePasteEvent): void => {
    const files = event.defaultPrevented || settings.disabled ? [] : filesOfPaste(event)
    if (files.length > 0) event.preventDefault()
    add(files)
  }
  const addChosen = (input: HTMLInputElement): void => {
    const files = Array.from(input.files ?? [])
    // Without this, choosing the same file again is no change.
    input.value = ''
    add(files)
  }
  async function addDropped(transfer: DataTransfer): Promise<void> {
    const { session } = queue
    const dropped = settings
    const addRead = (files: readonly File[]): void => {
      if (!session?.aborted) add(files, dropped)
    }
    await filesOfDrop(transfer, dropped.onError).then(addRead).catch(dropped.onError)
  }

  /** Accepts a drag of files, and returns whether it may be dropped here. */
  function acceptDrag(event: ZoneDragEvent): boolean {
    if (event.defaultPrevented || isDragFromPage || !event.dataTransfer?.types.includes('Files')) return false
    event.preventDefault()
    event.dataTransfer.dropEffect = settings.disabled ? 'none' : 'copy'
    return !settings.disabled
  }

  const inputAttributes: DropZone['inputAttributes'] = () => ({
    type: 'file',
    hidden: '',
    tabindex: -1,
    ...(settings.multiple && { multiple: '' }),
    ...(settings.directory && { webkitdirectory: '' }),
    ...(settings.accept && { accept: settings.accept }),
  })
  const rootAttributes: DropZone['rootAttributes'] = () => ({
    role: 'button',
    tabindex: settings.disabled ? -1 : 0,
    ...(settings.disabled && { 'aria-disabled': 'true' }),
  })
  const dialog = createFileDialog(inputAttributes, addChosen)
  const open = (): void => {
    if (!settings.disabled) dialog.open()
  }
  const rootListeners: DropZone['rootListeners'] = {
    dragenter: (event) => {
      if (acceptDrag(event)) drag.enter(event)
    },
    dragover: (event) => void acceptDrag(event),
    dragleave: drag.leave,
    drop: (event) => {
      const isAccepted = acceptDrag(event)
      drag.end()
      if (isAccepted && event.dataTransfer) void addDropped(event.dataTransfer)
    },
    paste: (event) => {
      if (settings.paste !== 'off') addPasted(event)
    },
    click: (event) => {
      if (!event.defaultPrevented && isRootItself(event)) open()
    },
    keydown: (event) => {
      if (event.defaultPrevented || event.target !== event.currentTarget) return
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      open()
    },
  }
  const connect = (): (() => void) =>
    listenToPage({
      onDrag: (isFromPage) => {
        isDragFromPage = isFromPage
        if (!isFromPage) drag.end()
      },
      onDragEnter: drag.enterPage,
      onPaste: (event) => {
        if (settings.paste === 'page') addPasted(event)
      },
    })

  const getSnapshot = (): DropZoneState => state
  const subscribe: DropZone['subscribe'] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  const inputListeners: DropZone['inputListeners'] = {
    change: ({ currentTarget }) => {
      if (currentTarget instanceof HTMLInputElement) addChosen(currentTarget)
    },
  }
  const { setInput } = dialog

  return {
    getSnapshot,
    subscribe,
    rootListeners,
    rootAttributes,
    inputListeners,
    inputAttributes,
    setInput,
    open,
    update: (changed) => {
      settings = parseDropZoneOptions(changed)
      if (settings.disabled) drag.end()
    },
    connect,
    attach: (element) =>
      attachTo(element, { rootAttributes, rootListeners, connect, subscribe, getSnapshot }),
    attachInput: (element) => attachInputTo(element, { inputAttributes, inputListeners, setInput }),
  }
}

const CONTROLS = 'button, a, input, select, textarea, label, summary, [role="button"]'

/** Whether the zone was clicked, and not a control in it. */
const isRootItself = ({ target, currentTarget }: ZoneEvent): boolean => {
  const control = target instanceof Element ? target.closest(CONTROLS) : null
  return control === null || control === currentTarget || !isContained(control, currentTarget)
}

const isContained = (element: Element, root: EventTarget | null): boolean =>
  root instanceof Node && root.contains(element)
