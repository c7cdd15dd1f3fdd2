import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import type { UploadItem } from '../../src/queue/upload-item.js'
import type { UploadQueueState } from '../../src/queue/upload-queue.js'
import { createQueueWorld, fileOf, type QueueWorld } from './queue-world.js'

afterEach(() => vi.unstubAllGlobals())

interface Step {
  name: string
  /** Whether the progress of the queue may decrease. */
  mayDecrease?: boolean
  /** Whether `pause` holds the files that are added later. */
  holds?: boolean
  /** Whether the queue is emptied, for another user. */
  endsSession?: boolean
  run: (world: QueueWorld) => void | Promise<void>
}

const MOST_NOTIFICATIONS_PER_CALL = 2
const index = fc.nat({ max: 30 })

const itemAt = ({ queue }: QueueWorld, at: number): UploadItem | undefined => {
  const { items } = queue.getSnapshot()
  return items[at % Math.max(1, items.length)]
}
const attemptAt = (world: QueueWorld, at: number) => {
  const live = world.live()
  return live[at % Math.max(1, live.length)]
}

const sizeBytes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 }), fc.constant(12_000_000))
const add = fc
  .array(fc.record({ name: fc.integer({ min: 0, max: 9 }), sizeBytes }), { maxLength: 12 })
  .map<Step>((files) => ({
    name: `add ${JSON.stringify(files)}`,
    mayDecrease: true,
    run: ({ queue }) =>
      void queue.add(files.map((file) => fileOf(`${String(file.name)}.txt`, file.sizeBytes))),
  }))

const perItem = (name: 'pause' | 'resume' | 'cancel' | 'retry', mayDecrease: boolean) =>
  fc.option(index, { nil: undefined }).map<Step>((at) => ({
    name: `${name} ${String(at)}`,
    mayDecrease,
    ...(at === undefined && name === 'pause' && { holds: true }),
    ...(at === undefined && name === 'resume' && { holds: false }),
    run: (world) => {
      world.queue[name](at === undefined ? undefined : (itemAt(world, at)?.id ?? 'unknown'))
    },
  }))

const remove = index.map<Step>((at) => ({
  name: `remove ${String(at)}`,
  mayDecrease: true,
  run: (world) => {
    world.queue.remove(itemAt(world, at)?.id ?? 'unknown')
  },
}))
const clear = fc.constant<Step>({
  name: 'clear',
  mayDecrease: true,
  holds: false,
  endsSession: true,
  run: ({ queue }) => {
    queue.clear()
  },
})
const signOut = fc.constant<Step>({
  name: 'sign out',
  mayDecrease: true,
  holds: false,
  endsSession: true,
  run: ({ source }) => {
    source.clear()
  },
})

/** The folders that are being read, with the session in which they were dropped. */
const walks = new WeakMap<QueueWorld, { session: AbortSignal; user: number }[]>()
const users = new WeakMap<QueueWorld, number>()
const drop = fc.constant<Step>({
  name: 'drop a folder',
  run: (world) => {
    const { session } = world.queue
    walks.set(world, [...(walks.get(world) ?? []), { session, user: users.get(world) ?? 0 }])
  },
})
const endWalk = fc.constant<Step>({
  name: 'the folder is read',
  mayDecrease: true,
  run: (world) => {
    const [walk, ...others] = walks.get(world) ?? []
    walks.set(world, others)
    if (walk && !walk.session.aborted) world.queue.add([fileOf(`of user ${String(walk.user)}`)])
  },
})

