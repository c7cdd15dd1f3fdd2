import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConsumer, type Consumer } from '../src/create-consumer.js'
import { clientEntries, resolveWithMetro } from '../src/resolve-with-metro.js'
import { runNode } from '../src/run-program.js'
import { startServices, type Services } from '../src/start-services.js'

const VITEST = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
let consumer: Consumer
let services: Services

beforeAll(async () => {
  ;[consumer, services] = await Promise.all([createConsumer(), startServices()])
})
afterAll(async () => {
  await consumer.remove()
  await services.close()
})

const run = (args: readonly string[]): Promise<string> =>
  runNode(args, { cwd: consumer.folder, env: services.environment })

describe('the packed client', () => {
  it.each(['jsdom', 'happy-dom'])('uploads in vitest with %s', async (environment) => {
    const output = await run([VITEST, 'run', '--globals', '--environment', environment, 'upload.test.js'])
    expect(output).toContain('2 passed')
  })

  it('uploads in a runtime without DOMException, crypto.subtle and newer members of AbortSignal', async () => {
    const output = await run(['--import', './remove-globals.js', 'upload-in-thin-runtime.js'])
    expect(JSON.parse(output)).toEqual({
      small: 1,
      large: 10 * 1024 * 1024,
      resumable: 10 * 1024 * 1024,
      batch: ['fulfilled', 'fulfilled'],
      queue: [
        ['uploaded', 1],
        ['uploaded', 10 * 1024 * 1024],
      ],
      canceled: 'CancelError',
    })
  })

  it('uploads the assets of React Native', async () => {
    const output = await run(['--import', './resolve-react-native.js', 'upload-asset.js'])
    const uploaded = {
      originalFilename: 'photo.jpg',
      mimeType: 'image/jpeg',
      domain: '<project>.ucarecd.net',
      size: (await stat(path.join(consumer.folder, 'upload-asset.js'))).size,
    }
    expect(JSON.parse(output)).toEqual({ file: uploaded, batch: [uploaded, uploaded] })
  })

  it.each([
    ['with', true],
    ['without', false],
  ])("is found by Metro's resolver, every entry, %s package exports", (_, isExportsEnabled) => {
    const entries = clientEntries(consumer.folder)
    expect(entries.length).toBeGreaterThanOrEqual(3)
    for (const entry of entries) {
      const file = resolveWithMetro(consumer.folder, entry, isExportsEnabled)
      expect(file).toContain(path.join(consumer.folder, 'node_modules/@secure-uploading/client/dist'))
    }
  })

  it.each(['js', 'cjs'])("has its module for React Native found by Metro's resolver, as %s", (extension) => {
    const dist = path.join(consumer.folder, 'node_modules/@secure-uploading/client/dist')
    const file = resolveWithMetro(dist, `./platform.${extension}`, true)
    expect(path.basename(file)).toBe(`platform-react-native.${extension}`)
  })
})
