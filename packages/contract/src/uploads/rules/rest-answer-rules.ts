import { expect } from 'chai'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'
import { expectRejected } from './expect-file.js'

/** Rules for answers of the REST API that Uploadcare does not document. */
export const restAnswerRules: readonly UploadsRule[] = [
  {
    name: 'fails a file that the REST API describes in an unexpected form, and no other',
    async check(harness) {
      const errors: unknown[] = []
      const { complete } = await harness.serve({ onError: (error) => errors.push(error) })
      const file = { size: 1, original_filename: 'a', is_ready: true }
      const odd = [
        '{}',
        '',
        'null',
        '<!doctype html><title>Sign in</title>',
        '[]',
        `{"uuid":"${crypto.randomUUID()}"}`,
        { ...file, size: '1' },
        { ...file, size: null },
        { ...file, is_ready: undefined },
        { ...file, is_ready: 'true' },
        { ...file, original_filename: undefined },
      ]
      for (const answer of odd) {
        const [bad, good] = [await harness.upload(), await harness.upload()]
        const { uuid, metadata } = bad
        const text = typeof answer === 'string' ? answer : JSON.stringify({ ...answer, uuid, metadata })
        harness.rest.intercept = (request) => (request.includes(uuid) ? new Response(text) : undefined)
        const results = await complete([bad.uuid, good.uuid])
        expect(results.map(({ status }) => status)).to.deep.equal(['failed', 'accepted'])
        expect([bad.storedAt, bad.removedAt]).to.deep.equal([null, null])
      }
      expect(errors).to.have.length(odd.length)
    },
  },
  {
    name: 'does not send the keys after a redirect, and keeps the file',
    async check(harness) {
      const errors: unknown[] = []
      const modes: unknown[] = []
      const file = await harness.upload()
      const { complete } = await harness.serve({
        onError: (error) => errors.push(error),
        fetch: (_input, init) => {
          modes.push(init?.redirect)
          const headers = { location: 'https://evil.example/' }
          return Promise.resolve(new Response(null, { status: 302, headers }))
        },
      })
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'failed')
      expect(modes).to.deep.equal(['manual'])
      expect(errors.map(String).join()).to.include('302').and.not.include('demosecretkey')
      expect([file.storedAt, file.removedAt]).to.deep.equal([null, null])
    },
  },
  {
    name: 'accepts a file without a detected type only where every type is accepted',
    async check(harness) {
      for (const content of [{}, { mime: null }, { mime: {} }, { mime: 'image/png' }]) {
        const uploads = defineUploads({ avatar: { accept: ['image/*'] }, any: {} })
        const { complete } = await harness.serve({ uploads })
        const [image, other] = [await harness.upload(), await harness.upload({ route: 'any' })]
        harness.rest.intercept = (request) => {
          const file = [image, other].find(({ uuid }) => request === `GET /files/${uuid}/`)
          if (file === undefined) return undefined
          const { uuid, metadata } = file
          const fields = { size: 1, original_filename: 'a', is_ready: true, mime_type: 'image/png' }
          return new Response(JSON.stringify({ ...fields, uuid, metadata, content_info: content }))
        }
        expectRejected((await complete([image.uuid]))[0], 'ERR_FILE_TYPE')
        expect(await complete([other.uuid], { route: 'any' })).to.have.nested.property('0.status', 'accepted')
        harness.rest.intercept = undefined
      }
    },
  },
  {
    name: 'does not accept the description of another file',
    async check(harness) {
      const { complete } = await harness.serve({ onError: () => undefined })
      const [asked, other] = [await harness.upload(), await harness.upload()]
      harness.rest.intercept = (request) =>
        request === `GET /files/${asked.uuid}/`
          ? new Response(
              JSON.stringify({
                uuid: other.uuid,
                size: 1,
                original_filename: 'a',
                is_ready: true,
                metadata: other.metadata,
              }),
            )
          : undefined
      expect(await complete([asked.uuid])).to.have.nested.property('0.status', 'failed')
      expect([asked.storedAt, other.storedAt]).to.deep.equal([null, null])
    },
  },
]
