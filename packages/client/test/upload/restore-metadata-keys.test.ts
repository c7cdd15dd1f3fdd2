import type { UploadcareFile } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { restoreMetadataKeys } from '../../src/upload/restore-metadata-keys.js'

const fileWith = (metadata: Record<string, string>): UploadcareFile => ({ metadata }) as UploadcareFile

describe('restoreMetadataKeys', () => {
  it('restores the keys that were sent', () => {
    const { metadata } = restoreMetadataKeys(fileWith({ userId: '1', album: 'a' }), { user_id: '1' })
    expect(metadata).toEqual({ user_id: '1', album: 'a' })
  })

  it('keeps stored keys that are named like members of an object', () => {
    const stored = { constructor: 'a', toString: 'b', valueOf: 'c' }
    expect(restoreMetadataKeys(fileWith(stored)).metadata).toEqual(stored)
  })
})
