import { createTokenHandler, type TokenHandlerOptions } from '@secure-uploading/express'
import type { Request, Response } from 'express'
import { expect, test } from 'vitest'
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

test('finds nothing wrong with the Express adapter', async () => {
  const findings = await findAll(ours(), { publicKey: PUBLIC_KEY })

  expect(complaints(findings)).toEqual([])
  expect(Object.keys(findings)).toHaveLength(15)
})

test('finds nothing wrong with its auth tokens', async () => {
  expect(complaints(await findAll(ours({ credential: 'jwt' })))).toEqual([])
})

test('finds nothing wrong with an endpoint for anyone that says so', async () => {
  const findings = await findAll(ours({ authorize: 'anyone' }), { credentials: {}, isForAnyone: true })

  expect(complaints(findings)).toEqual([])
})

test('finds nothing wrong with a page on another origin that is allowed', async () => {
  const pageOrigin = 'https://app.example'
  const credentials = { cookie: COOKIE, authorization: 'Bearer abc', 'x-team': '7' }
  const findings = await findAll(ours({ allowedOrigins: [pageOrigin] }), { pageOrigin, credentials })

  expect(complaints(findings)).toEqual([])
  expect(findings['own-page']?.message).toBe('lets the page of --origin read its answers')
})

test('finds nothing wrong with an endpoint that was written by hand and is right', async () => {
  expect(complaints(await findAll(carelessEndpoint()))).toEqual([])
})

test('says what it could not see without a session and without the secret', async () => {
  const findings = await findAll(ours(), { credentials: {}, secretKeys: [] })

  const blind = [
    'answer',
    'cross-site',
    'cors',
    'cache',
    'shape',
    'public-key',
    'lifetime',
    'expires-in',
    'signature',
    'placeholder',
  ]
  expect(complaints(findings)).toEqual(blind.map((check) => `${check}: unchecked`))
})
