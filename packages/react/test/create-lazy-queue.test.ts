import { createUploadQueue } from '@secure-uploading/client/queue'
import { createTokenSource } from '@secure-uploading/client/token-source'
import { describe, expect, it } from 'vitest'
import { createLazyQueue, EMPTY_STATE } from '../src/create-lazy-queue.js'

const source = createTokenSource({ endpoint: 'https://app.example/api/upload-token' })

/** Creates a lazy queue that counts how often a queue is created. Its files are never sent. */
function setUp() {
  const count = { created: 0 }
  const queue = createLazyQueue(() => {
    count.created++
    return createUploadQueue({ source, autoStart: false })
  })
  return { queue, count }
}

const file = (name: string): File => new File(['text'], name, { type: 'text/plain' })

describe('createLazyQueue', () => {
  it('creates no queue for a render, and one for all uses after it', () => {
    const { queue, count } = setUp()
    expect(queue.getSnapshot()).toBe(EMPTY_STATE)
    expect(count.created).toBe(0)
    queue.subscribe(() => undefined)
    queue.add([file('a.txt')])
    expect(count.created).toBe(1)
  })

  it('keeps its snapshot when the queue is created, so that components do not render again', () => {
    const { queue } = setUp()
    queue.subscribe(() => undefined)
    expect(queue.getSnapshot()).toBe(EMPTY_STATE)
    queue.add([file('a.txt')])
    expect(queue.getSnapshot().items).toHaveLength(1)
    expect(queue.getSnapshot()).toBe(queue.getSnapshot())
  })

  it('has the same empty state as a queue', () => {
    expect(createUploadQueue({ source }).getSnapshot()).toEqual(EMPTY_STATE)
  })

  it('has every member of a queue', () => {
    const members = Object.keys(createUploadQueue({ source })).sort()
    const ours = Object.keys(setUp().queue).filter((name) => name !== 'revive')
    expect(ours.sort()).toEqual(members)
  })

  it('creates no second queue after it was destroyed, and a new one after it was revived', () => {
    const { queue, count } = setUp()
    queue.add([file('a.txt')])
    queue.destroy()
    queue.add([file('b.txt')])
    expect(count.created).toBe(1)
    queue.revive()
    expect(queue.getSnapshot()).toBe(EMPTY_STATE)
    queue.add([file('c.txt')])
    expect(count.created).toBe(2)
    expect(queue.getSnapshot().items.map(({ name }) => name)).toEqual(['c.txt'])
  })

  it('takes no file after it was destroyed before its first use', () => {
    const { queue } = setUp()
    queue.destroy()
    expect(queue.add([file('a.txt')])).toEqual([])
    queue.revive()
    expect(queue.add([file('b.txt')])).toHaveLength(1)
  })

  it('keeps the queue that is in use when it is revived again', () => {
    const { queue, count } = setUp()
    queue.add([file('a.txt')])
    queue.revive()
    expect(queue.getSnapshot().items).toHaveLength(1)
    expect(count.created).toBe(1)
  })
})
