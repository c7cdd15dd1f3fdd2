import { settingsFromEnvironment, StartUpError } from '@secure-uploading/demo-kit'
import { describe, expect, it } from 'vitest'

describe('settingsFromEnvironment', () => {
  it('defaults to ports 3000 and 7070, the emulator and 30-minute tokens', () => {
    expect(settingsFromEnvironment({})).toEqual({
      port: 3000,
      emulatorPort: 7070,
      uploadcareKeys: undefined,
      tokenSeconds: 1800,
    })
  })

  it('reads the ports, the keys and the token lifetime', () => {
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

  it.each([
    ['PORT', 'many'],
    ['PORT', '65536'],
    ['EMULATOR_PORT', '-1'],
    ['UPLOAD_TOKEN_SECONDS', '0'],
    ['UPLOAD_TOKEN_SECONDS', '1.5'],
  ])('rejects %s=%s with a message that names the variable', (name, value) => {
    expect(() => settingsFromEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} must be`))
  })

  it('rejects one key without the other, and names both without printing either', () => {
    const onlySecret = { UPLOADCARE_SECRET_KEY: 'hush' }
    expect(() => settingsFromEnvironment(onlySecret)).toThrow(StartUpError)
    expect(() => settingsFromEnvironment(onlySecret)).toThrow(
      'UPLOADCARE_SECRET_KEY is set, but UPLOADCARE_PUBLIC_KEY is not. Set both to use Uploadcare, or neither to use the emulator.',
    )
  })
})
