import { generateAuthToken, generateSecureSignature } from '@secure-uploading/core'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator, type ProjectOptions } from '../../src/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { imageBytes } from '../image/images.js'
import { postForm } from '../post-form.js'

type Json = Record<string, unknown>

const ORIGIN = 'https://upload.uploadcare.com'
const create = (project: Partial<ProjectOptions> = {}) =>
  createEmulator({ projects: [{ ...demoProject, secureUploading: false, ...project }] })
const token = (options: object = {}) => generateAuthToken(SECRET_KEY, { expiresIn: 60, ...options })

async function post(emulator: Emulator, path: string, body: unknown, authToken?: string): Promise<Json> {
  const headers = {
    Accept: 'application/json',
    ...(authToken !== undefined && { Authorization: `Bearer ${authToken}` }),
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await emulator.fetch(
    new Request(`${ORIGIN}/derivative/image/${path}/`, { method: 'POST', headers, body: text }),
  )
  return (await response.json()) as Json
}

const generate = async (emulator: Emulator, body: Json = {}, authToken?: string) =>
  post(
    emulator,
    'generate',
    { pub_key: PUBLIC_KEY, prompt: 'a hat', aspect_ratio: [3, 2], filename: 'hat.png', ...body },
    authToken ?? (await token()),
  )
const edit = async (emulator: Emulator, body: Json) =>
  post(
    emulator,
    'edit',
    { pub_key: PUBLIC_KEY, prompt: 'a red hat', filename: 'red.png', ...body },
    await token(),
  )

async function status(emulator: Emulator, jobId: unknown, authToken?: string): Promise<Json> {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${authToken ?? (await token())}` }
  const query = new URLSearchParams({
    pub_key: PUBLIC_KEY,
    ...(typeof jobId === 'string' && { job_id: jobId }),
  })
  const response = await emulator.fetch(new Request(`${ORIGIN}/derivative/status/?${query}`, { headers }))
  return (await response.json()) as Json
}

async function result(emulator: Emulator, { job_id: jobId }: Json): Promise<Json> {
  const frames = [await status(emulator, jobId), await status(emulator, jobId), await status(emulator, jobId)]
  expect(frames.map((frame) => [frame['status'], frame['is_ready']])).toEqual([
    ['processing', undefined],
    ['uploading', undefined],
    ['success', false],
  ])
  return status(emulator, jobId)
}

const errorOf = ({ error }: Json) => error as { status_code: number; error_code: string; content: string }

describe('/derivative/image/generate/', () => {
  it('creates a file whose bytes are an image of the ratio', async () => {
    const emulator = create({ autostore: false })
    const started = await generate(emulator)
    expect(Object.keys(started)).toEqual(['type', 'job_id'])
    const done = await result(emulator, started)
    // The frame that production sent, as recorded by ai-image-editor, has these keys and values.
    const image = {
      dpi: null,
      width: 1023,
      format: 'PNG',
      height: 682,
      sequence: false,
      color_mode: 'RGB',
      orientation: null,
      geo_location: null,
      datetime_original: null,
    }
    expect(done).toEqual({
      size: done['size'],
      total: done['size'],
      done: done['size'],
      uuid: done['uuid'],
      file_id: done['uuid'],
      original_filename: 'hat.png',
      is_image: true,
      is_stored: false,
      image_info: image,
      video_info: null,
      content_info: { mime: { mime: 'image/png', type: 'image', subtype: 'png' }, image },
      is_ready: true,
      filename: 'hat.png',
      mime_type: 'image/png',
      metadata: {},
      status: 'success',
    })
    expect(await status(emulator, started['job_id'])).toEqual(done)

    const served = await emulator.fetch(new Request(`https://ucarecdn.com/${String(done['uuid'])}/`))
    const png = Buffer.from(await served.arrayBuffer())
    expect(png.readUInt32BE(png.indexOf('IHDR') + 4)).toBe(1023)
    const pixels = inflateSync(png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8))
    expect(pixels.byteLength).toBe((1023 * 3 + 1) * 682)
  })

  it.each([
    [[1, 1], 1024, 1024],
    [[16, 9], 1024, 576],
    [[9, 16], 576, 1024],
    [[4000, 1000], 1024, 256],
    [[100_000, 1], 1024, 1],
  ])('draws the ratio %j as %d × %d', async (ratio, width, height) => {
    const emulator = create()
    const done = await result(emulator, await generate(emulator, { aspect_ratio: ratio }))
    expect(done['image_info']).toMatchObject({ width, height })
  })

  it.each([
    [true, true],
    [false, false],
    ['auto', false],
    [undefined, false],
  ])('stores the file according to store: %s', async (store, isStored) => {
    const emulator = create({ autostore: false })
    expect(await result(emulator, await generate(emulator, { store }))).toMatchObject({ is_stored: isStored })
  })

  it.each([
    ['prompt', { prompt: '' }],
    ['filename', { filename: undefined }],
    ['aspect_ratio', { aspect_ratio: undefined }],
  ])('requires %s', async (name, body) => {
    expect(errorOf(await generate(create(), body))).toEqual({
      status_code: 400,
      content: `\`${name}\` is required.`,
      error_code: 'invalid_request',
    })
  })

  it.each([[[1]], [[0, 1]], [[1, 2, 3]], [['1', '1']], [[1.5, 1]], ['3:2']])(
    'refuses the ratio %j',
    async (ratio) => {
      expect(errorOf(await generate(create(), { aspect_ratio: ratio })).error_code).toBe(
        'invalid_aspect_ratio',
      )
    },
  )

  it('checks the public key, in the body or the query, before the rest', async () => {
    const codes = [
      errorOf(await generate(create(), { pub_key: undefined })).error_code,
      errorOf(await generate(create(), { pub_key: 'unknown', prompt: '' })).error_code,
      errorOf(await post(create(), `generate/?pub_key=${PUBLIC_KEY}#`, 'no JSON', await token())).error_code,
    ]
    expect(codes).toEqual([
      'ProjectPublicKeyRequiredError',
      'ProjectPublicKeyInvalidError',
      'invalid_request',
    ])
  })
})

