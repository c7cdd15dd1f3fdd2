import { describe, expect, it } from 'vitest'
import { MEBIBYTE, PUBLIC_KEY, text, useStage } from '../use-stage.js'

const stage = await useStage()

describe('signedRequest with a refused token', () => {
  it('refreshes once when ten uploads are refused together', async () => {
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

  it('replaces the token after the secret was rotated', async () => {
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.emulator.projects.update(PUBLIC_KEY, { secretKeys: ['rotatedsecretkey'] })
    stage.issue.secretKey = 'rotatedsecretkey'
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })

  it('replaces an old token when the clocks stand still', async () => {
    const clock = { wallMs: () => 1_700_000_000_000, monotonicMs: () => 0 }
    const client = stage.createClient({}, { clock })
    await client.tokenSource.getToken()
    stage.emulator.projects.update(PUBLIC_KEY, { secretKeys: ['rotatedsecretkey'] })
    stage.issue.secretKey = 'rotatedsecretkey'
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })

  it('rejects with the age and the lifetime of the second token, and does not fetch a third', async () => {
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
    expect(String(error)).toMatch(/SignatureInvalidError.*0\.\d s ago, valid for 60\.0 s.*secret key/)
    expect(stage.issued - before).toBe(2)
  })

  it('sends a request at most twice when the clock of the signing server is wrong', async () => {
    stage.emulator.faults.add({ refuse: 'SignatureExpirationError', times: Infinity })
    await expect(stage.createClient().group(['x'])).rejects.toMatchObject({ code: 'ERR_TOKEN_REFUSED' })
    expect(stage.emulator.journal.entries('group')).toHaveLength(2)
  })

  it('passes other errors of Uploadcare on unchanged', async () => {
    stage.emulator.faults.add({ refuse: 'AccountLimitsExceededError' })
    await expect(stage.createClient().uploadFile(text())).rejects.toMatchObject({
      name: 'UploadError',
      code: 'AccountLimitsExceededError',
    })
  })
})

describe('a file that takes longer to upload than its token is valid', () => {
  /** Holds the next request to `/base/` until `durationMs` has passed. */
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

  it('fails below 10 MiB with a message that names both durations', async () => {
    stage.issue.expiresIn = 5
    slowDown(9000)
    const upload = stage.createClient().uploadFile(text(9 * MEBIBYTE))
    await expect(upload).rejects.toMatchObject({
      code: 'ERR_TOKEN_TOO_SHORT',
      message: expect.stringMatching(/took 9\.\d s .* valid for 5\.0 s.*expiresIn/) as unknown,
      cause: { code: 'SignatureExpirationError' },
    })
    expect(stage.emulator.journal.entries('base')).toHaveLength(1)
  })

  it('is repeated once when it is small, because it was delayed by chance', async () => {
    stage.issue.expiresIn = 5
    slowDown(9000)
    await expect(stage.createClient().uploadFile(text())).resolves.toBeDefined()
    expect(stage.emulator.journal.entries('base')).toHaveLength(2)
  })

  it('is sent in parts from 10 MiB on', async () => {
    stage.issue.expiresIn = 5
    slowDown(20_000)
    const client = stage.createClient({ multipartMinFileSize: 50 * MEBIBYTE })
    await expect(client.uploadFile(text(10 * MEBIBYTE))).resolves.toMatchObject({ size: 10 * MEBIBYTE })
    expect(stage.types()).toContain('split')
  })

  it('is repeated once when its token was not new', async () => {
    stage.issue.expiresIn = 60
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.passTime(40_000)
    stage.emulator.journal.clear()
    slowDown(30_000)
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })
})

describe('a short signed request', () => {
  it('is repeated when it was delayed until its new token expired', async () => {
    stage.issue.expiresIn = 5
    const until = Promise.resolve().then(() => {
      stage.passTime(9000)
    })
    stage.emulator.faults.add({ endpoint: 'multipart/start', until })
    await expect(stage.createClient().multipartStart(10 * MEBIBYTE)).resolves.toBeDefined()
  })

  it('carries a new token after it was throttled for longer than a token is valid', async () => {
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

describe('a signed request with an unreachable token endpoint', () => {
  it('repeats the token request only as often as the token source allows', async () => {
    let requests = 0
    const fetch = (): Promise<Response> => {
      requests++
      return Promise.reject(new TypeError('Failed to fetch'))
    }
    const client = stage.createClient({}, { maxRetries: 1, fetch })
    await expect(client.uploadFile(text())).rejects.toMatchObject({ code: 'ERR_ENDPOINT_UNREACHABLE' })
    expect(requests).toBe(2)
  })

  it('allows the token endpoint a longer deadline than Uploadcare', async () => {
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
