import { appendFile, mkdtemp, rm, truncate, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

const SMALL = 1000
const IN_PARTS = 11 * 1024 * 1024

const CHANGES: [string, (file: string) => Promise<void>][] = [
  ['appended to', (file) => appendFile(file, 'more')],
  ['truncated', (file) => truncate(file, 10)],
  ['deleted', (file) => unlink(file)],
]

const WAYS: [way: string, bytes: number][] = [
  ['uploadFile', SMALL],
  ['uploadFile', IN_PARTS],
  ['uploadFiles', SMALL],
  ['uploadFiles', IN_PARTS],
  ['uploadFileGroup', SMALL],
  ['uploadFileGroup', IN_PARTS],
  ['createResumableUpload', SMALL],
  ['createResumableUpload', IN_PARTS],
  ['createResumableUpload with a resumeKey', IN_PARTS],
  ['createUploadQueue', SMALL],
  ['createUploadQueue', IN_PARTS],
]

interface Failure {
  code: string
  message: string
  data?: { fileName?: string } | undefined
}

describeInChromium('a file that changes after it was selected', () => {
  const demo = usePage()
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'changed-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  describe.each(CHANGES)('and is %s', (_, change) => {
    it.each(WAYS)('fails %s of %i bytes without a retry, and names the file', async (way, bytes) => {
      const file = path.join(folder, 'video.mp4')
      await writeFile(file, Buffer.alloc(bytes, 'x'))
      const page = await demo.open()
      await page.setContent('<input type="file">')
      await page.setInputFiles('input', file)
      // Chromium remembers the size and the date of a file when they are first read.
      expect(await page.evaluate(() => document.querySelector('input')?.files?.[0]?.size)).toBe(bytes)
      await change(file)
      const later = new Date(Date.now() + 5000)
      await utimes(file, later, later).catch(() => undefined)
      const { error, retries } = await failureOf(page, way)
      expect(error).toMatchObject({ code: 'ERR_FILE_UNREADABLE', data: { fileName: 'video.mp4' } })
      expect(error.message).toContain('video.mp4')
      expect(retries).toBe(0)
      const { journal } = demo.stage.server.emulator
      expect(journal.entries('base').length).toBeLessThanOrEqual(1)
      expect(journal.entries('part')).toEqual([])
    })
  })
})

/** Uploads the selected file, and returns the error and the number of retries. */
const failureOf = (page: Page, way: string): Promise<{ error: Failure; retries: number }> =>
  page.evaluate(async (name) => {
    const [picked] = document.querySelector('input')?.files ?? []
    if (!picked) throw new Error('No file was selected')
    const client = window.createClient()
    const upload = async (): Promise<unknown> => {
      if (name === 'uploadFile') return client.uploadFile(picked)
      if (name === 'uploadFileGroup') return client.uploadFileGroup([picked])
      if (name.startsWith('createResumableUpload')) {
        const options = name.endsWith('resumeKey') ? { resumeKey: 'video', owner: 'anyone' } : {}
        return window.client.createResumableUpload(client, picked, options).result
      }
      if (name === 'createUploadQueue') {
        const queue = window.client.createUploadQueue({ client, owner: 'ann' })
        queue.add([picked])
        const [item] = await queue.settled()
        throw item?.error ?? new Error('uploaded')
      }
      const [outcome] = await client.uploadFiles([picked])
      throw outcome?.status === 'rejected' ? (outcome.reason as Error) : new Error('uploaded')
    }
    const error = await upload().then(
      () => ({ code: '', message: 'uploaded' }),
      (reason: unknown) => {
        const { code, message, data } = reason as Failure
        return { code, message, data }
      },
    )
    return { error, retries: window.events.filter(({ type }) => type === 'retried').length }
  }, way)
