import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { compare, millisecondsOf } from '../compare.mjs'
import { IS_QUICK } from '../effort.mjs'
import { sendRequests } from '../send-requests.mjs'

const REQUESTS = 1_600
const TURNS = 6
// V8 needs about 10 000 requests until it has compiled all code of a server.
const WARM_UP = 24_000

/** Compares the time for many requests between our handlers and handlers that do nothing. */
export async function bench() {
  const rows = [await compareHandlers('express')]
  if (!IS_QUICK) rows.push(await compareHandlers('fetch'))
  return rows
}

/** Starts new servers for each pair, because two processes with the same code differ by a few percent all their lives. */
function compareHandlers(place) {
  let ours, theirs
  return compare({
    name: `${TURNS * REQUESTS} requests: the ${place} handler vs. one that only sends the same bytes`,
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
