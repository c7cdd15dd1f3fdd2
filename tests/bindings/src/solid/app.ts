import { createDropZone } from '@secure-uploading/client/drop-zone'
import type { UploadItem, UploadQueue } from '@secure-uploading/client/queue'
import { createComponent, createRenderEffect, Index, onCleanup, onMount, type Accessor } from 'solid-js'
import { insert } from 'solid-js/web'
import type { AppProps } from '../binding.js'
import { useUploadQueue } from './use-upload-queue.js'

const ALL = ['start', 'pause', 'resume', 'cancel', 'retry', 'clear'] as const
const ACTIONS = ['pause', 'resume', 'cancel', 'retry', 'remove'] as const

type Attributes = Record<string, () => string | number | undefined>

/** What Solid's compiler makes of JSX, written by hand. */
export function App({ options, zone: zoneOptions, onRowRender, onQueue }: AppProps): Element {
  const { queue, state } = useUploadQueue(options)
  const zone = createDropZone(queue, zoneOptions)
  const input = element('input', { 'data-input': () => '' })
  const root = element('div', { 'data-zone': () => '' }, 'Drop files here', input)
  const showDrag = (): void => {
    root.setAttribute('data-drag-active', String(zone.getSnapshot().isDragActive))
  }
  showDrag()
  for (const end of [zone.subscribe(showDrag), zone.attachInput(input), zone.attach(root)]) onCleanup(end)
  onMount(() => {
    onQueue(queue)
  })

  const list = element('ol', {})
  const rows = createComponent(Index<readonly UploadItem[], Element>, {
    get each() {
      return state().items
    },
    children: (item: Accessor<UploadItem>) => row(item, queue, onRowRender),
  })
  insert(list, rows)
  const output = element('output', {
    'data-queue': () => '',
    'data-status': () => state().status,
    'data-progress': () => state().progress,
  })
  const buttons = ALL.map((name) =>
    button({ 'data-all': () => name }, name, () => {
      queue[name]()
    }),
  )
  return element('main', {}, root, output, ...buttons, list)
}

function row(item: Accessor<UploadItem>, queue: UploadQueue, onRowRender: AppProps['onRowRender']): Element {
  const { id, name, type } = item()
  const attributes: Attributes = {
    'data-item': () => name,
    'data-status': () => {
      onRowRender(name)
      return item().status
    },
    'data-progress': () => item().progress,
    'data-error': () => item().error?.message,
  }
  const images = type.startsWith('image/')
    ? [element('img', { alt: () => '', src: () => queue.preview(id) })]
    : []
  const buttons = ACTIONS.map((action) =>
    button({ 'data-action': () => action }, action, () => {
      queue[action](item().id)
    }),
  )
  return element('li', attributes, ...images, name, ...buttons)
}

function button(attributes: Attributes, text: string, onClick: () => void): Element {
  const created = element('button', attributes, text)
  created.addEventListener('click', onClick)
  return created
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: (string | Element)[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name)
  for (const [attribute, read] of Object.entries(attributes)) {
    createRenderEffect(() => {
      const value = read()
      if (value === undefined) created.removeAttribute(attribute)
      else created.setAttribute(attribute, String(value))
    })
  }
  created.append(...children)
  return created
}
