import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { createUploadQueue } from '@secure-uploading/client/queue'
import { createSigner } from '@secure-uploading/core'
import { compareRounds } from '../compare-rounds.mjs'
import { compare, millisecondsOf } from '../compare.mjs'
import { startEmulatorProcess } from '../start-emulator-process.mjs'

const FILES = 10_000
const SENT_FILES = 1000
const CHANGES_PER_FILE = 3

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
  return [...rows, await benchMemory(), await benchNotifications()]
}

/** Measures the heap that the items of a queue take, without the files. */
function benchMemory() {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc')
  const heapOf = (create) => {
    collectGarbage()
    const before = process.memoryUsage().heapUsed
    const kept = create()
    collectGarbage()
    const bytes = process.memoryUsage().heapUsed - before
    return { bytes, kept }
  }
  return compare({
    name: `heap of ${FILES} files in createUploadQueue vs. an array of objects`,
    ours: async () => {
      const { queue, source } = openQueue()
      const { bytes } = heapOf(() => queue.add(files) && queue.getSnapshot())
      console.error(`    ${String(Math.round(bytes / FILES))} bytes for each file`)
      source.clear()
      return bytes
    },
    theirs: async () =>
      heapOf(() => files.map((file, index) => ({ id: String(index), file, status: 'queued', progress: 0 })))
        .bytes,
  })
}

/** Counts the notifications while small files are sent, and compares them with one for each change of a status. */
async function benchNotifications() {
  const { url: baseURL, reset, close } = await startEmulatorProcess()
  const publicKey = 'demopublickey'
  const signer = createSigner({ secretKey: 'demosecretkey' })
  const fetchToken = async () => ({ publicKey, expiresIn: 1800, ...(await signer.sign({ expiresIn: 1800 })) })

  async function countNotifications() {
    const client = new SecureUploadClient({ baseURL, tokenSource: createTokenSource({ fetchToken }) })
    const queue = createUploadQueue({ client })
    queue.add(files.slice(0, SENT_FILES))
    let notifications = 0
    queue.subscribe(() => notifications++)
    const elapsedMs = await millisecondsOf(() => queue.settled())
    const { uploaded } = queue.getSnapshot().counts
    if (uploaded !== SENT_FILES)
      throw new Error(`${String(uploaded)} of ${String(SENT_FILES)} files are uploaded`)
    console.error(`    ${((notifications / elapsedMs) * 1000).toFixed(1)} notifications a second`)
    await reset()
    return notifications
  }
  try {
    return await compare({
      name: `notifications while ${SENT_FILES} files are sent vs. one for each change`,
      ours: countNotifications,
      theirs: async () => SENT_FILES * CHANGES_PER_FILE,
    })
  } finally {
    close()
  }
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
