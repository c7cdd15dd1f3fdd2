import { describe, expect, it } from 'vitest'
import { MEBIBYTE, PUBLIC_KEY, text, useStage } from '../use-stage.js'

const stage = await useStage()

describe('a token that is refused', () => {
  it('as expired is replaced once for ten uploads, of which each sends its request again', async () => {
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.emulator.journal.clear()
    const before = stage.issued
    // As after a sleep during which the clock was set back: the client cannot know.
    stage.emulator.clock.advanceMs(120_000)
    await Promise.all(Array.from({ length: 10 }, () => client.uploadFile(text())))
    expect(stage.issued - before).toBe(1)
    expect(stage.emulator.journal.entries('base')).toHaveLength(20)
    expect(stage.types().filter((type) => type === 'invalidated')).toHaveLength(1)
  })

  it('because the secret was rotated is replaced', async () => {
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.emulator.projects.update(PUBLIC_KEY, { secretKeys: ['rotatedsecretkey'] })
    stage.issue.secretKey = 'rotatedsecretkey'
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })

  it('by clocks that stand still for a while is still known to be an old one', async () => {
    const clock = { wallMs: () => 1_700_000_000_000, monotonicMs: () => 0 }
    const client = stage.createClient({}, { clock })
    await client.tokenSource.getToken()
    stage.emulator.projects.update(PUBLIC_KEY, { secretKeys: ['rotatedsecretkey'] })
    stage.issue.secretKey = 'rotatedsecretkey'
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })

  it('although it is fresh is reported with both facts, and not asked for for ever', async () => {
    stage.issue.secretKey = 'wrongsecretkey'
    const before = stage.issued
    const error = await stage
      .createClient()
      .uploadFile(text())
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      cause: { name: 'UploadError', code: 'SignatureInvalidError' },
    })
    expect(String(error)).toMatch(/SignatureInvalidError.*0\.\d s before for 60\.0 s.*secret key/)
    expect(stage.issued - before).toBe(1)
  })

  it('is not sent twice to the same end when its server’s clock is wrong', async () => {
    stage.emulator.faults.add({ refuse: 'SignatureExpirationError', times: Infinity })
    await expect(stage.createClient().group(['x'])).rejects.toMatchObject({ code: 'ERR_TOKEN_REFUSED' })
    expect(stage.emulator.journal.entries('group')).toHaveLength(1)
  })

  it('leaves other errors of Uploadcare’s as they are', async () => {
    stage.emulator.faults.add({ refuse: 'AccountLimitsExceededError' })
    await expect(stage.createClient().uploadFile(text())).rejects.toMatchObject({
      name: 'UploadError',
      code: 'AccountLimitsExceededError',
    })
  })
})

describe('a file that takes longer to upload than its token lives', () => {
  /** Holds the next requests to `/base/` until so much time has passed. */
  function slowDown(durationMs: number): void {
    const until = new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (stage.emulator.journal.entries('base').length === 0) return
        clearInterval(timer)
        stage.passTime(durationMs)
        resolve()
      }, 1)
    })
    stage.emulator.faults.add({ endpoint: 'base', until })
  }

  it('fails below 10 MiB, and the message names both durations', async () => {
    stage.issue.expiresIn = 5
    slowDown(9000)
    const upload = stage.createClient().uploadFile(text(9 * MEBIBYTE))
    await expect(upload).rejects.toMatchObject({
      code: 'ERR_TOKEN_TOO_SHORT',
      message: expect.stringMatching(/took 9\.\d s .* lives 5\.0 s.*expiresIn/) as unknown,
      cause: { code: 'SignatureExpirationError' },
    })
    expect(stage.emulator.journal.entries('base')).toHaveLength(1)
  })

  it('goes over to parts from 10 MiB on', async () => {
    stage.issue.expiresIn = 5
    slowDown(20_000)
    const client = stage.createClient({ multipartMinFileSize: 50 * MEBIBYTE })
    await expect(client.uploadFile(text(10 * MEBIBYTE))).resolves.toMatchObject({ size: 10 * MEBIBYTE })
    expect(stage.types()).toContain('split')
  })

  it('is tried once more when its token was not new', async () => {
    stage.issue.expiresIn = 60
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.passTime(40_000)
    stage.emulator.journal.clear()
    slowDown(30_000)
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })
})

describe('a request that needs no time', () => {
  it('is sent again when it was held up until its new token had ended', async () => {
    stage.issue.expiresIn = 5
    const until = Promise.resolve().then(() => {
      stage.passTime(9000)
    })
    stage.emulator.faults.add({ endpoint: 'multipart/start', until })
    await expect(stage.createClient().multipartStart(10 * MEBIBYTE)).resolves.toBeDefined()
  })

  it('that was throttled for longer than a token lives carries the next one', async () => {
    stage.issue.expiresIn = 2
    stage.emulator.faults.add({ endpoint: 'base', throttle: { retryAfterSeconds: 3 } })
    const client = stage.createClient({
      onEvent: (event) => {
        if (event.type === 'retried') stage.passTime(event.delayMs)
      },
    })
    await expect(client.uploadFile(text())).resolves.toBeDefined()
    expect(stage.emulator.journal.entries('base').map(({ errorCode }) => errorCode)).toEqual([
      'RequestThrottledError',
      undefined,
    ])
  })
})

describe('a token endpoint that is away', () => {
  it('is asked as often as the token source may, and not that often again for each attempt of the upload', async () => {
    let asked = 0
    const fetch = (): Promise<Response> => {
      asked++
      return Promise.reject(new TypeError('Failed to fetch'))
    }
    const client = stage.createClient({}, { maxRetries: 1, fetch })
    await expect(client.uploadFile(text())).rejects.toMatchObject({ code: 'ERR_ENDPOINT_UNREACHABLE' })
    expect(asked).toBe(2)
  })

  it('may take longer than Uploadcare to answer', async () => {
    stage.longestDeadlineMs = 50
    const createToken = stage.createClient().tokenSource
    const client = stage.createClient(
      {},
      {
        endpoint: '',
        fetchToken: async () => {
          await new Promise((resolve) => setTimeout(resolve, 100))
          return createToken.getToken()
        },
        timeoutMs: 9999,
        clock: { setTimeout: (callback, delayMs) => setTimeout(callback, delayMs === 9999 ? delayMs : 50) },
      },
    )
    await expect(client.group([(await stage.createClient().uploadFile(text())).uuid])).resolves.toBeDefined()
  })
})