const progress = fc.tuple(index, fc.constantFrom(0, 0.3, 0.6, 1, NaN)).map<Step>(([at, value]) => ({
  name: `progress ${String(at)} ${String(value)}`,
  run: (world) => attemptAt(world, at)?.progress(value),
}))
const retried = fc.tuple(index, fc.integer({ min: 1, max: 60_000 })).map<Step>(([at, delayMs]) => ({
  name: `server error ${String(at)}, again in ${String(delayMs)}`,
  run: (world) => attemptAt(world, at)?.retry(delayMs),
}))
const tokenLate = fc.tuple(index, fc.integer({ min: 1, max: 60_000 })).map<Step>(([at, delayMs]) => ({
  name: `no token ${String(at)}, again in ${String(delayMs)}`,
  run: (world) => attemptAt(world, at)?.waitForToken(delayMs),
}))
const offline = index.map<Step>((at) => ({
  name: `offline ${String(at)}`,
  run: (world) => {
    world.device.onLine = false
    attemptAt(world, at)?.waitForNetwork()
  },
}))
const online = fc.constant<Step>({
  name: 'online',
  run: ({ device }) => {
    device.onLine = true
  },
})
const end = fc.tuple(index, fc.constantFrom('sent', 'succeed', 'fail')).map<Step>(([at, how]) => ({
  name: `${how} ${String(at)}`,
  run: (world) => attemptAt(world, at)?.[how](),
}))
const advance = fc.integer({ min: 0, max: 70_000 }).map<Step>((ms) => ({
  name: `advance ${String(ms)}`,
  run: ({ clock }) => clock.advance(ms),
}))

const step = fc.oneof(
  { weight: 3, arbitrary: add },
  { weight: 4, arbitrary: end },
  { weight: 3, arbitrary: progress },
  { weight: 2, arbitrary: perItem('pause', true) },
  { weight: 2, arbitrary: perItem('resume', false) },
  { weight: 2, arbitrary: perItem('cancel', false) },
  { weight: 2, arbitrary: perItem('retry', true) },
  { weight: 1, arbitrary: remove },
  { weight: 1, arbitrary: fc.oneof(clear, signOut) },
  { weight: 2, arbitrary: fc.oneof(retried, tokenLate) },
  { weight: 1, arbitrary: fc.oneof(offline, online) },
  { weight: 1, arbitrary: advance },
  { weight: 1, arbitrary: fc.oneof(drop, endWalk) },
)

const SENDING = ['uploading', 'waiting', 'processing']
const EXCLUDED = ['rejected', 'canceled', 'failed']

function checkSnapshot(state: UploadQueueState): void {
  const { items, counts, progress: share } = state
  for (const [status, count] of Object.entries(counts)) {
    expect(items.filter((item) => item.status === status)).toHaveLength(count)
  }
  const counted = items.filter(({ status }) => !EXCLUDED.includes(status))
  expect(state.totalBytes).toBe(counted.reduce((sum, item) => sum + item.sizeBytes, 0))
  expect(state.sentBytes).toBe(counted.reduce((sum, item) => sum + item.sentBytes, 0))
  for (const value of [share, ...items.map((item) => item.progress)]) {
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThanOrEqual(1)
  }
  for (const item of items) {
    expect(item.sentBytes).toBeLessThanOrEqual(item.sizeBytes)
    expect(item.error === undefined).toBe(!['rejected', 'failed'].includes(item.status))
    expect(item.waitingFor === undefined).toBe(item.status !== 'waiting')
    expect(item.uploaded === undefined).toBe(item.status !== 'uploaded')
    if (item.status !== 'uploading') expect(item.bytesPerSecond).toBe(0)
  }
  for (const { bytesPerSecond, secondsLeft = 0 } of [state, ...items]) {
    expect(Number.isFinite(bytesPerSecond) && bytesPerSecond >= 0).toBe(true)
    expect(Number.isFinite(secondsLeft) && secondsLeft >= 0).toBe(true)
  }
}

/** Checks what the status of the queue says about its files. */
function checkStatus({ items, status }: UploadQueueState, isHeld: boolean): void {
  const isAnyOpen = items.some(isOpen)
  if (!isAnyOpen) expect(status, 'every item is final').toBe('idle')
  if (isAnyOpen && isHeld) expect(status, 'the queue is paused').toBe('paused')
  if (status === 'paused' && !isHeld) expect(items.some((item) => item.status === 'paused')).toBe(true)
}

