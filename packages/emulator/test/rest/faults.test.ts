import { afterEach, describe, expect, it, vi } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject } from '../demo-project.js'
import { callRest } from './call-rest.js'

const PATH = '/files/00000000-0000-4000-8000-000000000000/'
const create = () => createEmulator({ projects: [demoProject] })

afterEach(() => {
  vi.useRealTimers()
})

describe('faults of the REST API', () => {
  it('throttle with a Retry-After header and the text of Django REST framework', async () => {
    const emulator = create()
    emulator.faults.add({ endpoint: 'rest', throttle: { retryAfterSeconds: 10 } })
    const throttled = await callRest(emulator, 'GET', PATH)
    expect(throttled).toMatchObject({
      status: 429,
      json: { detail: 'Request was throttled. Expected available in 10 seconds.' },
    })
    expect(throttled.headers.get('Retry-After')).toBe('10')
    expect(throttled.headers.get('Content-Type')).toBe('application/vnd.uploadcare-v0.7+json')
    expect(await callRest(emulator, 'GET', PATH)).toMatchObject({ status: 404 })
    expect(emulator.journal.entries('rest/file')).toMatchObject([
      { status: 429, faults: ['throttle'] },
      { status: 404, faults: [] },
    ])
  })

  it('throttle without Retry-After', async () => {
    const emulator = create()
    emulator.faults.add({ endpoint: 'rest/file', throttle: {} })
    const throttled = await callRest(emulator, 'GET', PATH)
    expect(throttled.json).toEqual({ detail: 'Request was throttled.' })
    expect(throttled.headers.has('Retry-After')).toBe(false)
  })

  it('respond like a gateway in front of the API', async () => {
    const emulator = create()
    emulator.faults.add({ endpoint: 'rest', status: 503, body: '{}' })
    expect(await callRest(emulator, 'GET', PATH)).toMatchObject({ status: 503, json: {} })
  })

  it('drop the connection', async () => {
    const emulator = create()
    emulator.faults.add({ endpoint: 'rest/file', drop: 'request' })
    await expect(callRest(emulator, 'GET', PATH)).rejects.toThrow(/dropped the connection/)
  })

  it('delay the response', async () => {
    vi.useFakeTimers()
    const emulator = create()
    emulator.faults.add({ endpoint: 'rest', latencyMs: 5000 })
    let isAnswered = false
    const answer = callRest(emulator, 'GET', PATH).finally(() => {
      isAnswered = true
    })
    await vi.advanceTimersByTimeAsync(4999)
    expect(isAnswered).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toMatchObject({ status: 404 })
  })

  it('apply to the named endpoints only', async () => {
    const emulator = create()
    emulator.faults.add({ endpoint: ['rest/files/storage', 'info'], status: 500, times: Infinity })
    expect(await callRest(emulator, 'GET', PATH)).toMatchObject({ status: 404 })
    await expect(callRest(emulator, 'PUT', '/files/storage/', { json: [] })).rejects.toThrow(SyntaxError)
  })

  it('with "rest" do not apply to the Upload API', async () => {
    const emulator = create()
    emulator.faults.add({ endpoint: 'rest', status: 500, times: Infinity })
    const { status } = await emulator.fetch(new Request('https://upload.uploadcare.com/info/'))
    expect(status).toBe(403)
  })
})
