import { describeBehindProxy } from '@secure-uploading/demo-kit/testing'
import { startDemoProcess } from '../test/demo/start-demo-process.js'

await describeBehindProxy(async ({ trustProxy }) => {
  const demo = await startDemoProcess({ TRUST_PROXY: String(trustProxy) })
  return { url: demo.url, close: () => demo.stop() }
})
