import {
  createDropZone,
  type DropZone,
  type DropZoneOptions,
  type ZoneDragEvent,
  type ZoneEvent,
  type ZoneKeyEvent,
  type ZonePasteEvent,
} from '@secure-uploading/client/drop-zone'
import type { UploadQueue } from '@secure-uploading/client/queue'
import { onScopeDispose, readonly, ref, shallowRef, toValue, watch } from 'vue'
import type { MaybeRefOrGetter, Ref, ShallowRef } from 'vue'

export interface UseDropZoneReturn {
  /** For the element that files are dropped on: `<div v-bind="root">`. */
  root: Readonly<ShallowRef<RootBindings>>
  /** For an `<input>` in it: `<input v-bind="input">`. Without one, `open` creates an input. */
  input: Readonly<ShallowRef<InputBindings>>
  /** Whether the user drags files over the element. */
  isDragActive: Readonly<Ref<boolean>>
  /** Opens the file dialog. Browsers allow this only after a click or a key press of the user. */
  open: () => void
}

type RootBindings = ReturnType<DropZone['rootAttributes']> & {
  onDragenter: (event: ZoneDragEvent) => void
  onDragover: (event: ZoneDragEvent) => void
  onDragleave: (event: ZoneDragEvent) => void
  onDrop: (event: ZoneDragEvent) => void
  onPaste: (event: ZonePasteEvent) => void
  onClick: (event: ZoneEvent) => void
  onKeydown: (event: ZoneKeyEvent) => void
}

type InputBindings = Omit<ReturnType<DropZone['inputAttributes']>, 'multiple'> & {
  multiple: boolean
  onChange: (event: ZoneEvent) => void
  ref: (element: unknown) => void
}

/**
 * Creates the bindings of a drop zone, which adds dropped files and folders, pasted and chosen files to a queue.
 *
 * @param options may be a ref or a getter: `() => ({ disabled: props.disabled })`
 * @throws {TypeError} naming an option that is unknown or invalid.
 *
 * @example
 * ```ts
 * import { useDropZone, type UploadQueue } from '@secure-uploading/vue'
 *
 * // In <script setup>. The template: <div v-bind="root" :class="{ active: isDragActive }">Drop files here</div>
 * export function setup(queue: UploadQueue) {
 *   return useDropZone(queue, { accept: ['image/*'] })
 * }
 * ```
 */
export function useDropZone(
  queue: Pick<UploadQueue, 'add'>,
  options: MaybeRefOrGetter<DropZoneOptions> = {},
): UseDropZoneReturn {
  const zone = createDropZone(queue, toValue(options))
  const root = shallowRef(rootBindings(zone))
  const input = shallowRef(inputBindings(zone))
  const isDragActive = ref(false)
  zone.subscribe(() => {
    isDragActive.value = zone.getSnapshot().isDragActive
  })
  watch(
    () => toValue(options),
    (changed) => {
      zone.update(changed)
      root.value = rootBindings(zone)
      input.value = inputBindings(zone)
    },
    { deep: true, flush: 'sync' },
  )
  if (typeof window === 'object') onScopeDispose(zone.connect())
  return { root, input, isDragActive: readonly(isDragActive), open: zone.open }
}

function rootBindings({ rootAttributes, rootListeners }: DropZone): RootBindings {
  const { dragenter, dragover, dragleave, drop, paste, click, keydown } = rootListeners
  return {
    ...rootAttributes(),
    onDragenter: dragenter,
    onDragover: dragover,
    onDragleave: dragleave,
    onDrop: drop,
    onPaste: paste,
    onClick: click,
    onKeydown: keydown,
  }
}

function inputBindings({ inputAttributes, inputListeners, setInput }: DropZone): InputBindings {
  const { multiple, ...attributes } = inputAttributes()
  return {
    ...attributes,
    multiple: multiple !== undefined,
    onChange: inputListeners.change,
    ref: (element) => {
      setInput(element instanceof HTMLInputElement ? element : null)
    },
  }
}
