import { createTokenHandler, type TokenHandlerOptions } from '@secure-uploading/express'
import type { Request, Response } from 'express'
import { describe, expect, it } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../../demo-project.js'
import { carelessEndpoint, COOKIE } from '../careless-endpoint.js'
import { complaints, findAll } from './find-all.js'

const ours = (options: Partial<TokenHandlerOptions<[Request, Response]>> = {}) =>
  createTokenHandler({
    publicKey: PUBLIC_KEY,
    secretKey: SECRET_KEY,
    authorize: (request) => (request.get('cookie') === COOKIE ? { subject: 'user-42' } : null),
    ...options,
  })

describe('the doctor', () => {
  it('passes the Express adapter', async () => {
    const findings = await findAll(ours(), { publicKey: PUBLIC_KEY })

    expect(complaints(findings)).toEqual([])
    expect(Object.keys(findings)).toHaveLength(16)
  })

  it('passes the Express adapter with auth tokens', async () => {
    expect(complaints(await findAll(ours({ credential: 'jwt' })))).toEqual([])
  })

  it('passes an endpoint for anyone with --anyone', async () => {
    const findings = await findAll(ours({ authorize: 'anyone' }), { credentials: {}, isForAnyone: true })

    expect(complaints(findings)).toEqual([])
  })

  it('passes an allowed page on another origin', async () => {
    const pageOrigin = 'https://app.example'
    const credentials = { cookie: COOKIE, authorization: 'Bearer abc', 'x-team': '7' }
    const findings = await findAll(ours({ allowedOrigins: [pageOrigin] }), { pageOrigin, credentials })

    expect(complaints(findings)).toEqual([])
    expect(findings['own-page']?.message).toBe('lets the page of --origin read its responses')
  })

  it('passes a correct handwritten endpoint', async () => {
    expect(complaints(await findAll(carelessEndpoint()))).toEqual([])
  })

  it('lists the checks that it skips without a session and a secret key', async () => {
    const findings = await findAll(ours(), { credentials: {}, secretKeys: [] })

    const skipped = [
      'answer',
      'cross-site',
      'cors',
      'host',
      'cache',
      'shape',
      'public-key',
      'lifetime',
      'expires-in',
      'signature',
      'placeholder',
    ]
    expect(complaints(findings)).toEqual(skipped.map((check) => `${check}: unchecked`))
  })
})
