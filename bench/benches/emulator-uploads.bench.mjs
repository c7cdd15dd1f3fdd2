import { fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import path from 'node:path'
import { compare, millisecondsOf } from '../compare.mjs'

const MEBIBYTE = 1024 * 1024
const PART_BYTES = 5 * MEBIBYTE
const MULTIPART_BYTES = 256 * MEBIBYTE
const DIRECT_UPLOADS = 64
const CONCURRENCY = 4
const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY })

/** Compares uploads to the emulator with the same bytes to a `node:http` server that only counts them. */
export async function bench() {
  const [emulator, counter] = await Promise.all(['emulator', 'counter'].map(start))
  try {
    return [
      await compare({
        name: `${DIRECT_UPLOADS} direct uploads of 1 MiB: the emulator vs. a server that only counts bytes`,
        ours: () => measured(emulator, () => uploadDirectly(emulator.url)),
        theirs: () => measured(counter, () => uploadDirectly(counter.url)),
      }),
      await compare({
        name: '256 MiB in parts: the emulator vs. a server that only counts bytes',
        ours: () => measured(emulator, () => uploadInParts(emulator.url)),
        theirs: () => measured(counter, () => sendParts(partSizes().map(() => `${counter.url}/part`))),
      }),
    ]
  } finally {
    agent.destroy()
    for (const { child } of [emulator, counter]) child.disconnect()
  }
}

async function start(kind) {
  const child = fork(path.join(import.meta.dirname, '../emulator-bench-server.mjs'), [kind])
  const [url] = await once(child, 'message')
  return { child, url }
}

/** Deletes the uploads after each measurement, so that all measurements start with the same memory usage. */
async function measured({ child }, work) {
  const milliseconds = await millisecondsOf(work)
  child.send('reset')
  await once(child, 'message')
  return milliseconds
}

const form = Buffer.concat([
  Buffer.from(
    '--x\r\nContent-Disposition: form-data; name="UPLOADCARE_PUB_KEY"\r\n\r\ndemopublickey\r\n' +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
  ),
  Buffer.alloc(MEBIBYTE, 'a'),
  Buffer.from('\r\n--x--\r\n'),
])
const part = Buffer.alloc(PART_BYTES, 'a')

async function uploadDirectly(url) {
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  await runConcurrently(DIRECT_UPLOADS, () => send('POST', `${url}/base/`, form, headers))
}

async function uploadInParts(url) {
  const fields = { filename: 'a', size: String(MULTIPART_BYTES), content_type: 'video/mp4' }
  const { uuid, parts } = await post(`${url}/multipart/start/`, fields)
  await sendParts(parts)
  const { size } = await post(`${url}/multipart/complete/`, { uuid })
  if (size !== MULTIPART_BYTES) throw new Error('The upload is not complete')
}

async function sendParts(urls) {
  const sizes = partSizes()
  await runConcurrently(urls.length, (index) => send('PUT', urls[index], part.subarray(0, sizes[index])))
}

function partSizes() {
  const count = Math.ceil(MULTIPART_BYTES / PART_BYTES)
  return Array.from({ length: count }, (_, index) =>
    Math.min(PART_BYTES, MULTIPART_BYTES - index * PART_BYTES),
  )
}

async function post(url, fields) {
  const body = Buffer.from(new URLSearchParams({ UPLOADCARE_PUB_KEY: 'demopublickey', ...fields }).toString())
  return JSON.parse(await send('POST', url, body, { 'Content-Type': 'application/x-www-form-urlencoded' }))
}

async function runConcurrently(count, work) {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
}

async function send(method, url, body, headers = {}) {
  const request = http.request(url, { method, agent, headers: { 'Content-Length': body.length, ...headers } })
  request.end(body)
  const [response] = await once(request, 'response')
  const chunks = await response.toArray()
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`)
  return Buffer.concat(chunks).toString()
}
