import { createUploadRoutes } from '@secure-uploading/client/routes'
import { uploadFile } from '@uploadcare/upload-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_KEY } from './app-options.js'
import type { defineRoutes } from './express-app.js'
import { listFiles } from './list-files.js'
import { htmlAsPng, pngOf } from './sample-files.js'
import type { Stage } from './stage.js'

interface Settings {
  /**
   * Whether the webhook arrives after the completion. A store over the network does not prevent that `onUploaded` runs twice
   * when both arrive in the same moment.
   */
  isWebhookLate?: boolean
}

/** Tests the upload routes of an app with a client in Node. */
export function describeInNode(name: string, start: () => Promise<Stage>, settings: Settings = {}): void {
  describe(`upload routes of ${name} in Node`, () => {
    let stage: Stage

    beforeAll(async () => {
      stage = await start()
    })
    afterAll(() => stage.close())

    const routesFor = (user: string) =>
      createUploadRoutes<ReturnType<typeof defineRoutes>>({
        endpoint: `${stage.url}/api/uploads`,
        headers: { cookie: `user=${user}` },
        baseURL: stage.emulator.url,
      })
    const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())

    it('upload an avatar: it is checked, stored, saved once, and its data reach the client', async () => {
      stage.isWebhookDown = settings.isWebhookLate === true
      const { file, data } = await routesFor('ada')
        .route('avatar')
        .uploadFile(await bytesOf(pngOf('ada')), { fileName: 'ada.png', contentType: 'image/png' })

      expect(data.url).toContain(`/${file.uuid}/`)
      expect(new Date(data.uploadedAt).getTime()).toBeGreaterThan(0)
      stage.isWebhookDown = false
      await stage.emulator.emulator.webhooks.settled()
      expect(stage.saved).toEqual([{ uuid: file.uuid, subject: 'ada', route: 'avatar', owner: 'ada' }])
      const [stored] = await listFiles(stage)
      expect(stored).toMatchObject({ uuid: file.uuid, datetimeRemoved: null, metadata: { owner: 'ada' } })
      expect(stored?.datetimeStored).not.toBeNull()
      expect(stored?.metadata?.['uploadReceipt']).toMatch(/^ua1\./)
      expect(stage.errors).toEqual([])
    })

    it('upload attachments: a file that lies about its type is deleted, and the others are accepted', async () => {
      const route = routesFor('grace').route('attachments')
      const outcomes = await route.uploadFiles(
        [
          await bytesOf(pngOf('one')),
          await bytesOf(htmlAsPng()),
          Buffer.from('Hello'),
          Buffer.alloc(2_000_001, '%PDF-1.7 '),
        ],
        { fileName: 'file' },
      )

      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
      expect(outcomes).toMatchObject([
        { value: { data: { url: expect.stringContaining('/') as string } } },
        { reason: { code: 'ERR_FILE_TYPE' } },
        { value: { data: { size: 5 } } },
        { reason: { code: 'ERR_FILE_TOO_LARGE', data: { maxBytes: 2_000_000, sizeBytes: 2_000_001 } } },
      ])
      const files = await listFiles(stage)
      expect(files.every(({ contentInfo }) => contentInfo?.mime?.mime !== 'text/html')).toBe(true)
      expect(await listFiles(stage, { removed: true })).toHaveLength(1)
    })

    it('take a new token for each avatar, and refuse more files than a token allows before a byte is sent', async () => {
      const route = routesFor('ada').route('avatar')
      await route.uploadFile(await bytesOf(pngOf('a')), { contentType: 'image/png' })
      await route.uploadFile(await bytesOf(pngOf('b')), { contentType: 'image/png' })
      const before = (await listFiles(stage)).length
      await expect(route.uploadFiles([Buffer.from('a'), Buffer.from('b')])).rejects.toMatchObject({
        code: 'ERR_TOO_MANY_FILES',
        data: { maxFiles: 1, fileCount: 2 },
      })
      await expect(route.uploadFile(new Blob(['<svg/>'], { type: 'image/svg+xml' }))).rejects.toMatchObject({
        code: 'ERR_FILE_TYPE',
      })
      expect(await listFiles(stage)).toHaveLength(before)
    })

    it('complete files of another client: its webhook and completeUploads lead to the same data', async () => {
      const route = routesFor('ada').route('attachments')
      const { tokenSource } = route
      const token = await tokenSource.getToken()
      if (!('secureSignature' in token)) throw new Error('Expected a signature')
      const { uuid } = await uploadFile(await bytesOf(pngOf('other client')), {
        publicKey: PUBLIC_KEY,
        baseURL: stage.emulator.url,
        secureSignature: token.secureSignature,
        secureExpire: token.secureExpire,
        metadata: { uploadReceipt: token.uploadReceipt ?? '' },
        store: false,
      })
      await stage.emulator.emulator.webhooks.settled()
      const savedBefore = stage.saved.filter((file) => file.uuid === uuid)
      expect(savedBefore).toHaveLength(1)
      const outcomes = await route.completeUploads([{ uuid }, { uuid: null }])
      expect(outcomes).toMatchObject([
        {
          status: 'fulfilled',
          value: { file: { uuid }, data: { url: expect.stringContaining(uuid) as string } },
        },
        { status: 'rejected', reason: expect.any(TypeError) as TypeError },
      ])
      expect(stage.saved.filter((file) => file.uuid === uuid)).toHaveLength(1)
    })

    it('do not touch the file of another user that an attacker names', async () => {
      const { file } = await routesFor('ada')
        .route('avatar')
        .uploadFile(await bytesOf(pngOf('victim')), { contentType: 'image/png' })
      const [before] = (await listFiles(stage)).filter(({ uuid }) => uuid === file.uuid)
      const [outcome] = await routesFor('eve').route('avatar').completeUploads([file])
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'ERR_RECEIPT_INVALID' } })
      const [after] = (await listFiles(stage)).filter(({ uuid }) => uuid === file.uuid)
      expect(after).toEqual(before)
    })
  })
}
