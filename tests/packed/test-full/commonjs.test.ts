import { expect, it } from 'vitest'
import { installConsumer } from './consumer/install-consumer.js'
import { UPLOAD_OUTCOME } from './consumer/upload-outcome.js'

const project = installConsumer('commonjs')

it('a CommonJS project uploads through Express, with what npm installed', async () => {
  expect(JSON.parse(await project.run('node', 'use.js'))).toEqual(UPLOAD_OUTCOME)
})