describe('/derivative/image/edit/', () => {
  async function uploaded(emulator: Emulator, file: File): Promise<string> {
    const response = await postForm(emulator, '/base/', { file, UPLOADCARE_PUB_KEY: PUBLIC_KEY })
    return ((await response.json()) as { file: string }).file
  }

  it('keeps the ratio of the source, or takes the given one', async () => {
    const emulator = create()
    const source = await uploaded(emulator, new File([imageBytes('png')], 'a.png', { type: 'image/png' }))
    const kept = await result(emulator, await edit(emulator, { source }))
    expect(kept).toMatchObject({ original_filename: 'red.png', image_info: { width: 1020, height: 510 } })
    expect(kept['uuid']).not.toBe(source)
    const reshaped = await edit(emulator, { source: `https://ucarecdn.com/${source}/`, aspect_ratio: [1, 2] })
    expect(await result(emulator, reshaped)).toMatchObject({ image_info: { width: 512, height: 1024 } })
  })

  it('refuses a source that is missing, unknown or no image', async () => {
    const emulator = create()
    const text = await uploaded(emulator, new File(['meow'], 'a.txt', { type: 'text/plain' }))
    const codes = [
      errorOf(await edit(emulator, {})).error_code,
      errorOf(await edit(emulator, { source: 'no-such-file' })).error_code,
      errorOf(await edit(emulator, { source: text })).error_code,
    ]
    expect(codes).toEqual(['invalid_request', 'source_not_found', 'source_not_image'])
  })
})

