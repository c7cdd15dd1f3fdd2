import { RestClientError, fileInfo, storeFile } from '@uploadcare/rest-client'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { emulatorHandlers } from '../../src/msw/index.js'
import { startEmulator } from '../../src/node/index.js'
import { demoProject } from '../demo-project.js'
import { AUTH_SCHEMAS, tourRestClient } from './rest-client.js'
import { uploadTourFiles } from './upload-tour-files.js'

const emulator = createEmulator({ projects: [demoProject] })
const msw = setupServer(...emulatorHandlers(emulator))

beforeAll(() => {
  msw.listen({ onUnhandledRequest: ({ url }) => expect(new URL(url).hostname).toBe('127.0.0.1') })
})
afterAll(() => {
  msw.close()
})

function expectedOf([first, second, third]: readonly string[], groupId: string): Record<string, unknown> {
  return {
    info: [first, {}, 'text/plain'],
    stored: true,
    storedFiles: [[second, third], { x: 'Invalid' }],
    metadata: ['cat', 'Größe 猫', 'Größe 猫', { pet: 'Größe 猫' }],
    names: ['a', 'b', 'c'],
    pages: [['a', 'b', 'c'], ['d'], ['a', 'b', 'c']],
    copied: ['file', 'a', { from: 'copy' }],
    deleted: [true, true],
    deletedFiles: [1, {}],
    groups: [1, [groupId]],
    group: [2, [null, second]],
    webhook: ['https://app.example.com/webhook?from=uploadcare', 'file.uploaded', true],
    updated: false,
    webhooks: [true],
  }
}

describe.each(['simple', 'signature'] as const)('@uploadcare/rest-client with the %s scheme', (scheme) => {
  const authSchema = AUTH_SCHEMAS[scheme]

  it('works unchanged with the msw handlers', async () => {
    await emulator.reset()
    const { uuids, groupId } = await uploadTourFiles(emulator)
    expect(await tourRestClient({ authSchema }, uuids, groupId)).toEqual(expectedOf(uuids, groupId))
  })

  it('works unchanged with the server', async () => {
    const server = await startEmulator({ projects: [demoProject] })
    const { uuids, groupId } = await uploadTourFiles(server.emulator)
    const results = await tourRestClient({ authSchema, apiBaseURL: server.url }, uuids, groupId)
    expect(results).toEqual(expectedOf(uuids, groupId))
    await server.close()
  })

  it('reports the errors of the API', async () => {
    await emulator.reset()
    const missing = fileInfo({ uuid: '00000000-0000-4000-8000-000000000000' }, { authSchema })
    await expect(missing).rejects.toThrow(RestClientError)
    await expect(missing).rejects.toMatchObject({ status: 404, message: '[404 Not Found] Not found.' })
  })

  it('waits as long as the Retry-After of a throttled response', async () => {
    await emulator.reset()
    const { uuids } = await uploadTourFiles(emulator)
    emulator.faults.add({ endpoint: 'rest', throttle: { retryAfterSeconds: 0 }, times: 2 })
    const { datetimeStored } = await storeFile({ uuid: uuids[0] }, { authSchema })
    expect(datetimeStored).not.toBeNull()
    expect(emulator.journal.entries('rest/file/storage').map(({ status }) => status)).toEqual([429, 429, 200])
  })
})
