import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SecureUploadClient } from '../../src/index.js'
import { useStage } from '../use-stage.js'
import { FINAL, RETRIED } from './rows.js'
import { startGateway, type Gateway } from './start-gateway.js'
import { WAYS } from './ways.js'

const stage = await useStage()
let gateway: Gateway
// A gateway for each test: requests that an upload has aborted can still arrive at the one of the test before.
beforeEach(async () => {
  gateway = await startGateway(stage.url)
})
afterEach(() => gateway.close())

const client = (): SecureUploadClient => stage.createClient({ baseURL: gateway.url })
describe.each(WAYS)('an upload in Node: $name', (way) => {
  const { endpoints } = way
  const upload = (one: SecureUploadClient): Promise<unknown> => way.upload(one)
  describe.each(endpoints)('when %s answers once with', (endpoint) => {
    const isPart = endpoint === 'part'
    it.each(RETRIED.filter(([, , { apiOnly }]) => !(isPart && apiOnly)))(
      '%s, is repeated',
      async (_, answer, { delayMs }) => {
        const expected = await countOf(endpoint, upload)
        gateway.answerNext(endpoint, answer)
        await upload(client())
        expect(gateway.count(endpoint)).toBe(expected + 1)
        const retried = stage.events.filter(({ type }) => type === 'retried')
        expect(retried).toMatchObject([
          { what: isPart ? 'multipart/part' : endpoint, ...(delayMs !== undefined && { delayMs }) },
        ])
      },
    )
  })

  describe.each(endpoints)('when %s answers with', (endpoint) => {
    it.each(FINAL.filter(([, , , options]) => !(endpoint === 'part' && options?.apiOnly)))(
      '%s, fails after one attempt and names the status and the address',
      async (_, answer, message) => {
        const expected = await countOf(endpoint, upload)
        gateway.answerNext(endpoint, answer, Infinity)
        const error = await upload(client()).then(
          () => undefined,
          (reason: unknown) => reason,
        )
        expect(error).toMatchObject({ code: 'ERR_UPLOAD_RESPONSE', status: answer.status })
        expect(String(error)).toMatch(message)
        expect(String(error)).toContain(gateway.url)
        expect(String(error)).not.toContain('?')
        expect(stage.types()).not.toContain('retried')
        expect(gateway.count(endpoint)).toBeLessThanOrEqual(expected)
        expect(gateway.count('multipart/start')).toBeLessThanOrEqual(1)
      },
    )
  })
})

/** The number of requests without a failure. */
async function countOf(
  endpoint: string,
  upload: (one: SecureUploadClient) => Promise<unknown>,
): Promise<number> {
  const cached = counts.get(upload)?.[endpoint]
  if (cached !== undefined) return cached
  await upload(client())
  const counted = Object.fromEntries(
    ['base', 'info', 'group', 'multipart/start', 'part', 'multipart/complete'].map((name) => [
      name,
      gateway.count(name),
    ]),
  )
  counts.set(upload, counted)
  gateway.reset()
  stage.events.length = 0
  return counted[endpoint] ?? 0
}
const counts = new Map<unknown, Record<string, number>>()
