import path from 'node:path'
import {
  buildPageWithSecrets,
  testNoSecretInPage,
  testNoSecretIsSent,
} from '@secure-uploading/demo-kit/testing'
import { describe } from 'vitest'
import { startDemoProcess } from '../test/demo/start-demo-process.js'

describe('the page', () => {
  testNoSecretInPage({ build: () => buildPageWithSecrets(path.resolve(import.meta.dirname, '..')) })
})

testNoSecretIsSent(
  async ({ publicKey, secretKey }) => {
    const demo = await startDemoProcess({
      UPLOADCARE_PUBLIC_KEY: publicKey,
      UPLOADCARE_SECRET_KEY: secretKey,
    })
    return { url: demo.url, close: () => demo.stop() }
  },
  ['/'],
)
