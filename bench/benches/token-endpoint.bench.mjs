import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { compare, millisecondsOf } from '../compare.mjs'
import { sendRequests } from '../send-requests.mjs'

const REQUESTS = 1_600
const TURNS = 12
// Servers that have been running for a while: V8 needs some 10 000 requests until it has compiled all that they use.
const WARM_UP = 24_000

/** How long many requests take: our handlers against handlers in the same place that do nothing. */
export async function bench() {
  return [await compareHandlers('express'), await compareHandlers('fetch')]
}

/** Each pair has servers of its own: two processes that run the same code differ by some percent, for as long as they live. */
function compareHandlers(place) {
  let ours, theirs
  return compare({
    name: `${TURNS * REQUESTS} requests: the ${place} handler, against one that sends the same bytes and does nothing`,
    async beforePair() {
      ours = await startServer(`${place}/ours`)
      theirs = await startServer(`${place}/nothing`)
    },
    ours: () => ours.answer(REQUESTS),
    theirs: () => theirs.answer(REQUESTS),
    turns: TURNS,
    afterPair() {
      ours.stop()
      theirs.stop()
    },
  })
}

async function startServer(name) {
  const child = fork(path.join(import.meta.dirname, '../token-server-process.mjs'), [name])
  const [port] = await once(child, 'message')
  await sendRequests(port, WARM_UP)
  return {
    answer: (count) => millisecondsOf(() => sendRequests(port, count)),
    stop: () => child.disconnect(),
  }
}
