import { createTokenSource } from '@secure-uploading/client'
import { createUploadQueue } from '@secure-uploading/client/queue'
import { compareRounds } from '../compare-rounds.mjs'
import { millisecondsOf } from '../compare.mjs'

const FILES = 10_000

const files = Array.from(
  { length: FILES },
  (_, index) => new File(['hello'], `${String(index)}.txt`, { type: 'text/plain', lastModified: 1 }),
)

/** Compares the upload queue with a list that is copied for each file, with a listener that reads each snapshot. */
export async function bench() {
  const rows = []
  const ways = {
    together: (add) => add(files),
    'one by one': (add) => files.forEach((file) => add([file])),
  }
  for (const [label, addAll] of Object.entries(ways)) {
    const name = `${FILES} files added ${label}`
    console.error(`  ${name}`)
    const costs = []
    const ratioOf = await compareRounds({
      measure: {
        ours: async () => {
          const { queue, source } = openQueue()
          const cost = await millisecondsOf(() => addToQueue(queue, addAll))
          source.clear()
          costs.push(cost)
          return cost
        },
        copies: () => millisecondsOf(() => addToCopies(addAll)),
      },
    })
    costs.sort((a, b) => a - b)
    console.error(`    ${costs[Math.floor(costs.length / 2)].toFixed(0)} ms`)
    rows.push({
      name: `${name}: createUploadQueue vs. an array that is copied`,
      ...ratioOf('ours', 'copies'),
    })
  }
  return rows
}

function openQueue() {
  const source = createTokenSource({ endpoint: 'http://app.example/token' })
  return { source, queue: createUploadQueue({ source, autoStart: false }) }
}

async function addToQueue(queue, addAll) {
  let shown = 0
  queue.subscribe(() => {
    shown = queue.getSnapshot().items.length
  })
  addAll((some) => queue.add(some))
  // The last changes of a moment are notified together.
  await Promise.resolve()
  if (shown !== FILES) throw new Error(`The listener has seen ${String(shown)} files`)
}

async function addToCopies(addAll) {
  let items = []
  let shown = 0
  const listener = () => {
    shown = items.length
  }
  addAll((some) => {
    for (const file of some) {
      items = [...items, { id: String(items.length), file, status: 'queued', progress: 0 }]
      listener()
    }
  })
  await Promise.resolve()
  if (shown !== FILES) throw new Error(`The listener has seen ${String(shown)} files`)
}
