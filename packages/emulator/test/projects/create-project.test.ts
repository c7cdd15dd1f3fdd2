import { describe, expect, it } from 'vitest'
import { createProject } from '../../src/projects/create-project.js'

const KEYS = { publicKey: 'demopublickey', secretKeys: ['demosecretkey'] }

describe('a project', () => {
  it('requires credentials, stores files and has no limits by default', () => {
    expect(createProject(KEYS)).toEqual({
      ...KEYS,
      secureUploading: true,
      signedAiGeneration: true,
      autostore: true,
      storeDefault: 'auto',
      maxFileSizeBytes: null,
      allowedTypes: null,
      allowPrivateSources: false,
      deliverySecrets: [],
      webhooks: [],
    })
  })

  it('requires no secret key while secure uploading is off', () => {
    const project = createProject({ ...KEYS, secretKeys: [], secureUploading: false })
    expect(project.secretKeys).toEqual([])
  })

  it('converts allowed types to lower case', () => {
    const { allowedTypes } = createProject({ ...KEYS, allowedTypes: ['Image/*', 'text/CSV'] })
    expect(allowedTypes).toEqual(['image/*', 'text/csv'])
  })

  it.each<[string, object]>([
    ['publicKey', { publicKey: ' ' }],
    ['publicKey', { publicKey: undefined }],
    ['secretKeys', { secretKeys: 'demosecretkey' }],
    ['secretKeys', { secretKeys: [''] }],
    ['secretKeys', { secretKeys: [] }],
    ['secretKeys', { secretKeys: ['demopublickey'] }],
    ['secretKeys', { secretKeys: ['demosecretkey\n'] }],
    ['secretKeys', { secretKeys: ['demo\u200bsecretkey'] }],
    ['maxFileSizeBytes', { maxFileSizeBytes: 0 }],
    ['maxFileSizeBytes', { maxFileSizeBytes: 1.5 }],
    ['allowedTypes', { allowedTypes: 'image/*' }],
    ['allowedTypes', { allowedTypes: ['image'] }],
    ['secureUploading', { secureUploading: 'yes' }],
    ['autostore', { autostore: 1 }],
    ['allowPrivateSources', { allowPrivateSources: null }],
    ['signedAiGeneration', { signedAiGeneration: 'yes' }],
    ['storeDefault', { storeDefault: '1' }],
    ['deliverySecrets', { deliverySecrets: '00ff' }],
    ['deliverySecrets', { deliverySecrets: ['0ff'] }],
    ['deliverySecrets', { deliverySecrets: ['secret'] }],
    ['deliverySecrets', { deliverySecrets: ['00', '01', '02'] }],
    ['secretkey', { secretkey: 'demosecretkey' }],
  ])('rejects an invalid %s with a TypeError that names it: %j', (name, change) => {
    const create = (): unknown => createProject({ ...KEYS, ...change })
    expect(create).toThrow(expect.objectContaining({ name: 'TypeError' }) as Error)
    expect(create).toThrow(`"${name}"`)
  })
})
