import type { ClientEvent } from '@secure-uploading/client'
import { describe, expect, it } from 'vitest'
import { describeEvent } from '../../src/upload/describe-event.js'

describe('describeEvent', () => {
  it.each<[Partial<ClientEvent>, string | undefined]>([
    [{ type: 'retried', what: 'token', delayMs: 1500 }, 'retrying the token endpoint in 1.5 s'],
    [{ type: 'retried', what: 'multipart/start', delayMs: 250 }, 'retrying /multipart/start/ in 0.3 s'],
    [
      { type: 'refused', what: 'base', code: 'SignatureExpirationError' },
      'token refused (SignatureExpirationError), fetching a new one',
    ],
    [{ type: 'waiting', for: 'network' }, 'waiting for the network'],
    [{ type: 'waiting', for: 'token' }, undefined],
    [{ type: 'fetched' }, undefined],
    [{ type: 'split' }, undefined],
  ])('describes %j as: %s', (event, description) => {
    expect(describeEvent(event as ClientEvent)).toBe(description)
  })
})
