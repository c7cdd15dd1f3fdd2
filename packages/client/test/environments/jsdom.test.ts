// @vitest-environment jsdom
import { describe } from 'vitest'
import { uploadsInAPage } from './upload-in-a-page.js'

describe('SecureUploadClient in vitest with jsdom', () => {
  uploadsInAPage()
})
