import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CancelError, type ProgressCallback } from '@uploadcare/upload-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useStage } from '../use-stage.js'

const TEXT = 'hello world'

const stage = await useStage()
let website: Server
let sourceUrl: string
/** Called for each request for the source. The answer waits for the returned promise. */
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

/** The number of status requests. */
const statusRequests = (): number =>
  stage.emulator.journal.entries().filter(({ endpoint }) => endpoint === 'from_url/status').length

describe('uploadFile with a URL', () => {
  it('waits until Uploadcare has fetched the file', async () => {
    // The status is requested twice before the website answers.
    onSourceRequest = async () => {
      while (statusRequests() < 2) await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const file = await stage.createClient().uploadFile(sourceUrl, { metadata: { album_name: 'summer' } })
    expect(file).toMatchObject({ name: 'notes.txt', size: TEXT.length, metadata: { album_name: 'summer' } })
    expect(statusRequests()).toBeGreaterThanOrEqual(2)
    expect(stage.issued).toBe(1)
  })

  it('does not fetch a URL again when checkForUrlDuplicates finds it', async () => {
    const client = stage.createClient()
    const first = await client.uploadFile(sourceUrl, { saveUrlForRecurrentUploads: true })
    const second = await client.uploadFile(sourceUrl, { checkForUrlDuplicates: true })
    expect(second.uuid).toBe(first.uuid)
    expect(sourceRequests).toBe(1)
  })

  it('reports progress that ends at 1', async () => {
    const reports: Parameters<ProgressCallback>[0][] = []
    await stage.createClient().uploadFile(sourceUrl, { onProgress: (report) => void reports.push(report) })
    expect(reports.at(-1)).toEqual({ isComputable: true, value: 1 })
  })

  it('rejects with the UploadError of upload-client when the URL does not exist', async () => {
    const upload = stage.createClient().uploadFile(sourceUrl.replace('notes', 'missing'))
    await expect(upload).rejects.toMatchObject({ name: 'UploadError', code: 'DownloadFileHTTPClientError' })
  })

  it('repeats a status request after a lost connection', async () => {
    stage.emulator.faults.add({ endpoint: 'from_url/status', drop: 'request' })
    const file = await stage.createClient().uploadFile(sourceUrl)
    expect(file.size).toBe(TEXT.length)
    expect(sourceRequests).toBe(1)
  })

  it.each([
    ['is an error without a code', { status: 'error', error: 'Not found' }, 'Not found'],
    ['is an error without a reason', { status: 'error' }, 'Unexpected status error'],
    ['is a success without a file', { status: 'success' }, 'Unexpected status success'],
  ])('rejects when the status %s', async (_, statusAnswer, message) => {
    const api = createServer((request, response) => {
      const isStatus = request.url?.startsWith('/from_url/status/')
      const answer = isStatus ? statusAnswer : { type: 'token', token: 'a' }
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
    await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
    const baseURL = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
    const upload = stage.createClient({ baseURL }).uploadFile(sourceUrl)
    await expect(upload).rejects.toMatchObject({ name: 'UploadError', message })
    api.closeAllConnections()
    api.close()
  })

  it('rejects when Uploadcare no longer has the URL upload', async () => {
    onSourceRequest = async () => new Promise<void>(() => undefined)
    const failed = expect(stage.createClient().uploadFile(sourceUrl)).rejects.toMatchObject({
      name: 'UploadError',
      message: 'URL upload not found. Start it again.',
    })
    while (statusRequests() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await stage.emulator.reset()
    await failed
  })

  it('rejects with CancelError when the signal aborts', async () => {
    const aborter = new AbortController()
    onSourceRequest = async () => {
      aborter.abort()
      await new Promise<void>(() => undefined)
    }
    const upload = stage.createClient().uploadFile(sourceUrl, { signal: aborter.signal })
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })
})
