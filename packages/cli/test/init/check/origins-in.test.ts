import { describe, expect, it } from 'vitest'
import { originsIn } from '../../../src/init/check/origins-in.js'

describe('originsIn', () => {
  it.each([
    [
      '   - Local:         http://localhost:3001\n   - Network: http://10.0.0.7:3001',
      ['http://localhost:3001'],
    ],
    ['  ➜  Local:   http://127.0.0.1:5173/\n  ➜  Network: use --host to expose', ['http://127.0.0.1:5173']],
    ['Server listening at http://0.0.0.0:3000', ['http://localhost:3000']],
    ['at http://[::1]:3000 and http://[::]:3000', ['http://[::1]:3000', 'http://localhost:3000']],
    ['https://localhost/app', ['https://localhost']],
    ['http://localhost:3000 http://localhost:3000/upload', ['http://localhost:3000']],
    ['listening on port 3000', []],
  ])('finds the addresses of this machine in %j', (output, origins) => {
    expect(originsIn(output)).toEqual(origins)
  })

  it('leaves out the addresses of the emulator', () => {
    const output = `Emulator of Uploadcare's Upload API: http://127.0.0.1:7070
Files, requests and settings: http://127.0.0.1:7070/_emulator/
ready on http://localhost:3000`

    expect(originsIn(output)).toEqual(['http://localhost:3000'])
  })
})
