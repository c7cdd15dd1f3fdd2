import { generateAuthToken, generateSecureSignature } from '@secure-uploading/core'
import { beforeEach, expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'

const emulator = createEmulator({ projects: [demoProject] })

beforeEach(async () => {
  await emulator.reset()
})

async function upload(
  token: string | undefined,
  fields: Readonly<Record<string, string>> = {},
  fileNames = ['one.txt'],
): Promise<[status: number, text: string]> {
  const body = new FormData()
  for (const name of fileNames) body.append(name, new Blob([name]), name)
  for (const [name, value] of Object.entries({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...fields }))
    body.append(name, value)
  const headers = token === undefined ? undefined : { Authorization: `Bearer ${token}` }
  const request = new Request('https://upload.uploadcare.com/base/', {
    method: 'POST',
    body,
    ...(headers && { headers }),
  })
  const response = await emulator.fetch(request)
  return [response.status, await response.text()]
}

test('an auth token is accepted instead of a signature', async () => {
  const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60 })

  expect((await upload(token))[0]).toBe(200)
  expect(emulator.journal.entries()[0]).toMatchObject({ credential: 'jwt', verdict: { valid: true } })
  expect(JSON.stringify(emulator.journal.entries())).not.toContain(token)
})

test('expired, forged and malformed auth tokens are refused', async () => {
  const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60 })
  const forged = await generateAuthToken('anothersecretkey', { expiresIn: 60 })
  expect(await upload(forged)).toEqual([401, 'Invalid token. Reason: signature verification failed.'])
  expect((await upload('garbage'))[0]).toBe(401)

  emulator.clock.advanceMs(120_000)
  expect(await upload(token)).toEqual([401, 'Expired token.'])
})

test('an auth token is limited to its scope', async () => {
  const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60, scope: ['/group/'] })

  expect((await upload(token))[0]).toBe(403)
  expect(emulator.journal.entries()[0]?.errorCode).toBe('ScopeForbiddenError')
})

test('operations of an auth token count uploaded files, not failed requests', async () => {
  const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60, operations: 3, tokenId: 'one' })
  emulator.projects.update(PUBLIC_KEY, { allowedTypes: ['image/*'] })
  expect((await upload(token))[0]).toBe(400)
  emulator.projects.update(PUBLIC_KEY, { allowedTypes: null })

  expect((await upload(token, {}, ['a.txt', 'b.txt']))[0]).toBe(200)
  expect((await upload(token, {}, ['c.txt', 'd.txt']))[0]).toBe(403)
  expect((await upload(token))[0]).toBe(200)
  expect((await upload(token))[0]).toBe(403)
  expect(emulator.journal.entries().at(-1)).toMatchObject({
    errorCode: 'OperationsLimitExceededError',
    verdict: { valid: false, code: 'OperationsLimitExceededError' },
  })
})

test('a refused multipart start costs no operation', async () => {
  const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60, operations: 1 })
  const film = { filename: 'film.mp4', size: '10485760', content_type: 'video/mp4' }
  const start = async (fields: Readonly<Record<string, string>>): Promise<number> => {
    const body = new URLSearchParams({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...film, ...fields })
    const headers = { Authorization: `Bearer ${token}` }
    const request = new Request('https://upload.uploadcare.com/multipart/start/', {
      method: 'POST',
      body,
      headers,
    })
    return (await emulator.fetch(request)).status
  }

  expect(await start({ tags: 'x'.repeat(101) })).toBe(400)
  expect(await start({ 'metadata[pet]': 'x'.repeat(513) })).toBe(400)
  expect(await start({ size: '1' })).toBe(400)
  expect(await start({})).toBe(200)
  expect(await start({})).toBe(403)
})

test('only the signature is verified when a request has both credentials', async () => {
  const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60 })
  const { secureSignature: signature, secureExpire: expire } = await generateSecureSignature(SECRET_KEY, {
    expiresIn: 60,
  })

  expect((await upload('garbage', { signature, expire }))[0]).toBe(200)
  expect(await upload(token, { signature: '0'.repeat(64), expire })).toEqual([403, 'Invalid signature.'])
})
