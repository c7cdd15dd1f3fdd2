import type { ClientEvent } from '@secure-uploading/client'
import { expect, it } from 'vitest'
import { describeEvent } from '../../src/upload/describe-event.js'

it.each<[Partial<ClientEvent>, string | undefined]>([
  [{ type: 'retried', what: 'token', delayMs: 1500 }, 'trying the token endpoint again in 1.5 s'],
  [{ type: 'retried', what: 'multipart/start', delayMs: 250 }, 'trying /multipart/start/ again in 0.3 s'],
  [
    { type: 'refused', what: 'base', code: 'SignatureExpirationError' },
    'the token was refused (SignatureExpirationError), getting another one',
  ],
  [{ type: 'waiting' }, 'waiting for the network'],
  [{ type: 'fetched' }, undefined],
  [{ type: 'split' }, undefined],
])('of %j it tells: %s', (event, told) => {
  expect(describeEvent(event as ClientEvent)).toBe(told)
})
