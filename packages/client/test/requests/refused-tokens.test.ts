import { createSigner } from '@secure-uploading/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SecureUploadClient } from '../../src/index.js'
import { startGateway, type Gateway } from '../gateway/start-gateway.js'
import { PUBLIC_KEY, text, useStage } from '../use-stage.js'

const stage = await useStage()

function rotateSecret(secretKey = 'rotatedsecretkey'): void {
  stage.emulator.projects.update(PUBLIC_KEY, { secretKeys: [secretKey] })
  stage.issue.secretKey = secretKey
}

/** Holds requests to `/base/` until `release` is called. */
function holdBase(times: number, skip = 0): { release: () => void } {
  let release = (): void => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  stage.emulator.faults.add({ endpoint: 'base', times, skip, until })
  return {
    release: () => {
      release()
    },
  }
}

const received = (): number => stage.emulator.journal.entries('base').length

describe('a secret that is rotated while the first batch is under way', () => {
  it('fails none of 12 files, although their requests caused the fetch of the refused token', async () => {
    const client = stage.createClient()
    const hold = holdBase(4)
    const batch = client.uploadFiles(
      Array.from({ length: 12 }, () => text()),
      { concurrency: 4 },
    )
    await expect.poll(received).toBe(4)
    rotateSecret()
    hold.release()
    const outcomes = await batch
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 'fulfilled'))
    expect(stage.types().filter((type) => type === 'invalidated')).toHaveLength(1)
    expect(stage.emulator.journal.entries('base')).toHaveLength(16)
  })

  it('causes one fetch for ten requests that are refused at different moments', async () => {
    const client = stage.createClient()
    const before = stage.issued
    const holds = Array.from({ length: 10 }, (_, index) => holdBase(1, index))
    const uploads = Array.from({ length: 10 }, () => client.uploadFile(text()))
    await expect.poll(received).toBe(10)
    rotateSecret()
    for (const [index, hold] of holds.entries()) {
      hold.release()
      await expect.poll(() => stage.types().filter((type) => type === 'refused').length).toBe(index + 1)
    }
    await Promise.all(uploads)
    expect(stage.issued - before).toBe(2)
  })

  it.each(['group', 'multipart/start', 'from_url'] as const)(
    'is repaired for a first request to %s',
    async (name) => {
      const member = await stage.createClient().uploadFile(text())
      const client = stage.createClient()
      let release = (): void => undefined
      stage.emulator.faults.add({
        endpoint: name,
        until: new Promise<void>((resolve) => (release = resolve)),
      })
      const sending =
        name === 'group'
          ? client.group([member.uuid])
          : name === 'from_url'
            ? client.fromUrl(`${stage.url}/${member.uuid}/`)
            : client.multipartStart(10 * 1024 * 1024)
      await expect.poll(() => stage.emulator.journal.entries(name).length).toBe(1)
      rotateSecret()
      release()
      await expect(sending).resolves.toBeDefined()
      expect(stage.emulator.journal.entries(name)).toHaveLength(2)
    },
  )
})

describe('tokens that are valid for one operation', () => {
  let gateway: Gateway
  beforeAll(async () => {
    gateway = await startGateway(stage.url)
  })
  afterAll(() => gateway.close())

  /** Refuses the second upload with a token. Its refusals arrive before the answer of the upload that was accepted. */
  function limitOperations(): void {
    gateway.reset()
    const used = new Set<string>()
    gateway.intercept = (path, body) => {
      if (path !== 'base' && path !== 'multipart/start') return undefined
      const signature = /name="signature"\s+(\w+)/.exec(body)?.[1] ?? ''
      if (!used.has(signature)) {
        used.add(signature)
        return undefined
      }
      const error = {
        status_code: 403,
        content: 'Limit exceeded.',
        error_code: 'OperationsLimitExceededError',
      }
      return { status: 200, body: JSON.stringify({ error }) }
    }
  }

  function createClient(): SecureUploadClient {
    const signer = createSigner({ secretKey: 'demosecretkey' })
    let issued = 0
    const fetchToken = async (): Promise<unknown> => {
      // Another second for each token, so that their signatures differ.
      const expiresIn = 600 + ++issued
      return { publicKey: PUBLIC_KEY, ...(await signer.sign({ expiresIn })), expiresIn }
    }
    return stage.createClient({ baseURL: gateway.url }, { endpoint: undefined, fetch: undefined, fetchToken })
  }

  it.each([
    ['uploadFile', 10],
    ['uploadFiles', 10],
    ['uploadFiles', 25],
    ['uploadFileGroup', 6],
  ] as const)('serve %s for %i files at the same time, one token after the other', async (name, count) => {
    limitOperations()
    const client = createClient()
    const files = Array.from({ length: count }, () => text())
    if (name === 'uploadFile') {
      await expect(Promise.all(files.map((file) => client.uploadFile(file)))).resolves.toHaveLength(count)
    } else if (name === 'uploadFileGroup') {
      await expect(client.uploadFileGroup(files)).resolves.toMatchObject({ filesCount: count })
    } else {
      const outcomes = await client.uploadFiles(files)
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(count)
    }
  })

  it('end with ERR_TOKEN_REFUSED when no token is accepted', async () => {
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'OperationsLimitExceededError', times: Infinity })
    const client = stage.createClient()
    const outcomes = await client.uploadFiles([text(), text(), text()])
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'ERR_TOKEN_REFUSED', data: { uploadcareCode: 'OperationsLimitExceededError' } },
      })
    }
    expect(received()).toBeLessThanOrEqual(9)
  })
})

describe('SignatureInvalidError for every token', () => {
  it('is final after the second token, with the age, the lifetime and the cause', async () => {
    stage.issue.secretKey = 'wrongsecretkey'
    const error = await stage
      .createClient()
      .uploadFile(text())
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      data: { uploadcareCode: 'SignatureInvalidError' },
      cause: { name: 'UploadError', code: 'SignatureInvalidError' },
    })
    expect(received()).toBe(2)
  })
})
