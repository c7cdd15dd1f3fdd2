import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { compare, millisecondsOf } from '../compare.mjs'
import { sendRequests } from '../send-requests.mjs'

const REQUESTS = 8_000

/** How long many requests take: our handlers against handlers in the same place that do nothing. */
export async function bench() {
  const child = fork(path.join(import.meta.dirname, '../token-server-process.mjs'))
  try {
    const [ports] = await once(child, 'message')
    const time = (name) => () => millisecondsOf(() => sendRequests(ports[name], REQUESTS))
    const rows = []
    for (const place of ['express', 'fetch']) {
      rows.push(
        await compare({
          name: `${REQUESTS} requests: the ${place} handler, against one that sends the same bytes and does nothing`,
          ours: time(`${place}/ours`),
          theirs: time(`${place}/nothing`),
        }),
      )
    }
    return rows
  } finally {
    child.disconnect()
  }
}
