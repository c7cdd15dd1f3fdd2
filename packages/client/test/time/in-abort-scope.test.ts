import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { inAbortScope } from '../../src/time/in-abort-scope.js'

it('inAbortScope leaves no listener on the signal of the caller', async () => {
  const { signal } = new AbortController()
  await inAbortScope(signal, () => Promise.resolve('done'))
  await inAbortScope(signal, () => Promise.reject(new Error('failed'))).catch(() => undefined)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

it('inAbortScope aborts its scope with the error of a failed run', async () => {
  const failure = new Error('one part of it failed')
  let scope: AbortSignal | undefined
  const run = inAbortScope(undefined, (signal) => {
    scope = signal
    return Promise.reject(failure)
  })
  await expect(run).rejects.toBe(failure)
  expect(scope?.reason).toBe(failure)
})
