import { verifySecureSignature } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { installConsumer } from './consumer/install-consumer.js'
import { runIn } from './consumer/run-in.js'
import { UPLOAD_OUTCOME } from './consumer/upload-outcome.js'

const project = installConsumer('esm')

describe('a project with ES modules', () => {
  it('uploads through Express with the installed packages', async () => {
    expect(JSON.parse(await project.run('node', 'use.js'))).toEqual(UPLOAD_OUTCOME)
  })

  it('signs a token with the command that npx finds', async () => {
    const keys = { UPLOADCARE_PUBLIC_KEY: 'demopublickey', UPLOADCARE_SECRET_KEY: 'demosecretkey' }
    const args = ['--no-install', 'secure-uploading', 'sign', '--json']
    const token = JSON.parse(await runIn(project.folder, 'npx', args, keys)) as Record<string, string>
    const wire = { signature: token['secureSignature'], expire: token['secureExpire'] }
    expect(await verifySecureSignature('demosecretkey', wire)).toEqual({ valid: true })
  })

  it('starts the emulator command that npx finds', async () => {
    expect(await project.run('npx', '--no-install', 'secure-uploading-emulator', '--help')).toContain(
      '--project',
    )
  })
})
