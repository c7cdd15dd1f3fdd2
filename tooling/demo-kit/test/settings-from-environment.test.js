import { settingsFromEnvironment, StartUpError } from '@secure-uploading/demo-kit'
import { expect, test } from 'vitest'

test('a bare environment gives the usual ports, the emulator and tokens of half an hour', () => {
  expect(settingsFromEnvironment({})).toEqual({
    port: 3000,
    emulatorPort: 7070,
    uploadcareKeys: undefined,
    tokenSeconds: 1800,
  })
})

test('variables move the ports, name a project and shorten tokens', () => {
  const environment = {
    PORT: '0',
    EMULATOR_PORT: ' 7171 ',
    UPLOADCARE_PUBLIC_KEY: 'public',
    UPLOADCARE_SECRET_KEY: 'secret',
    UPLOAD_TOKEN_SECONDS: '3',
  }
  expect(settingsFromEnvironment(environment)).toEqual({
    port: 0,
    emulatorPort: 7171,
    uploadcareKeys: { publicKey: 'public', secretKey: 'secret' },
    tokenSeconds: 3,
  })
})

test.each([
  ['PORT', 'many'],
  ['PORT', '65536'],
  ['EMULATOR_PORT', '-1'],
  ['UPLOAD_TOKEN_SECONDS', '0'],
  ['UPLOAD_TOKEN_SECONDS', '1.5'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => settingsFromEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} must be`))
})

test('one key without the other is refused, and the message names both but shows none', () => {
  const onlySecret = { UPLOADCARE_SECRET_KEY: 'hush' }
  expect(() => settingsFromEnvironment(onlySecret)).toThrow(StartUpError)
  expect(() => settingsFromEnvironment(onlySecret)).toThrow(
    'UPLOADCARE_SECRET_KEY is set, but UPLOADCARE_PUBLIC_KEY is not. Set both to use Uploadcare, or neither to use the emulator.',
  )
})
