import { homedir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { stateDirectory } from '../../../src/upload/resume/state-directory.js'

afterEach(() => vi.unstubAllGlobals())

describe.each([
  ['linux', 'XDG_STATE_HOME', ['.local', 'state']],
  ['win32', 'LOCALAPPDATA', ['AppData', 'Local']],
])('the state directory on %s', (platform, variable, usual) => {
  const onPlatform = (env: Record<string, string>): string => {
    vi.stubGlobal('process', { ...process, platform })
    return stateDirectory(env)
  }

  it(`is the one of ${variable}`, () => {
    expect(onPlatform({ [variable]: path.join('/', 'state') })).toBe(
      path.join('/', 'state', 'secure-uploading'),
    )
  })

  it('is the usual one in the home folder if the variable is missing or relative', () => {
    const inHome = path.join(homedir(), ...usual, 'secure-uploading')
    expect(onPlatform({})).toBe(inHome)
    expect(onPlatform({ [variable]: '' })).toBe(inHome)
    expect(onPlatform({ [variable]: 'state' })).toBe(inHome)
  })
})
