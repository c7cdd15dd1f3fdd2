import { expect, it } from 'vitest'
import { createResumableUpload } from '../../src/resumable/create-resumable-upload.js'
import { MEBIBYTE, useStage } from '../use-stage.js'

const stage = await useStage()

/** Creates a client whose token endpoint fails twice. */
function createClient() {
  const { tokenSource } = stage.createClient()
  let failures = 2
  return stage.createClient(
    {},
    {
      random: () => 1,
      fetch: async () =>
        failures-- > 0
          ? new Response('{}', { status: 503 })
          : Response.json({ ...(await tokenSource.getToken()), expiresIn: 60 }),
    },
  )
}

const waits = () =>
  stage.events.flatMap((event) =>
    event.type === 'waiting' && event.for === 'token'
      ? [`${String(event.name)}: ${event.what} in ${String(event.delayMs)}, ${event.error.code}`]
      : [],
  )

it('has a waiting event for each file that waits for the token, and one retried event of the token source', async () => {
  const client = createClient()
  const files = ['a.txt', 'b.txt'].map((name) => new File(['hello'], name))
  const outcomes = await client.uploadFiles(files)
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(waits().sort()).toEqual([
    'a.txt: base in 1000, ERR_INTERNAL',
    'a.txt: base in 500, ERR_INTERNAL',
    'b.txt: base in 1000, ERR_INTERNAL',
    'b.txt: base in 500, ERR_INTERNAL',
  ])
  expect(stage.events.filter(({ type }) => type === 'retried')).toMatchObject([
    { what: 'token', attempt: 1, delayMs: 500 },
    { what: 'token', attempt: 2, delayMs: 1000 },
  ])
})

it('has a waiting event for a resumable upload that waits for its token', async () => {
  const upload = createResumableUpload(createClient(), new File([new Uint8Array(11 * MEBIBYTE)], 'large.bin'))
  await upload.result
  expect(waits()).toEqual([
    'large.bin: multipart/start in 500, ERR_INTERNAL',
    'large.bin: multipart/start in 1000, ERR_INTERNAL',
  ])
})

it('has a waiting event for a call of the client that needs the public key of the token', async () => {
  const client = createClient()
  await expect(client.info('00000000-0000-4000-8000-000000000000')).rejects.toThrow('File is not found')
  expect(waits()).toHaveLength(2)
})
