// @vitest-environment happy-dom
import { describe } from 'vitest'
import { uploadsInAPage } from './upload-in-a-page.js'

describe('SecureUploadClient in vitest with happy-dom', () => {
  uploadsInAPage()
})
