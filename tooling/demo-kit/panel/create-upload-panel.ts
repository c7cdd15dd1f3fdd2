import { createDropZone } from '@secure-uploading/client/drop-zone'
import type { UploadItem, UploadQueue } from '@secure-uploading/client/queue'
import { html, nothing, type TemplateResult } from 'lit-html'
import { keyed } from 'lit-html/directives/keyed.js'
import { ref } from 'lit-html/directives/ref.js'
import { repeat } from 'lit-html/directives/repeat.js'
import { announceUploads } from './announce-uploads'
import type { Announce } from './create-announcer'
import { createVirtualList } from './create-virtual-list'
import { cssVariables } from './css-variables'
import { dropZoneView } from './drop-zone-view'
import { fileRowView } from './file-row-view'
import { totalsView } from './totals-view'

export interface UploadPanelOptions {
  /** The uploads to show. The panel does not end them. */
  queue: UploadQueue
  /** Draws the page soon, and resolves after it was drawn. See `createDraw`. */
  requestDraw: () => Promise<void>
  announce: Announce
  /** The types that the file dialog offers. */
  accept?: readonly string[]
  /** A sentence below the button. */
  hint: string
  /** A line below the description of a file. */
  note?: (item: UploadItem) => string | undefined
}

/** The part of a page that takes files and shows their uploads. */
export interface UploadPanel {
  /** @param extra shown in the drop zone below the hint */
  view: (extra?: TemplateResult) => TemplateResult
  /** Moves the focus to the button that opens the file dialog. */
  focus: () => void
  /** Makes the page paste into this panel or not. With several panels only the visible one may take pasted files. */
  setPaste: (isOn: boolean) => void
  dispose: () => void
}

let lastId = 0

/** Creates a panel over a queue. Call `dispose` before the queue is replaced. */
export function createUploadPanel(options: UploadPanelOptions): UploadPanel {
  const { queue, requestDraw, announce, accept, hint, note = () => undefined } = options
  const panelId = `uploads-${++lastId}`
  const zone = createDropZone(queue, { accept, paste: 'page' })
  const draw = (): void => void requestDraw()
  const list = createVirtualList(draw)
  const ends = [
    queue.subscribe(draw),
    zone.subscribe(draw),
    zone.connect(),
    announceUploads(queue, announce),
    list.dispose,
  ]

  const find = (selector: string): HTMLElement | null => document.querySelector(`#${panelId} ${selector}`)
  const focusTitle = (): void => {
    void requestDraw().then(() => (find('h2') ?? find('button'))?.focus())
  }
  function remove(id: string, index: number): void {
    queue.remove(id)
    const last = queue.getSnapshot().items.length - 1
    void requestDraw().then(() =>
      (find(`[data-index="${Math.min(index, last)}"] .icon-button:last-child`) ?? find('button'))?.focus(),
    )
  }

  function filesView(): TemplateResult | typeof nothing {
    const state = queue.getSnapshot()
    if (state.items.length === 0) return nothing
    const titleId = `${panelId}-title`
    const rows = {
      ...{ queue, note, remove, measure: list.measure, openDialog: zone.open },
      ...{ count: state.items.length, nowMs: Date.now() },
    }
    return html`
      <section class="files" aria-labelledby=${titleId}>
        ${totalsView(queue, state, titleId, focusTitle)}
        <div class="files__scroll" tabindex="0" role="group" aria-label="Files" ${ref(list.setScroller)}>
          <ul class="files__list" role="list" ${cssVariables({ '--height': `${list.heightPx()}px` })}>
            ${repeat(
              list.rows(state.items),
              ({ key }) => key,
              ({ index, start }) => {
                const item = state.items[index]
                return item ? fileRowView(rows, item, index, start) : nothing
              },
            )}
          </ul>
        </div>
      </section>
    `
  }

  return {
    view: (extra) =>
      html`${keyed(
        panelId,
        html`<div
          class="uploads"
          id=${panelId}
          ?data-has-files=${queue.getSnapshot().items.length > 0}
          ?data-drag-active=${zone.getSnapshot().isDragActive}
          @dragenter=${zone.rootListeners.dragenter}
          @dragover=${zone.rootListeners.dragover}
          @dragleave=${zone.rootListeners.dragleave}
          @drop=${zone.rootListeners.drop}
        >
          ${dropZoneView(zone, hint, extra)}${filesView()}
        </div>`,
      )}`,
    focus: () => {
      void requestDraw().then(() => find('button')?.focus())
    },
    setPaste(isOn) {
      zone.update({ accept, paste: isOn ? 'page' : 'off' })
    },
    dispose() {
      for (const end of ends) end()
    },
  }
}
