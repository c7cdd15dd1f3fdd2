import { verifySecureSignature } from '@secure-uploading/core'
import { expect, it } from 'vitest'
import { installConsumer } from './consumer/install-consumer.js'
import { runIn } from './consumer/run-in.js'
import { UPLOAD_OUTCOME } from './consumer/upload-outcome.js'

const project = installConsumer('esm')

it('a project of ES modules uploads through Express, with what npm installed', async () => {
  expect(JSON.parse(await project.run('node', 'use.js'))).toEqual(UPLOAD_OUTCOME)
})

it('npx finds the command line, which signs', async () => {
  const keys = { UPLOADCARE_PUBLIC_KEY: 'demopublickey', UPLOADCARE_SECRET_KEY: 'demosecretkey' }
  const args = ['--no-install', 'secure-uploading', 'sign', '--json']
  const token = JSON.parse(await runIn(project.folder, 'npx', args, keys)) as Record<string, string>
  const wire = { signature: token['secureSignature'], expire: token['secureExpire'] }
  expect(await verifySecureSignature('demosecretkey', wire)).toEqual({ valid: true })
})

it('npx finds the emulator', async () => {
  expect(await project.run('npx', '--no-install', 'secure-uploading-emulator', '--help')).toContain(
    '--project',
  )
})
