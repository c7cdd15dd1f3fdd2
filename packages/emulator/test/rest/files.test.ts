import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'
import { callRest } from './call-rest.js'

const START_MS = Date.UTC(2026, 10, 23, 12)

interface Page {
  next: string | null
  previous: string | null
  total: number
  totals: Record<string, number>
  per_page: number
  results: { original_filename: string; appdata?: object }[]
}

const namesOf = (page: Page) => page.results.map(({ original_filename }) => original_filename).join('')

/** Uploads files named a, b, c…, one each at these offsets from the start. */
async function emulatorWithFiles(offsetsMs: readonly number[]): Promise<Emulator> {
  let nowMs = START_MS
  const emulator = createEmulator({
    projects: [{ ...demoProject, secureUploading: false }],
    now: () => nowMs,
  })
  for (const [index, offsetMs] of offsetsMs.entries()) {
    nowMs = START_MS + offsetMs
    const file = new File(['x'], String.fromCodePoint(97 + index), { type: 'text/plain' })
    await postForm(emulator, '/base/', { file, UPLOADCARE_PUB_KEY: PUBLIC_KEY, UPLOADCARE_STORE: '0' })
  }
  return emulator
}

async function list(emulator: Emulator, query = ''): Promise<Page> {
  const { status, json } = await callRest(emulator, 'GET', `/files/${query}`)
  expect(status).toBe(200)
  return json as Page
}

/** Follows the links of a list to the end, and back to the start. */
async function pagesOf(emulator: Emulator, query: string): Promise<{ forward: string[]; back: string[] }> {
  let page = await list(emulator, query)
  const forward = [namesOf(page)]
  while (page.next !== null) {
    page = await list(emulator, new URL(page.next).search)
    forward.push(namesOf(page))
  }
  const back = [namesOf(page)]
  while (page.previous !== null) {
    page = await list(emulator, new URL(page.previous).search)
    back.unshift(namesOf(page))
  }
  return { forward, back }
}

describe('GET /files/', () => {
  it('lists all files on one page, with its keys in order', async () => {
    const page = await list(await emulatorWithFiles([0, 1, 2]))
    expect(namesOf(page)).toBe('abc')
    expect(page).toMatchObject({ next: null, previous: null, total: 3, per_page: 100 })
    expect(page.totals).toEqual({ removed: 0, stored: 0, unstored: 3 })
    expect(Object.keys(page)).toEqual(['next', 'previous', 'total', 'totals', 'per_page', 'results'])
  })

  it.each([
    ['files of different times', [0, 10, 20, 30, 40], '?limit=2', ['ab', 'cd', 'e']],
    [
      'files of different times',
      [0, 10, 20, 30, 40],
      '?limit=2&ordering=-datetime_uploaded',
      ['ed', 'cb', 'a'],
    ],
    ['files of one time', [0, 0, 0, 0, 0], '?limit=2', ['ab', 'cd', 'e']],
    ['files of one time', [0, 0, 0, 0, 0], '?limit=2&ordering=-datetime_uploaded', ['ed', 'cb', 'a']],
    ['some files of one time', [0, 10, 10, 10, 20], '?limit=1', ['a', 'b', 'c', 'd', 'e']],
    ['a clock that was set back', [20, 10, 0], '?limit=1', ['c', 'b', 'a']],
  ])('links pages forward and back: %s, %j, %s', async (_, offsetsMs, query, pages) => {
    const emulator = await emulatorWithFiles(offsetsMs)
    const { forward, back } = await pagesOf(emulator, query)
    expect(forward).toEqual(pages)
    expect(back).toEqual(pages)
  })

  it('links in the documented form', async () => {
    const page = await list(await emulatorWithFiles([0, 10, 20]), '?limit=1&from=2026-11-23T12:00:00.010Z')
    expect(page.next).toBe(
      'https://api.uploadcare.com/files/?limit=1&from=2026-11-23T12%3A00%3A00.020000%2B00%3A00&offset=0',
    )
    expect(page.previous).toBe(
      'https://api.uploadcare.com/files/?limit=1&to=2026-11-23T12%3A00%3A00.000000%2B00%3A00&offset=0',
    )
  })

  it.each([
    ['2026-11-23T12:00:00.010Z', 'bc', 'ba'],
    ['2026-11-23T12:00:00.010000%2B00:00', 'bc', 'ba'],
    ['2026-11-23T13:00:00.010+01:00', 'bc', 'ba'],
    ['2026-11-23T12:00:00.010001Z', 'c', 'ba'],
    ['2020-01-01T00:00:00', 'abc', ''],
  ])('starts at %s', async (from, ascending, descending) => {
    const emulator = await emulatorWithFiles([0, 10, 20])
    expect(namesOf(await list(emulator, `?from=${from}`))).toBe(ascending)
    expect(namesOf(await list(emulator, `?from=${from}&ordering=-datetime_uploaded`))).toBe(descending)
  })

  it('filters stored and removed files', async () => {
    const emulator = await emulatorWithFiles([0, 1, 2])
    const uuids = emulator.journal.entries('base').map(({ id }) => id)
    await callRest(emulator, 'PUT', `/files/${uuids[0]}/storage/`)
    await callRest(emulator, 'DELETE', `/files/${uuids[2]}/storage/`)
    expect(namesOf(await list(emulator))).toBe('ab')
    expect(namesOf(await list(emulator, '?stored=true'))).toBe('a')
    expect(namesOf(await list(emulator, '?stored=False'))).toBe('b')
    expect(namesOf(await list(emulator, '?removed=true'))).toBe('c')
    const { total, totals } = await list(emulator, '?removed=true')
    expect({ total, totals }).toEqual({ total: 1, totals: { removed: 1, stored: 1, unstored: 1 } })
  })

  it('includes appdata on request', async () => {
    const emulator = await emulatorWithFiles([0])
    expect((await list(emulator)).results[0]).not.toHaveProperty('appdata')
    expect((await list(emulator, '?include=appdata')).results[0]).toHaveProperty('appdata', {})
  })

  it('lists the files of its project only', async () => {
    const emulator = await emulatorWithFiles([0])
    emulator.projects.add({ publicKey: 'other', secretKeys: ['othersecretkey'] })
    const headers = { Authorization: 'Uploadcare.Simple other:othersecretkey' }
    expect(await callRest(emulator, 'GET', '/files/', { headers })).toMatchObject({
      json: { total: 0, results: [] },
    })
  })

  it.each([
    'limit=0',
    'limit=-1',
    'limit=x',
    'ordering=size',
    'from=yesterday',
    'from=2026-02-31T99:00:00Z',
    'stored=yes',
    'removed=no',
    'offset=x',
  ])('refuses %s and names the parameter', async (query) => {
    const { status, json } = await callRest(await emulatorWithFiles([]), 'GET', `/files/?${query}`)
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain(query.split('=')[0])
  })

  it('limits a page to 1000 files', async () => {
    expect(await list(await emulatorWithFiles([0]), '?limit=5000')).toMatchObject({ per_page: 1000 })
  })

  it.each(['0.5', '0.6'])('has no totals in version %s', async (version) => {
    const headers = { Accept: `application/vnd.uploadcare-v${version}+json` }
    const { json } = await callRest(await emulatorWithFiles([0]), 'GET', '/files/', { headers })
    expect(Object.keys(json as object)).toEqual(['next', 'previous', 'total', 'per_page', 'results'])
  })
})
