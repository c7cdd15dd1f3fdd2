import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { jsonAnswer } from '../src/answers/json-answers.js'
import { s3Error } from '../src/answers/s3-error.js'
import { buildPage, openChromiumPlatform } from '../src/world/chromium-platform.js'
import type { Platform } from '../src/world/platform.js'
import { startWorld, type World } from '../src/world/start-world.js'

const containing = (text: string): unknown => expect.stringContaining(text)

describeInChromium('an upload in a browser', () => {
  let world: World
  let platform: Platform | undefined
  beforeAll(async () => {
    world = await startWorld(await buildPage())
  })
  beforeEach(() => world.reset())
  afterEach(() => platform?.close())
  afterAll(() => world.close())

  it('ends soon and names the CSP when connect-src forbids the Upload API', async () => {
    platform = await openChromiumPlatform(world, '/strict')
    const { outcomes, retries } = await (await platform.createUploader()).run('direct')

    expect(world.log.attempts('base')).toBe(0)
    expect(retries.length).toBeLessThanOrEqual(2)
    expect(outcomes).toMatchObject([{ status: 'rejected', message: containing('connect-src') }])
  })

  it('ends soon and names CORS when the Upload API answers without its headers', async () => {
    platform = await openChromiumPlatform(world)
    const answer = { ...jsonAnswer({ file: 'a' }), cors: false }
    world.rules.add({ endpoint: 'base', times: Infinity, effect: { kind: 'answer', answer } })
    const { outcomes } = await (await platform.createUploader()).run('direct')

    expect(world.log.attempts('base')).toBeLessThanOrEqual(3)
    expect(outcomes).toMatchObject([{ status: 'rejected', message: containing('CORS') }])
  })

  it('sends a part again at most twice when its address answers 400, whatever the body', async () => {
    platform = await openChromiumPlatform(world)
    const answer = s3Error(400, 'MalformedXML')
    world.rules.add({ endpoint: 'part', times: Infinity, effect: { kind: 'answer', answer } })
    const { outcomes } = await (await platform.createUploader()).run('parts')

    // Two parts are sent at the same time.
    expect(world.log.attempts('part')).toBeLessThanOrEqual(6)
    expect(outcomes).toMatchObject([{ status: 'rejected', message: containing('400') }])
  })

  it('ends after offlineTimeoutMs when the device reports offline and requests fail', async () => {
    platform = await openChromiumPlatform(world, '/', { isOffline: true })
    world.rules.add({ endpoint: 'base', times: Infinity, effect: { kind: 'reset', after: 'request' } })
    const uploader = await platform.createUploader({ settings: { offlineTimeoutMs: 300 } })
    const { outcomes } = await uploader.run('direct')

    expect(outcomes).toMatchObject([{ status: 'rejected' }])
    expect(world.log.attempts('base')).toBeGreaterThan(0)
  })

  it('succeeds when the device wrongly reports offline', async () => {
    platform = await openChromiumPlatform(world, '/', { isOffline: true })
    const { outcomes } = await (await platform.createUploader()).run('direct')
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }])
  })
})
