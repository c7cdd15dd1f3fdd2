import { beforeEach, describe, expect, it } from 'vitest'
import { readRange } from '../../src/queue/kept/read-range.js'
import { createFakeClock, settlePromises } from '../fake-clock.js'
import { createMemoryStore } from './memory-store.js'

const DAY_MS = 86_400_000
const RANGE = { prefix: 'page', from: 1, to: 2, paused: [2], scope: '', holder: 'page', writtenAtMs: 0 }

const clock = createFakeClock()
let store: ReturnType<typeof createMemoryStore>
const stored = (): Record<string, unknown> => ({
  owner: 'ann',
  name: 'a.txt',
  sizeBytes: 1,
  type: 'text/plain',
  lastModified: 1,
  metadata: { album: '1' },
  addedAtMs: clock.wallMs() - 1,
})

beforeEach(() => {
  store = createMemoryStore()
  // Unlike a copy, the value itself can be malformed.
  store.get = (key) => Promise.resolve(store.values.get(key))
})

describe('the stored files of a range', () => {
  it('are returned with their numbers, and whether they are paused', async () => {
    store.values.set('queue/page-1', stored())
    store.values.set('queue/page-2', { ...stored(), name: 'b.txt' })
    expect(await readRange(store, RANGE, 'ann', clock)).toMatchObject([
      { id: 'page-1', prefix: 'page', number: 1, isPaused: false, stored: { metadata: { album: '1' } } },
      { id: 'page-2', prefix: 'page', number: 2, isPaused: true, stored: { name: 'b.txt' } },
    ])
  })

  it('are skipped where the browser has deleted them', async () => {
    store.values.set('queue/page-2', stored())
    expect(await readRange(store, RANGE, 'ann', clock)).toMatchObject([{ id: 'page-2' }])
  })

  it.each<[string, (file: Record<string, unknown>) => unknown]>([
    ['is no object', () => 'a.txt'],
    ['is null', () => null],
    ['is of another user', (file) => ({ ...file, owner: 'bob' })],
    ['is a day old', (file) => ({ ...file, addedAtMs: clock.wallMs() - DAY_MS })],
    ['is a day in the future', (file) => ({ ...file, addedAtMs: clock.wallMs() + DAY_MS })],
    ...['name', 'sizeBytes', 'type', 'lastModified', 'addedAtMs'].map(
      (member): [string, (file: Record<string, unknown>) => unknown] => [
        `has no ${member}`,
        (file) => ({ ...file, [member]: undefined }),
      ],
    ),
  ])(
    'are deleted with the session of their parts, and not returned, when the value %s',
    async (_, change) => {
      store.values.set('queue/page-1', change(stored()))
      store.values.set('queue-parts/page-1', {})
      expect(await readRange(store, RANGE, 'ann', clock)).toStrictEqual([])
      await settlePromises()
      expect([...store.values.keys()]).toStrictEqual([])
    },
  )
})
