import { expect, test } from 'vitest'
import { isLoopbackHost } from '../src/is-loopback-host.js'

test.each([
  ...['localhost', 'localhost.', 'app.localhost', '127.0.0.1', '127.1.2.3'],
  ...['::1', '[::1]', '[::ffff:7f00:1]'],
])('isLoopbackHost accepts %s', (hostname) => {
  expect(isLoopbackHost(hostname)).toBe(true)
})

test.each([
  ...['evil.example', 'localhost.evil.example', 'notlocalhost', '127.0.0.1.evil.example'],
  ...['0.0.0.0', '[::]', '192.168.0.1', '[fe80::1]', ''],
])('isLoopbackHost rejects %s', (hostname) => {
  expect(isLoopbackHost(hostname)).toBe(false)
})
