import { forbidden, notFound, permanentRedirect, redirect, unauthorized } from 'next/navigation.js'
import { NextRequest, NextResponse } from 'next/server.js'
import { expect, it, vi } from 'vitest'
import { createTokenHandler, type Authorization } from '../src/index.js'

// Next lets these be called only with this experiment on, which a build writes into the environment.
vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true')

async function statusWhen(authorize: () => Authorization): Promise<number> {
  const { POST } = createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize,
    onError: () => undefined,
  })
  const request = new NextRequest('http://app.example/api/upload-token', { method: 'POST' })
  return (await POST(request, { params: Promise.resolve({}) })).status
}

it.each([
  ['redirect()', () => redirect('/sign-in'), 401],
  ['permanentRedirect()', () => permanentRedirect('/sign-in'), 401],
  ['unauthorized()', unauthorized, 401],
  ['forbidden()', forbidden, 403],
  ['notFound()', notFound, 403],
  ['an error of its own', () => fail(new Error('boom')), 500],
  [
    'an error with a digest of somebody else',
    () => fail(Object.assign(new Error('x'), { digest: '42' })),
    500,
  ],
])('turns %s in authorize into a status that a script understands', async (_name, authorize, status) => {
  expect(await statusWhen(authorize)).toBe(status)
})

it("turns Next 14's notFound() into 403", async () => {
  const error = Object.assign(new Error('NEXT_NOT_FOUND'), { digest: 'NEXT_NOT_FOUND' })
  expect(await statusWhen(() => fail(error))).toBe(403)
})

it('issues no token where authorize returns a redirect, as middleware does', async () => {
  const redirection: object = NextResponse.redirect('https://app.example/sign-in')
  expect(await statusWhen(() => redirection)).toBe(500)
})

function fail(error: Error): never {
  throw error
}