function checkChange(before: UploadQueueState, after: UploadQueueState, { mayDecrease = false }: Step): void {
  if (!mayDecrease) expect(after.progress).toBeGreaterThanOrEqual(before.progress)
  const ids = after.items.map(({ id }) => id)
  const kept = before.items.map(({ id }) => id).filter((id) => ids.includes(id))
  expect(ids.slice(0, kept.length), 'the order of the list').toStrictEqual(kept)
  for (const item of after.items) {
    const old = before.items.find(({ id }) => id === item.id)
    if (!old || !SENDING.includes(old.status) || !SENDING.includes(item.status)) continue
    if (!mayDecrease) expect(item.sentBytes).toBeGreaterThanOrEqual(old.sentBytes)
  }
}

function checkAttempts(world: QueueWorld): void {
  const { items } = world.queue.getSnapshot()
  const ids = world.live().map(({ id }) => id)
  expect(new Set(ids).size, 'one attempt for each file').toBe(ids.length)
  const sending = items.filter(({ status }) => SENDING.includes(status)).map(({ id }) => id)
  expect(new Set(ids)).toStrictEqual(new Set(sending))
}

async function check(world: QueueWorld, one: Step): Promise<void> {
  const { queue } = world
  const before = queue.getSnapshot()
  const notified = world.notifications
  const startMs = world.clock.monotonicMs()
  await one.run(world)
  await world.settle()
  const after = queue.getSnapshot()
  expect(queue.getSnapshot()).toBe(after)
  const elapsedMs = world.clock.monotonicMs() - startMs
  expect(world.notifications - notified).toBeLessThanOrEqual(
    Math.ceil(elapsedMs / 100) + 1 + MOST_NOTIFICATIONS_PER_CALL,
  )
  checkSnapshot(after)
  checkChange(before, after, one)
  checkAttempts(world)
}

it('keeps its promises in any order of calls, failures and sign-outs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = createQueueWorld()
      const { queue } = world
      const uploaded = new Set<string>()
      let isHeld = false
      for (const one of steps) {
        const started = world.attempts.length
        const canceled = queue.getSnapshot().items.filter(({ status }) => status === 'canceled')
        await check(world, one)
        isHeld = one.holds ?? isHeld
        if (one.endsSession) users.set(world, (users.get(world) ?? 0) + 1)
        checkStatus(queue.getSnapshot(), isHeld)
        const user = `of user ${String(users.get(world) ?? 0)}`
        const names = queue.getSnapshot().items.map(({ name }) => name)
        expect(names.filter((name) => name.startsWith('of user') && name !== user)).toStrictEqual([])
        if (one.name === 'retry undefined')
          expect(queue.getSnapshot().items).toEqual(expect.arrayContaining(canceled))
        // No file is sent again after it was uploaded.
        for (const { id } of world.attempts.slice(started)) expect(uploaded.has(id), one.name).toBe(false)
        for (const { id, status } of queue.getSnapshot().items) if (status === 'uploaded') uploaded.add(id)
      }

      // Every item ends.
      const settled = queue.settled()
      queue.resume()
      for (let round = 0; round < 200 && queue.getSnapshot().items.some(isOpen); round++) {
        for (const attempt of world.live()) attempt.succeed()
        await world.clock.advance(100)
      }
      const items = await settled
      expect(items.filter(isOpen)).toStrictEqual([])
      expect(world.live()).toStrictEqual([])
      queue.destroy()
      await world.settle()
      expect(world.clock.timers).toBe(0)
    }),
    { numRuns: 300, interruptAfterTimeLimit: 20_000 },
  )
}, 60_000)

const isOpen = ({ status }: UploadItem): boolean => ![...EXCLUDED, 'uploaded'].includes(status)
