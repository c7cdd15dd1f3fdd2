import { testNoSecretInPage, testNoSecretIsSent } from '@secure-uploading/demo-kit/testing'
import { describe } from 'vitest'
import { startDemo } from '../demo/start-demo.mjs'
import { buildWithSecrets } from './build-with-secrets'

describe('the pages', () => {
  testNoSecretInPage({ build: buildWithSecrets })
})

testNoSecretIsSent(
  (uploadcareKeys) => startDemo({ port: 0, emulatorPort: 0, uploadcareKeys, tokenSeconds: 60 }),
  ['/', '/avatar', '/file-uploader'],
)
