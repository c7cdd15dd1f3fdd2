import path from 'node:path'
import {
  buildPageWithSecrets,
  testNoSecretInPage,
  testNoSecretIsSent,
} from '@secure-uploading/demo-kit/testing'
import { describe } from 'vitest'
import { startLambdaDemo } from '../test/start-lambda-demo.js'

describe('the page', () => {
  testNoSecretInPage({ build: () => buildPageWithSecrets(path.resolve(import.meta.dirname, '..')) })
})

testNoSecretIsSent(
  (uploadcareKeys) => startLambdaDemo({ tokenSeconds: 60, accessTokenSeconds: 60, uploadcareKeys }),
  ['/'],
)
