import { useDropZone, useUploadQueue, type UploadItem, type UploadQueue } from '@secure-uploading/vue'
import { defineComponent, h, onMounted } from 'vue'
import type { AppProps } from '../binding.js'

const ALL = ['start', 'pause', 'resume', 'cancel', 'retry', 'clear'] as const
const ACTIONS = ['pause', 'resume', 'cancel', 'retry', 'remove'] as const

export const App = defineComponent(
  ({ options, zone, onRowRender, onQueue }: AppProps) => {
    const { queue, state } = useUploadQueue(options)
    const { root, input, isDragActive } = useDropZone(queue, zone)
    onMounted(() => {
      onQueue(queue)
    })
    return () =>
      h('main', [
        h('div', { ...root.value, 'data-zone': '', 'data-drag-active': String(isDragActive.value) }, [
          'Drop files here',
          h('input', { ...input.value, 'data-input': '' }),
        ]),
        h('output', {
          'data-queue': '',
          'data-status': state.value.status,
          'data-progress': state.value.progress,
        }),
        ALL.map((name) => h('button', { 'data-all': name, onClick: () => queue[name]() }, name)),
        h(
          'ol',
          state.value.items.map((item) => h(Row, { key: item.id, item, queue, onRowRender })),
        ),
      ])
  },
  { props: ['options', 'zone', 'onRowRender', 'onQueue'] },
)

interface RowProps extends Pick<AppProps, 'onRowRender'> {
  item: UploadItem
  queue: UploadQueue
}

const Row = defineComponent(
  (props: RowProps) => () => {
    const { item, queue } = props
    props.onRowRender(item.name)
    return h(
      'li',
      {
        'data-item': item.name,
        'data-status': item.status,
        'data-progress': item.progress,
        'data-error': item.error?.message,
      },
      [
        item.type.startsWith('image/') ? h('img', { alt: '', src: queue.preview(item.id) }) : undefined,
        item.name,
        ACTIONS.map((name) =>
          h('button', { 'data-action': name, onClick: () => queue[name](item.id) }, name),
        ),
      ],
    )
  },
  { props: ['item', 'queue', 'onRowRender'] },
)
