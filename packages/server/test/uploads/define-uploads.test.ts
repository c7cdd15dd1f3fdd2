import { expect, expectTypeOf, it } from 'vitest'
import { defineUploads } from '../../src/index.js'

it('infers the data of each route from its onUploaded', () => {
  const uploads = defineUploads({
    avatar: { maxBytes: '5MB', onUploaded: ({ file }) => ({ url: file.cdnUrl, at: file.uploadedAt }) },
    attachments: { onUploaded: async ({ subject }) => Promise.resolve([subject]) },
    silent: { maxFiles: 3 },
  })
  type Data = NonNullable<(typeof uploads)['~data']>
  expectTypeOf<Data['avatar']>().toEqualTypeOf<{ url: string; at: Date }>()
  expectTypeOf<Data['attachments']>().toEqualTypeOf<string[]>()
  expectTypeOf<Data['silent']>().toBeUnknown()
})

it('does not compile with a misspelled rule or a size without a unit', () => {
  // Only type-checked: at runtime each line throws.
  const mistakes = [
    // @ts-expect-error -- misspelled
    () => defineUploads({ avatar: { maxByte: 5 } }),
    // @ts-expect-error -- no unit
    () => defineUploads({ avatar: { maxBytes: '5' } }),
    // @ts-expect-error -- metadata is text
    () => defineUploads({ avatar: { metadata: () => ({ count: 1 }) } }),
  ]
  expectTypeOf(mistakes).toBeArray()
})

it.each([null, undefined, 'avatar', [], {}])('refuses %j instead of upload routes', (routes) => {
  expect(() => defineUploads(routes as never)).toThrow(
    new TypeError('"defineUploads" requires an object with at least one upload route'),
  )
})

it('names the route whose rules are not an object', () => {
  expect(() => defineUploads({ avatar: null as never })).toThrow('"avatar" must be an object')
})
