import type { ServerErrorCode } from '@uploadcare/upload-client'
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { createEmulator, type ApiErrorCode } from '../../src/index.js'
import { API_ERRORS, EXAMPLE_VALUES } from '../../src/errors/api-errors.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
const ORIGIN = 'https://upload.uploadcare.com'
const file = new File(['x'], 'x.txt')

beforeEach(async () => {
  await emulator.reset()
})

describe('an error', () => {
  it.each([
    ['/info/', {}, false],
    ['/info/', { Accept: '*/*' }, false],
    ['/info/', { Accept: 'application/vnd.uploadcare-v0.7+json' }, false],
    ['/info/?jsonerrors=0', {}, false],
    ['/info/?jsonerrors=', {}, false],
    ['/info/?jsonerrors=1', {}, true],
    ['/info/?jsonerrors=true', {}, true],
    ['/info/?jsonerrors=yes', {}, true],
    ['/info/', { Accept: 'application/json' }, true],
    ['/info/', { Accept: 'text/html, Application/JSON;q=0.9' }, true],
    ['/info/?jsonerrors=0', { Accept: 'application/json' }, true],
  ])('of %s with %o is JSON: %s', async (path, headers, isJson) => {
    const response = await emulator.fetch(new Request(ORIGIN + path, { headers }))
    const type = isJson ? 'application/json' : 'text/plain; charset=utf-8'
    expect([response.status, response.headers.get('Content-Type')]).toEqual([isJson ? 200 : 403, type])
    const text = await response.text()
    expect(isJson ? (JSON.parse(text) as unknown) : text).toEqual(
      isJson
        ? {
            error: {
              status_code: 403,
              content: 'pub_key is required.',
              error_code: 'ProjectPublicKeyRequiredError',
            },
          }
        : 'pub_key is required.',
    )
  })

  it('exists for every code of upload-client', () => {
    expectTypeOf<Exclude<ServerErrorCode, ApiErrorCode>>().toEqualTypeOf<never>()
    expect(API_ERRORS.AccountBlockedError).toEqual([403, 'Account has been blocked.'])
    expect(API_ERRORS.URLBlacklistedError).toEqual([400, 'Source is blacklisted.'])
  })

  it.each(Object.entries(API_ERRORS))(
    '%s can be requested with a fault',
    async (code, [status, template]) => {
      emulator.faults.add({ endpoint: 'base', refuse: code as ApiErrorCode })
      const response = await postForm(emulator, '/base/?jsonerrors=1', {
        UPLOADCARE_PUB_KEY: PUBLIC_KEY,
        file,
      })
      const { error } = (await response.json()) as {
        error: { status_code: number; content: string; error_code: string }
      }
      expect([error.status_code, error.error_code]).toEqual([status, code])
      const [start = ''] = template.split('%s')
      expect(error.content.startsWith(start)).toBe(true)
      expect(error.content).not.toContain('%s')
    },
  )

  it('has an example for each placeholder of its text, for faults', () => {
    const placeholders = Object.entries(API_ERRORS).map(([code, [, template]]) => [
      code,
      template.split('%s').length - 1,
    ])
    const examples = new Map<string, readonly string[]>(Object.entries(EXAMPLE_VALUES))
    expect(placeholders).toEqual(
      Object.keys(API_ERRORS).map((code) => [code, examples.get(code)?.length ?? 0]),
    )
  })

  it.each(['info', 'group/info', 'multipart/complete', 'from_url/status'] as const)(
    'can be requested for the unsigned endpoint %s',
    async (endpoint) => {
      emulator.faults.add({ endpoint, refuse: 'AccountBlockedError' })
      const method = endpoint === 'multipart/complete' ? 'POST' : 'GET'
      const response = await emulator.fetch(new Request(`${ORIGIN}/${endpoint}/`, { method }))
      expect([response.status, await response.text()]).toEqual([403, 'Account has been blocked.'])
    },
  )
})
