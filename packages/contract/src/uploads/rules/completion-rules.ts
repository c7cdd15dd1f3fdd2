import type { UploadedFile } from '@secure-uploading/server'
import { expect } from 'chai'
import { expectAcceptedFile, expectUndescribed } from './expect-file.js'
import { defineUploads, NOW_MS, type UploadsRule } from '../uploads-harness.js'

export const completionRules: readonly UploadsRule[] = [
  {
    name: 'accepts a file: records the acceptance, stores the file, and then calls onUploaded',
    async check(harness) {
      const { rest } = harness
      const seen: [upload: unknown, requests: string[]][] = []
      const uploads = defineUploads({
        avatar: {
          accept: ['image/*'],
          metadata: () => ({ album: 'a1' }),
          onUploaded(upload) {
            seen.push([upload, [...rest.requests]])
            return { url: upload.file.cdnUrl, at: upload.file.uploadedAt, none: undefined }
          },
        },
      })
      const { complete } = await harness.serve({ uploads })
      const file = await harness.upload({ metadata: { album: 'a1' } })
      const url = `https://ucarecdn.com/${file.uuid}/`
      expect(await complete([file.uuid])).to.deep.equal([
        { uuid: file.uuid, status: 'accepted', data: { url, at: new Date(NOW_MS).toISOString() } },
      ])
      await expectAcceptedFile(file)
      const described: UploadedFile = {
        uuid: file.uuid,
        name: 'holiday.png',
        size: 100,
        mimeType: 'image/png',
        isImage: true,
        image: { width: 4, height: 3 },
        cdnUrl: url,
        metadata: { album: 'a1' },
        uploadedAt: new Date(NOW_MS),
      }
      expect(seen).to.deep.equal([
        [
          { file: described, subject: 'ada', route: 'avatar' },
          [
            `GET /files/${file.uuid}/`,
            `PUT /files/${file.uuid}/metadata/uploadReceipt/`,
            'PUT /files/storage/',
          ],
        ],
      ])
    },
  },
  {
    name: 'accepts a file of a route without onUploaded, and one whose onUploaded returns nothing, without data',
    async check(harness) {
      const { complete } = await harness.serve({
        uploads: defineUploads({ avatar: {}, quiet: { onUploaded: () => undefined } }),
      })
      for (const route of ['avatar', 'quiet']) {
        const { uuid } = await harness.upload({ route })
        expect(await complete([uuid], { route })).to.deep.equal([{ uuid, status: 'accepted' }])
      }
    },
  },
  {
    name: 'answers in the order of the names, and stores their files with one request',
    async check(harness) {
      const { complete } = await harness.serve()
      const files = await Promise.all(Array.from({ length: 20 }, () => harness.upload()))
      const names = files.map(({ uuid }) => uuid)
      const results = await complete(names)
      expect(results.map(({ status }) => status)).to.deep.equal(names.map(() => 'accepted'))
      for (const file of files) await expectAcceptedFile(file)
      expect(harness.rest.requests.filter((request) => request === 'PUT /files/storage/')).to.have.length(1)
    },
  },
  {
    name: 'completes 250 files with storage requests of at most 100, at most 8 requests at a time',
    async check(harness) {
      const { rest } = harness
      let parallel = 0
      let most = 0
      const { complete } = await harness.serve({
        fetch: async (...args) => {
          most = Math.max(most, ++parallel)
          try {
            return await rest.fetch(...args)
          } finally {
            parallel--
          }
        },
      })
      const files = await Promise.all(Array.from({ length: 250 }, () => harness.upload()))
      const results = await complete(files.map(({ uuid }) => uuid))
      expect(results.every(({ status }) => status === 'accepted')).to.equal(true)
      expect(rest.requests.filter((request) => request === 'PUT /files/storage/')).to.have.length(3)
      expect(most).to.equal(8)
    },
  },
  {
    name: 'sends no request to Uploadcare for names that are no UUID, and one per file for duplicates',
    async check(harness) {
      const { complete } = await harness.serve()
      const invalid = [
        'avatar',
        '',
        '../../files',
        `${crypto.randomUUID()}/`,
        `${crypto.randomUUID()}~2`,
        'x'.repeat(36),
        '-'.repeat(36),
      ]
      for (const result of await complete(invalid)) expectUndescribed(result, 'ERR_FILE_NOT_FOUND')
      expect(harness.rest.requests).to.deep.equal([])

      const { uuid } = await harness.upload()
      const results = await complete([uuid, uuid, uuid.toUpperCase(), 'avatar'])
      expect(results.map(({ status }) => status)).to.deep.equal([
        'accepted',
        'accepted',
        'accepted',
        'rejected',
      ])
      expect(harness.rest.requests).to.have.length(3)
    },
  },
  {
    name: 'completes a file that is named in upper case, and finds none for the URLs and operations of a file',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload()
      const { uuid } = file
      const others = [
        `https://ucarecdn.com/${uuid}/`,
        `${uuid}/`,
        `${uuid}/-/resize/10x/`,
        `${uuid}~2`,
        `{${uuid}}`,
        ` ${uuid}`,
        `${uuid}\n`,
        `../${uuid}`,
        uuid.replaceAll('-', ''),
        '',
      ]
      const [accepted, ...results] = await complete([uuid.toUpperCase(), ...others])
      expect(accepted).to.include({ uuid: uuid.toUpperCase(), status: 'accepted' })
      await expectAcceptedFile(file)
      for (const result of results) expectUndescribed(result, 'ERR_FILE_NOT_FOUND')
    },
  },
  {
    name: 'answers 1000 names in one request',
    async check(harness) {
      const { complete } = await harness.serve()
      const results = await complete(Array.from({ length: 1000 }, (_, index) => `name ${index}`))
      expect(results).to.have.length(1000)
    },
  },
  {
    name: 'does not find a file that does not exist, was deleted, or is in another project',
    async check(harness) {
      const { complete } = await harness.serve()
      const deleted = await harness.upload({}, { removedAt: new Date(NOW_MS).toISOString() })
      const results = await complete([crypto.randomUUID(), deleted.uuid])
      expectUndescribed(results[0], 'ERR_FILE_NOT_FOUND')
      expectUndescribed(results[1], 'ERR_FILE_NOT_FOUND', deleted)
      expect(harness.rest.requests.every((request) => request.startsWith('GET '))).to.equal(true)
    },
  },
  {
    name: 'keeps a file whose content Uploadcare has not examined yet, whatever its size, and asks for it later',
    async check(harness) {
      const { complete } = await harness.serve()
      const unready = await harness.upload({}, { isReady: false, size: 5000 })
      const unexamined = await harness.upload({}, { detectedType: null, size: 5000 })
      const results = await complete([unready.uuid, unexamined.uuid])
      expect(results).to.deep.equal([
        { uuid: unready.uuid, status: 'processing', retryAfter: 1 },
        { uuid: unexamined.uuid, status: 'processing', retryAfter: 1 },
      ])
      expect([unready.removedAt, unexamined.removedAt]).to.deep.equal([null, null])
      unready.isReady = true
      unready.size = 100
      expect(await complete([unready.uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
  {
    name: 'uses the keys and secrets of the request, so that two tenants share no file',
    async check(harness) {
      const { complete } = await harness.serve({
        publicKey: (...args) => (harness.cookieOf(...args) === 'ada' ? 'demopublickey' : 'otherpublickey'),
        secretKey: (...args) => (harness.cookieOf(...args) === 'ada' ? 'demosecretkey' : 'othersecretkey'),
        receipts: { secret: (...args) => `secret of ${harness.cookieOf(...args) ?? ''}` },
        fetch: (input, init) => {
          const authorization = new Headers(init?.headers).get('authorization') ?? ''
          return authorization.includes('otherpublickey')
            ? Promise.resolve(new Response('{"detail":"Not found."}', { status: 404 }))
            : harness.rest.fetch(input, init)
        },
      })
      const file = await harness.upload({ secret: 'secret of ada' })
      expectUndescribed((await complete([file.uuid], { user: 'bob' }))[0], 'ERR_FILE_NOT_FOUND', file)
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
]
