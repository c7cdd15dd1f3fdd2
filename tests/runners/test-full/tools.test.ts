import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWithParcel, bundleWithWebpack4 } from '../src/bundlers.js'
import { createConsumer, type Consumer } from '../src/create-consumer.js'
import { installTools } from '../src/install-tools.js'
import { runNode } from '../src/run-program.js'
import { listen, startServices, type Services } from '../src/start-services.js'

declare global {
  interface Window {
    upload: (environment: Services['environment']) => Promise<unknown[]>
  }
}

let consumer: Consumer
let services: Services
let tools: NodeJS.Require

beforeAll(async () => {
  ;[consumer, services, tools] = await Promise.all([createConsumer(), startServices(), installTools()])
})
afterAll(async () => {
  await consumer.remove()
  await services.close()
})

describe('the packed client', () => {
  it('uploads in jest with jsdom', async () => {
    const config = {
      rootDir: consumer.folder,
      testMatch: ['**/upload.jest.cjs'],
      testEnvironment: tools.resolve('jest-environment-jsdom'),
      transform: {},
    }
    await writeFile(path.join(consumer.folder, 'jest.config.json'), JSON.stringify(config))
    const output = await runNode([tools.resolve('jest/bin/jest'), '--config', 'jest.config.json'], {
      cwd: consumer.folder,
      env: services.environment,
    })
    expect(output).toContain('1 passed')
  })
})

describeInChromium('the packed client', () => {
  it.each([
    ['webpack 4', bundleWithWebpack4],
    ['Parcel 2', bundleWithParcel],
  ])('uploads in a page that %s bundled', async (_, bundle) => {
    const script = await bundle(consumer.folder, tools)
    const page = await listen((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><script>${script.replaceAll('</script', '<\\/script')}</script>`)
    })
    const browser = await launchChromium()
    const tab = await browser.newPage()
    await tab.goto(page.url)
    const uploaded = await tab.evaluate((environment) => window.upload(environment), services.environment)
    await browser.close()
    page.close()
    expect(uploaded).toEqual(['a.txt', 1, 10 * 1024 * 1024])
  })
})
