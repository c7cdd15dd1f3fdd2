import { describe, expect, it } from 'vitest'
import { installConsumer } from './consumer/install-consumer.js'
import { UPLOAD_OUTCOME } from './consumer/upload-outcome.js'

const project = installConsumer('commonjs')

describe('a CommonJS project', () => {
  it('uploads through Express with the installed packages', async () => {
    expect(JSON.parse(await project.run('node', 'use.js'))).toEqual(UPLOAD_OUTCOME)
  })
})
