import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CancelError, type ProgressCallback } from '@uploadcare/upload-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useStage } from '../use-stage.js'

const TEXT = 'hello world'

const stage = await useStage()
let website: Server
let sourceUrl: string
/** Called when somebody asks for the source: its answer waits for what this returns. */
let onSourceRequest: () => Promise<unknown>
let sourceRequests: number

beforeAll(async () => {
  website = createServer((request, response) => {
    sourceRequests++
    if (request.url !== '/notes.txt') {
      response.writeHead(404).end()
      return
    }
    void onSourceRequest().then(() => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': TEXT.length }).end(TEXT)
    })
  })
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve))
  sourceUrl = `http://127.0.0.1:${(website.address() as AddressInfo).port}/notes.txt`
})
beforeEach(() => {
  sourceRequests = 0
  onSourceRequest = async () => undefined
})
afterAll(() => {
  website.closeAllConnections()
  website.close()
})

/** How often the emulator was asked whether the file is there. */
const statusRequests = (): number =>
  stage.emulator.journal.entries().filter(({ endpoint }) => endpoint === 'from_url/status').length

describe('a file of another website', () => {
  it('is fetched by Uploadcare, and waited for', async () => {
    // It is asked for a second time before the website has answered.
    onSourceRequest = async () => {
      while (statusRequests() < 2) await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const file = await stage.createClient().uploadFile(sourceUrl, { metadata: { album_name: 'summer' } })
    expect(file).toMatchObject({ name: 'notes.txt', size: TEXT.length, metadata: { album_name: 'summer' } })
    expect(statusRequests()).toBeGreaterThanOrEqual(2)
    expect(stage.issued).toBe(1)
  })

  it('is there at once when Uploadcare has fetched it before', async () => {
    const client = stage.createClient()
    const first = await client.uploadFile(sourceUrl, { saveUrlForRecurrentUploads: true })
    const second = await client.uploadFile(sourceUrl, { checkForUrlDuplicates: true })
    expect(second.uuid).toBe(first.uuid)
    expect(sourceRequests).toBe(1)
  })

  it('reports how far it is', async () => {
    const reports: Parameters<ProgressCallback>[0][] = []
    await stage.createClient().uploadFile(sourceUrl, { onProgress: (report) => void reports.push(report) })
    expect(reports.at(-1)).toEqual({ isComputable: true, value: 1 })
  })

  it('that is not there is reported as upload-client does', async () => {
    const upload = stage.createClient().uploadFile(sourceUrl.replace('notes', 'missing'))
    await expect(upload).rejects.toMatchObject({ name: 'UploadError', code: 'DownloadFileHTTPClientError' })
  })

  it('survives a lost connection while it is waited for', async () => {
    stage.emulator.faults.add({ endpoint: 'from_url/status', drop: 'request' })
    const file = await stage.createClient().uploadFile(sourceUrl)
    expect(file.size).toBe(TEXT.length)
    expect(sourceRequests).toBe(1)
  })

  it('that Uploadcare has forgotten while it was fetched is an error, not waited for for ever', async () => {
    onSourceRequest = async () => new Promise<void>(() => undefined)
    const failed = expect(stage.createClient().uploadFile(sourceUrl)).rejects.toMatchObject({
      name: 'UploadError',
      message: 'The upload token is not known.',
    })
    while (statusRequests() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await stage.emulator.reset()
    await failed
  })

  it('is not waited for any more when a signal aborts', async () => {
    const aborter = new AbortController()
    onSourceRequest = async () => {
      aborter.abort()
      await new Promise<void>(() => undefined)
    }
    const upload = stage.createClient().uploadFile(sourceUrl, { signal: aborter.signal })
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })
})
