import { forbidden, notFound, permanentRedirect, redirect, unauthorized } from 'next/navigation.js'
import { NextRequest, NextResponse } from 'next/server.js'
import { expect, it, vi } from 'vitest'
import { createTokenHandler, type Authorization } from '../src/index.js'

// Next requires this experiment for unauthorized() and forbidden(). A build sets the variable.
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
  ['an error of the app', () => fail(new Error('boom')), 500],
  ['an error with an unknown digest', () => fail(Object.assign(new Error('x'), { digest: '42' })), 500],
])('translates %s in authorize to the right status', async (_name, authorize, status) => {
  expect(await statusWhen(authorize)).toBe(status)
})

it('translates notFound() of Next 14 to 403', async () => {
  const error = Object.assign(new Error('NEXT_NOT_FOUND'), { digest: 'NEXT_NOT_FOUND' })
  expect(await statusWhen(() => fail(error))).toBe(403)
})

it('answers 500 when authorize returns a redirect response, as middleware does', async () => {
  const redirection: object = NextResponse.redirect('https://app.example/sign-in')
  expect(await statusWhen(() => redirection)).toBe(500)
})

function fail(error: Error): never {
  throw error
}
