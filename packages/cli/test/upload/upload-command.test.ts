import { mkdtemp, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTokenHandler } from '@secure-uploading/express'
import { describe, expect, it } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { carelessEndpoint } from '../doctor/careless-endpoint.js'
import { startApp } from '../doctor/start-app.js'
import { runCli } from '../run-cli.js'
import { KEYS, useUploadStage } from './use-upload-stage.js'

const stage = useUploadStage()
const bytesAt = async (url: string): Promise<string> => (await fetch(url)).text()

describe('secure-uploading upload', () => {
  it('uploads files with locally signed tokens, and prints their URLs', async () => {
    const { code, stdout, stderr } = await stage.upload([
      stage.at('hello.txt'),
      stage.at('photo.jpg'),
      '--metadata',
      'origin=ci',
      '--store',
      'yes',
    ])

    const [hello = '', photo = ''] = stdout.match(/http\S+/g) ?? []
    expect(code).toBe(0)
    expect([await bytesAt(hello), await bytesAt(photo)]).toEqual(['hello', 'pixels'])
    expect(stderr.trim().split('\n').sort()).toEqual([
      `${stage.at('hello.txt')}: uploaded`,
      `${stage.at('hello.txt')}: uploading 5 B`,
      `${stage.at('photo.jpg')}: uploaded`,
      `${stage.at('photo.jpg')}: uploading 6 B`,
    ])
    expect(stage.emulator.journal.entries('base').map(({ credential }) => credential)).toEqual([
      'signature',
      'signature',
    ])
  })

  it('prints JSON, and sends metadata and storage settings', async () => {
    const { stdout } = await stage.upload([
      stage.at('photo.jpg'),
      '--metadata',
      'user_id=7',
      '--metadata',
      'a=b=c',
      '--store',
      'no',
      '--json',
    ])

    const { files } = JSON.parse(stdout) as { files: { uuid: string }[] }
    expect(files).toMatchObject([
      {
        file: stage.at('photo.jpg'),
        status: 'uploaded',
        name: 'photo.jpg',
        sizeBytes: 6,
        mimeType: 'image/jpeg',
        resumed: false,
      },
    ])
    const info = await fetch(`${stage.url}/info/?pub_key=${PUBLIC_KEY}&file_id=${files[0]?.uuid ?? ''}`)
    expect(await info.json()).toMatchObject({ is_stored: false, metadata: { user_id: '7', a: 'b=c' } })
  })

  it('gets tokens from an endpoint with a session from the environment', async () => {
    const endpoint = await startApp((app) => {
      app.all(
        '/api/upload-token',
        createTokenHandler({
          ...{ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY },
          authorize: (request) => (request.get('cookie') === 'session=42' ? { subject: 'user-42' } : null),
        }),
      )
    })
    const words = [stage.at('hello.txt'), '--token-endpoint', endpoint.href]

    const signedIn = await stage.upload([...words, '--header', 'Cookie: session=$SESSION'], {
      env: { SESSION: '42' },
    })
    expect(signedIn).toMatchObject({ code: 0 })
    expect(await stage.upload(words, { env: {} })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('(ERR_UNAUTHENTICATED)') as unknown,
    })
  })

  it('uses the public key from the environment if the endpoint returns none', async () => {
    const endpoint = await startApp((app) => {
      app.post(
        '/api/upload-token',
        carelessEndpoint({ isAllowed: () => true, fields: { publicKey: undefined } }),
      )
    })
    const words = [stage.at('hello.txt'), '--token-endpoint', endpoint.href]

    expect(await stage.upload(words, { env: { UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY } })).toMatchObject({
      code: 0,
    })
  })

  it.each([
    ['UPLOADCARE_SECRET_KEY', [], { env: { ...KEYS, UPLOADCARE_SECRET_KEY: 'a-wrong-secret-key' } }],
    ['stdin', ['--secret-stdin'], { env: KEYS, input: 'a-wrong-secret-key' }],
  ])('says that a wrong key came from %s', async (source, words, options) => {
    const { code, stderr } = await stage.upload([stage.at('hello.txt'), ...words], options)

    expect(code).toBe(1)
    expect(stderr).toContain(
      `Uploadcare refused the token (SignatureInvalidError), which was signed with the secret from ${source}`,
    )
    expect(stderr).not.toContain('endpoint')
    expect(stderr).not.toContain('a-wrong-secret-key')
  })

  it('prints URLs of an emulator that exist there, without --base-cdn', async () => {
    const words = ['upload', stage.at('hello.txt'), '--base-url', `${stage.url}/`, '--no-resume']
    const { code, stdout } = await runCli(words, { env: KEYS })

    const [url = ''] = stdout.match(/http\S+/g) ?? []
    expect(code).toBe(0)
    expect(url.startsWith(`${stage.url}/`)).toBe(true)
    expect(await bytesAt(url)).toBe('hello')
  })

  it('reports a failed file, and uploads the other one', async () => {
    stage.emulator.projects.update(PUBLIC_KEY, { maxFileSizeBytes: 5 })
    const { code, stdout } = await stage.upload([stage.at('hello.txt'), stage.at('photo.jpg'), '--json'])

    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { status: 'uploaded' },
        { file: stage.at('photo.jpg'), status: 'failed', error: { code: expect.any(String) as unknown } },
      ],
    })
  })

  it('uploads files of different directories with the same name, size and date', async () => {
    const pages = await Promise.all(
      ['en', 'fr'].map(async (language) => {
        const folder = await mkdtemp(stage.at(`${language}-`))
        const page = path.join(folder, 'index.html')
        await writeFile(page, language)
        await utimes(page, 1_700_000_000, 1_700_000_000)
        return page
      }),
    )
    const { code, stdout } = await stage.upload(pages)

    expect(code).toBe(0)
    expect(stdout.split('\n').map((line) => line.split('  ')[0])).toEqual([...pages, ''])
    const urls = stdout.match(/http\S+/g) ?? []
    expect(await Promise.all(urls.map(bytesAt))).toEqual(['en', 'fr'])
  })

  it.each([
    [['no-such-file'], {}, 'File not found'],
    [['.'], {}, 'Not a file'],
    [['package.json', '--metadata', 'novalue'], {}, '--metadata must be key=value'],
    [['package.json', '--store', 'maybe'], {}, 'auto, yes, no'],
    [['package.json', '--concurrency', '0'], {}, 'positive whole number'],
    [['package.json'], { UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY }, 'No secret key found'],
    [['package.json'], { UPLOADCARE_SECRET_KEY: SECRET_KEY }, 'public key is missing'],
    [
      ['package.json', '--expires-in', '8d'],
      KEYS,
      "'--expires-in <duration>' argument '8d' is invalid. It exceeds the maximum of 7 days",
    ],
    [['package.json', '--header', 'X: y'], KEYS, 'Add --token-endpoint'],
    [['package.json', '--token-endpoint', '/api', '--header', 'X: y'], KEYS, 'absolute URL'],
    [
      ['package.json', '--token-endpoint', 'https://app.example/', '--expires-in', '1h'],
      KEYS,
      'nothing is signed locally',
    ],
    [
      ['package.json', '--token-endpoint', 'https://app.example/'],
      { UPLOADCARE_PUBLIC_KEY: SECRET_KEY, UPLOADCARE_SECRET_KEY: SECRET_KEY },
      'UPLOADCARE_PUBLIC_KEY is the same as the secret key',
    ],
    [
      ['package.json', '--token-endpoint', 'https://app.example/', '--header', 'Cookie: a=b'],
      KEYS,
      'on the command line',
    ],
  ])('rejects %o, and sends nothing', async (words, environment, message) => {
    const { code, stdout, stderr } = await stage.upload(words, { env: environment })

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stage.emulator.journal.entries()).toEqual([])
  })
})
