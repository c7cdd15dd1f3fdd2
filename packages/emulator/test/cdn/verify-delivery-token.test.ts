import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const SECRET = '73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211'
const NOW_MS = Date.UTC(2026, 10, 23, 12)
const exp = (offsetSeconds = 60) => NOW_MS / 1000 + offsetSeconds

const hmacOf = (source: string, secret = SECRET) =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(source).digest('hex')
const signed = (fields: string, secret?: string) => `${fields}~hmac=${hmacOf(fields, secret)}`

async function createWithFile() {
  const emulator = createEmulator({
    projects: [{ ...demoProject, secureUploading: false, deliverySecrets: ['00ff', SECRET] }],
    now: () => NOW_MS,
  })
  const file = new File(['meow'], 'cat.txt')
  const uploaded = await postForm(emulator, '/base/', { file, UPLOADCARE_PUB_KEY: PUBLIC_KEY })
  const { file: uuid } = (await uploaded.json()) as { file: string }
  const get = async (path: string, token?: string): Promise<number> => {
    const query = token === undefined ? '' : `?${new URLSearchParams({ token })}`
    const { status } = await emulator.fetch(new Request(`https://ucarecdn.com${path}${query}`))
    return status
  }
  return { emulator, uuid, get }
}

describe('secure delivery', () => {
  it('refuses a file without a token, and with another query', async () => {
    const { emulator, uuid, get } = await createWithFile()
    expect(await get(`/${uuid}/`)).toBe(403)
    expect(await get(`/${uuid}/`, 'x')).toBe(403)
    expect(emulator.journal.entries('cdn')[0]).toMatchObject({ status: 403, verdict: { valid: false } })
  })

  it('accepts a token for one URL, signed by any secret of the project', async () => {
    const { uuid, get } = await createWithFile()
    for (const secret of [SECRET, '00ff']) {
      const fields = `exp=${exp()}`
      const token = `${fields}~hmac=${hmacOf(`${fields}~url=/${uuid}/`, secret)}`
      expect(await get(`/${uuid}/`, token)).toBe(200)
      expect(await get(`/${uuid}/cat.txt`, token)).toBe(403)
    }
  })

  it('accepts a token over the whole URL, as pyuploadcare signs it', async () => {
    const { uuid, get } = await createWithFile()
    const fields = `exp=${exp()}`
    const token = `${fields}~hmac=${hmacOf(`${fields}~url=https://ucarecdn.com/${uuid}/`)}`
    expect(await get(`/${uuid}/`, token)).toBe(200)
  })

  it.each([
    ['/*', true, true],
    ['/<uuid>/', true, false],
    ['/<uuid>/*', true, true],
    ['/<uuid>/-/resize/640x/', false, true],
    ['/other/*!/<uuid>/-/*', false, true],
    ['/other/*', false, false],
    ['*', true, true],
  ])('accepts the paths of the ACL %s', async (acl, original, resized) => {
    const { uuid, get } = await createWithFile()
    const token = signed(`exp=${exp()}~acl=${acl.replace('<uuid>', uuid)}`)
    expect(await get(`/${uuid}/`, token)).toBe(original ? 200 : 403)
    expect(await get(`/${uuid}/-/resize/640x/`, token)).toBe(resized ? 200 : 403)
  })

  it('refuses expired, changed and foreign tokens', async () => {
    const { emulator, uuid, get } = await createWithFile()
    const valid = signed(`exp=${exp()}~acl=/*`)
    expect(await get(`/${uuid}/`, valid)).toBe(200)
    expect(await get(`/${uuid}/`, signed(`exp=${exp(0)}~acl=/*`))).toBe(200)
    const refused = [
      signed(`exp=${exp(-1)}~acl=/*`),
      signed('acl=/*'),
      signed('exp=never~acl=/*'),
      valid.replace(String(exp()), String(exp(9))),
      signed(`exp=${exp()}~acl=/*`, '00fe'),
      `${valid}0`,
      valid.replace(/~hmac.*/, ''),
    ]
    for (const token of refused) expect(await get(`/${uuid}/`, token)).toBe(403)
    emulator.clock.advanceMs(61_000)
    expect(await get(`/${uuid}/`, valid)).toBe(403)
  })

  it('covers groups and their files', async () => {
    const { emulator, uuid, get } = await createWithFile()
    const created = await postForm(emulator, '/group/', { pub_key: PUBLIC_KEY, 'files[0]': uuid })
    const { id } = (await created.json()) as { id: string }
    for (const path of [`/${id}/`, `/${id}/nth/0/`]) {
      expect(await get(path)).toBe(403)
      expect(await get(path, signed(`exp=${exp()}~acl=/${id}/*`))).toBe(200)
    }
  })
})
