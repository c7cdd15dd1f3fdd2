import { generateAuthToken } from '@secure-uploading/core'
import { afterEach, expect, it, vi } from 'vitest'
import type * as uploadClient from '@uploadcare/upload-client'
import { useStage } from '../use-stage.js'

const stage = await useStage()

afterEach(() => {
  vi.doUnmock('@uploadcare/upload-client')
  vi.resetModules()
})

it('uploadSmallFiles sends an auth token, which spends one operation per file', async () => {
  vi.resetModules()
  vi.doMock('@uploadcare/upload-client', async (original) => {
    const actual = await original<typeof uploadClient>()
    /** Reads the option like upload-client 6.23. `/info/` needs no token. */
    const info = (uuid: string, options: Parameters<typeof actual.info>[1] & { authToken?: string }) => {
      void options.authToken
      return actual.info(uuid, options)
    }
    return { ...actual, info }
  })
  const { createTokenSource, uploadSmallFiles } = await import('../../src/index.js')
  let issued = 0
  const source = createTokenSource({
    fetchToken: async () => {
      issued++
      const claims = { expiresIn: 60, operations: 4, tokenId: String(issued) }
      const authToken = await generateAuthToken('demosecretkey', claims)
      return { authToken, publicKey: 'demopublickey', expiresIn: 60 }
    },
  })
  const files = Array.from({ length: 8 }, (_, index) => new File(['x'], `${String(index)}.txt`))
  const options = { baseURL: stage.url, filesPerRequest: 4, concurrency: 1 }
  const outcomes = await uploadSmallFiles(source, files, options)
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
  const sent = stage.emulator.journal.entries('base')
  expect(sent.map(({ credential, errorCode }) => errorCode ?? credential)).toEqual([
    'jwt',
    'OperationsLimitExceededError',
    'jwt',
  ])
  expect(issued).toBe(2)
})