describe('the credential of AI images', () => {
  it('is an auth token, also while secure uploading is off', async () => {
    const emulator = create()
    const { secureSignature, secureExpire } = await generateSecureSignature(SECRET_KEY, { expiresIn: 60 })
    const body = {
      ...{ pub_key: PUBLIC_KEY, prompt: 'a hat', aspect_ratio: [1, 1], filename: 'a.png' },
      ...{ signature: secureSignature, expire: secureExpire },
    }
    expect(errorOf(await post(emulator, 'generate', body))).toMatchObject({
      status_code: 400,
      error_code: 'SignatureRequiredError',
    })
    expect(await post(emulator, 'generate', body, await token())).toMatchObject({ type: 'job' })
    expect(emulator.journal.entries('derivative/image/generate')).toMatchObject([
      {
        credential: 'none',
        verdict: { valid: false, hint: expect.stringContaining('auth token') as string },
      },
      { credential: 'jwt', verdict: { valid: true } },
    ])
  })

  it('is required for the status too, and not at all when the setting is off', async () => {
    const emulator = create()
    const { job_id: jobId } = await generate(emulator)
    expect(errorOf(await status(emulator, jobId, 'x')).error_code).toBe('AccessTokenInvalidError')
    emulator.projects.update(PUBLIC_KEY, { signedAiGeneration: false })
    expect(await status(emulator, jobId, 'x')).toEqual({ type: 'job', status: 'processing' })
    expect(await generate(emulator, {}, 'x')).toMatchObject({ type: 'job' })
  })

  it('is limited by scope', async () => {
    const scoped = await token({ scope: ['/derivative/image/edit/'] })
    expect(errorOf(await generate(create(), {}, scoped)).error_code).toBe('ScopeForbiddenError')
    const wildcard = await token({ scope: ['/derivative/*'] })
    expect(await generate(create(), {}, wildcard)).toMatchObject({ type: 'job' })
  })

  it('spends one operation per accepted request, and none for its status', async () => {
    const emulator = create()
    const limited = await token({ operations: 2 })
    expect(errorOf(await generate(emulator, { prompt: '' }, limited)).error_code).toBe('invalid_request')
    const { job_id: jobId } = await generate(emulator, {}, limited)
    await status(emulator, jobId, limited)
    await generate(emulator, {}, limited)
    expect(errorOf(await generate(emulator, {}, limited)).error_code).toBe('OperationsLimitExceededError')
    expect(await status(emulator, jobId, limited)).toMatchObject({ status: 'uploading' })
  })

  it('is invalid for a project without secret keys', async () => {
    expect(errorOf(await generate(create({ secretKeys: [] }))).error_code).toBe('AccessTokenInvalidError')
  })
})

describe('/derivative/status/', () => {
  it('refuses a missing and an unknown job, and one of another project', async () => {
    const emulator = create()
    emulator.projects.add({ publicKey: 'other', secretKeys: ['othersecretkey'], signedAiGeneration: false })
    const { job_id: jobId } = await generate(emulator, { pub_key: 'other' })
    expect(errorOf(await status(emulator, undefined)).error_code).toBe('job_id_required')
    expect(errorOf(await status(emulator, 'nope'))).toMatchObject({
      status_code: 404,
      error_code: 'job_not_found',
    })
    expect(errorOf(await status(emulator, jobId)).error_code).toBe('job_not_found')
  })

  it.each(['content_moderated', 'provider_unavailable', 'generation_timeout'] as const)(
    'reports the failure %s that a fault requests',
    async (code) => {
      const emulator = create()
      const { job_id: jobId } = await generate(emulator)
      emulator.faults.add({ endpoint: 'derivative/status', refuse: code })
      const failed = await status(emulator, jobId)
      expect(failed).toMatchObject({
        type: 'job',
        status: 'error',
        error_source: 'ai_gateway',
        error_code: code,
      })
    },
  )

  it('creates one file for concurrent requests', async () => {
    const emulator = create()
    const { job_id: jobId } = await generate(emulator)
    const frames = await Promise.all(Array.from({ length: 6 }, async () => status(emulator, jobId)))
    const uuids = frames.flatMap(({ uuid }) => uuid ?? [])
    expect([uuids.length, new Set(uuids).size]).toEqual([4, 1])
  })

  it('sends webhooks for the file', async () => {
    const sent: unknown[] = []
    const emulator = createEmulator({
      projects: [{ ...demoProject, webhooks: [{ targetUrl: 'https://a.example/', event: 'file.uploaded' }] }],
      async sendWebhook(request) {
        sent.push(await request.json())
        return new Response()
      },
    })
    await result(emulator, await generate(emulator))
    await emulator.webhooks.settled()
    expect(sent).toMatchObject([{ data: { original_filename: 'hat.png' } }])
  })

  it('removes its jobs on reset', async () => {
    const emulator = create()
    const { job_id: jobId } = await generate(emulator)
    await emulator.reset()
    expect(errorOf(await status(emulator, jobId)).error_code).toBe('job_not_found')
  })
})
