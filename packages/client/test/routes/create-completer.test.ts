import { SecureUploadError } from '@secure-uploading/core/token'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createCompleter, type Complete } from '../../src/routes/create-completer.js'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { createFakeClock, settlePromises, type FakeClock } from '../fake-clock.js'

const uuidOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const UUID = uuidOf(0)

describe('completing files', () => {
  let clock: FakeClock
  let requests: (readonly string[])[]
  let answer: (names: readonly string[]) => unknown
  let complete: Complete
  let clear: () => void

  beforeEach(() => {
    clock = createFakeClock()
    requests = []
    answer = (names) => ({ files: names.map((uuid) => ({ uuid, status: 'accepted', data: uuid })) })
    const source = createTokenSource({ endpoint: 'https://app.example/api/uploads', clock })
    clear = () => {
      source.clear()
    }
    complete = createCompleter(
      source,
      () => 1,
      async (names) => {
        requests.push(names)
        return Promise.resolve(answer(names))
      },
    )
  })

  it('sends files that are added in the same moment together, at most 50 in a request', async () => {
    const data = await Promise.all(
      Array.from({ length: 120 }, (_, index) => complete(uuidOf(index), undefined)),
    )
    expect(requests.map(({ length }) => length)).toEqual([50, 50, 20])
    expect(data[119]).toBe(uuidOf(119))
  })

  it('causes no warning of Node about listeners, before and after sign-out', async () => {
    const warnings: Error[] = []
    const note = (warning: Error): unknown => warnings.push(warning)
    process.on('warning', note)
    onTestFinished(() => void process.off('warning', note))
    const completeMany = async (): Promise<unknown> =>
      Promise.allSettled(Array.from({ length: 20 }, async (_, index) => complete(uuidOf(index), undefined)))
    await completeMany()
    clear()
    const outcomes = completeMany()
    clear()
    await outcomes
    await completeMany()
    // Node reports warnings in a later task.
    await new Promise((resolve) => setImmediate(resolve))
    expect(warnings).toEqual([])
  })

  it('sends a file once when it is added twice', async () => {
    expect(await Promise.all([complete(UUID, undefined), complete(UUID, undefined)])).toEqual([UUID, UUID])
    expect(requests).toEqual([[UUID]])
  })

  it('rejects a rejected file with its code, and no other', async () => {
    answer = () => ({
      files: [
        { uuid: uuidOf(1), status: 'rejected', code: 'ERR_FILE_TYPE', message: 'No HTML.' },
        { uuid: uuidOf(2), status: 'accepted' },
      ],
    })
    const outcomes = await Promise.allSettled([
      complete(uuidOf(1), undefined),
      complete(uuidOf(2), undefined),
    ])
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'ERR_FILE_TYPE', message: 'No HTML.' } },
      { status: 'fulfilled', value: undefined },
    ])
  })

  it.each(['processing', 'failed'])(
    'asks again for a file that is %s, after the time that the server named',
    async (status) => {
      answer = () => ({ files: [{ uuid: UUID, status, retryAfter: 7 }] })
      const completed = complete(UUID, undefined)
      await clock.advance(6999)
      expect(requests).toHaveLength(1)
      answer = () => ({ files: [{ uuid: UUID, status: 'accepted', data: 'late' }] })
      await clock.advance(1)
      expect(await completed).toBe('late')
    },
  )

  it('gives up after 2 minutes with an error that names the file', async () => {
    answer = () => ({ files: [{ uuid: UUID, status: 'processing', retryAfter: 20 }] })
    const failed = expect(complete(UUID, undefined)).rejects.toMatchObject({
      code: 'ERR_COMPLETION_PENDING',
      data: { uuid: UUID },
    })
    await clock.advance(120_000)
    await failed
    expect(requests.length).toBeGreaterThan(4)
    expect(clock.timers).toBe(0)
  })

  it('repeats a request after a failure that may pass, and passes on any other', async () => {
    answer = () => {
      throw new SecureUploadError('ERR_ENDPOINT_UNREACHABLE', 'offline', { retryable: true })
    }
    const completed = complete(UUID, undefined)
    await clock.advance(0)
    answer = (names) => ({ files: names.map((uuid) => ({ uuid, status: 'accepted', data: 1 })) })
    await clock.advance(500)
    expect(await completed).toBe(1)

    answer = () => {
      throw new SecureUploadError('ERR_UNAUTHENTICATED', 'signed out')
    }
    await expect(complete(UUID, undefined)).rejects.toMatchObject({ code: 'ERR_UNAUTHENTICATED' })
  })

  it.each([undefined, {}, { files: {} }, { files: [{ uuid: UUID, status: 'new' }] }, { files: [null] }])(
    'rejects with ERR_ENDPOINT_RESPONSE when the answer is %j',
    async (json) => {
      answer = () => json
      await expect(complete(UUID, undefined)).rejects.toMatchObject({ code: 'ERR_ENDPOINT_RESPONSE' })
    },
  )

  it('ends with its signal, without another request', async () => {
    answer = () => ({ files: [{ uuid: UUID, status: 'processing', retryAfter: 1 }] })
    const controller = new AbortController()
    const aborted = expect(complete(UUID, { signal: controller.signal })).rejects.toThrow('enough')
    await settlePromises()
    controller.abort(new Error('enough'))
    await aborted
    await clock.advance(60_000)
    expect(requests).toHaveLength(1)
  })

  it('ends when the user signs out', async () => {
    answer = () => ({ files: [{ uuid: UUID, status: 'processing', retryAfter: 1 }] })
    const ended = expect(complete(UUID, undefined)).rejects.toMatchObject({ name: 'AbortError' })
    await settlePromises()
    clear()
    await ended
    await clock.advance(60_000)
    expect(requests).toHaveLength(1)
  })
})
