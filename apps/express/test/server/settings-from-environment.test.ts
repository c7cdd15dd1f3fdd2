import { expect, it } from 'vitest'
import { settingsFromEnvironment } from '../../src/server/settings-from-environment.js'

it('uses the emulator on the usual ports when nothing is set', () => {
  expect(settingsFromEnvironment({})).toEqual({ port: 3000, emulatorPort: 7070, uploadcareKeys: undefined })
})

it('moves both servers', () => {
  expect(settingsFromEnvironment({ PORT: '3100', EMULATOR_PORT: '0' })).toMatchObject({
    port: 3100,
    emulatorPort: 0,
  })
})

it('uses Uploadcare when both keys are set', () => {
  const environment = { UPLOADCARE_PUBLIC_KEY: 'public', UPLOADCARE_SECRET_KEY: ' secret ' }
  expect(settingsFromEnvironment(environment).uploadcareKeys).toEqual({
    publicKey: 'public',
    secretKey: 'secret',
  })
})

it.each(['UPLOADCARE_PUBLIC_KEY', 'UPLOADCARE_SECRET_KEY'])('does not start with %s alone', (name) => {
  expect(() => settingsFromEnvironment({ [name]: 'only this one' })).toThrow(
    /is set, but UPLOADCARE_\w+ is not\. Set both .* or neither/,
  )
})

it.each(['abc', '-1', '65536', '80.5'])('does not take %s for a port', (port) => {
  expect(() => settingsFromEnvironment({ PORT: port })).toThrow('PORT must be a port, a whole number')
})
