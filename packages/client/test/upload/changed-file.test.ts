import { appendFile, mkdtemp, rm, truncate, unlink, utimes, writeFile } from 'node:fs/promises'
import { openAsBlob } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createResumableUpload } from '../../src/resumable/index.js'
import { MEBIBYTE, useStage } from '../use-stage.js'

const stage = await useStage()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'changed-'))
})
afterAll(() => rm(folder, { recursive: true }))

const CHANGES: [string, (file: string) => Promise<void>][] = [
  ['appended to', (file) => appendFile(file, 'more')],
  ['truncated', (file) => truncate(file, 10)],
  ['deleted', (file) => unlink(file)],
]

describe.each(CHANGES)('a file in Node that is %s after it was opened', (_, change) => {
  it.each([
    'base',
    'uploadFile',
    'uploadFile in parts',
    'uploadFiles',
    'uploadFileGroup',
    'createResumableUpload',
  ])('fails %s without a retry, and names the file', async (way) => {
    const file = path.join(folder, 'video.mp4')
    await writeFile(
      file,
      Buffer.alloc(way === 'uploadFile in parts' || way.startsWith('create') ? 11 * MEBIBYTE : 1000),
    )
    const blob = await openAsBlob(file)
    await change(file)
    const later = new Date(Date.now() + 5000)
    await utimes(file, later, later).catch(() => undefined)
    const client = stage.createClient()
    const options = { fileName: 'video.mp4' }
    const upload = async (): Promise<unknown> => {
      if (way === 'base') return client.base(blob, options)
      if (way === 'uploadFileGroup') return client.uploadFileGroup([blob], options)
      if (way === 'createResumableUpload') return createResumableUpload(client, blob, options).result
      if (way !== 'uploadFiles') return client.uploadFile(blob, options)
      const [outcome] = await client.uploadFiles([blob], options)
      throw outcome?.status === 'rejected' ? (outcome.reason as Error) : new Error('uploaded')
    }
    await expect(upload()).rejects.toMatchObject({
      code: 'ERR_FILE_UNREADABLE',
      message: expect.stringContaining('video.mp4') as unknown,
      data: { fileName: 'video.mp4' },
    })
    expect(stage.types()).not.toContain('retried')
  })
})
