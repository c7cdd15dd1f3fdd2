import { beforeEach, expect, test } from 'vitest'
import { createEmulator, type Fault } from '../../../src/index.js'
import { demoProject } from '../../demo-project.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
const info = async (): Promise<Response> =>
  emulator.fetch(new Request('https://upload.uploadcare.com/info/?jsonerrors=1'))
const upload = async (): Promise<Response> => {
  const body = new URLSearchParams({ pub_key: 'demopublickey', 'files[]': crypto.randomUUID() })
  return emulator.fetch(new Request('https://upload.uploadcare.com/group/', { method: 'POST', body }))
}

beforeEach(async () => {
  await emulator.reset()
})

test('a fault skips requests and then applies to the given number', async () => {
  emulator.faults.add({ endpoint: 'info', status: 503, skip: 1, times: 2 })
  const statuses = []
  for (let request = 0; request < 4; request++) statuses.push((await info()).status)

  expect(statuses).toEqual([200, 503, 503, 200])
  expect(emulator.faults.list()).toEqual([])
})

test('a fault applies to its endpoints only', async () => {
  emulator.faults.add({ endpoint: ['base', 'from_url'], status: 503 })

  expect((await info()).status).toBe(200)
})

test('throttling is reported in the requested form', async () => {
  emulator.faults.add({ throttle: { retryAfterSeconds: 7 } })
  const response = await info()

  expect(response.headers.get('Retry-After')).toBe('7')
  expect(await response.json()).toEqual({
    error: { status_code: 429, content: 'Request was throttled.', error_code: 'RequestThrottledError' },
  })
})

test('a refusal applies to signed endpoints only', async () => {
  emulator.faults.add({ refuse: 'SignatureExpirationError' })
  await info()
  const response = await upload()

  expect([response.status, await response.text()]).toEqual([403, 'Expired signature.'])
  expect(emulator.journal.entries('group')[0]?.verdict).toMatchObject({ code: 'SignatureExpirationError' })
})

test('fetch rejects with a TypeError when a fault drops the connection', async () => {
  emulator.faults.add({ drop: 'request' })

  await expect(info()).rejects.toBeInstanceOf(TypeError)
  expect(emulator.journal.entries('info')[0]?.status).toBeUndefined()
})

test('a truncated response announces more bytes than it sends', async () => {
  emulator.faults.add({ truncateAfterBytes: 3 })
  const response = await info()

  expect(Number(response.headers.get('Content-Length'))).toBeGreaterThan(3)
  await expect(response.text()).rejects.toThrow('terminated')
})

test('requests wait for a promise and are counted as concurrent', async () => {
  let release: (() => void) | undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  emulator.faults.add({ until, times: 2 })
  const requests = Promise.all([info(), info()])
  release?.()
  await requests

  expect(emulator.journal.entries('info').map((entry) => entry.concurrentRequests)).toEqual([1, 2])
})

test.each([
  [{}, 'exactly one of'],
  [{ status: 503, drop: 'request' }, 'exactly one of'],
  [{ status: 99 }, '"status"'],
  [{ status: 503, times: 0 }, '"times"'],
  [{ status: 503, skip: -1 }, '"skip"'],
  [{ latencyMs: -1 }, '"latencyMs"'],
  [{ refuse: 'NoSuchError' }, '"refuse"'],
])('the fault %o is rejected', (fault, message) => {
  expect(() => emulator.faults.add(fault as Fault)).toThrow(message)
})
