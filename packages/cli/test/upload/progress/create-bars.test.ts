import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createBars } from '../../../src/upload/progress/create-bars.js'

describe('createBars', () => {
  it('draws a bar per file, prints lines above them and restores the cursor', async () => {
    // The part of a TTY that cli-progress uses.
    const screen = Object.assign(new PassThrough(), {
      ...{ isTTY: true, columns: 80, rows: 24 },
      ...{ cursorTo: () => true, moveCursor: () => true, clearLine: () => true, clearScreenDown: () => true },
    })
    const bars = createBars(screen)
    const first = bars.begin('a.bin\u001b[2J', 12 * 1024 * 1024)
    const second = bars.begin('b.txt', 3)
    first.update(0.5)
    second.update(1)
    second.end('failed: \u001b[2JNo.')
    bars.say('waiting for the network\u001b[2J')
    first.end('interrupted')
    bars.stop()
    screen.end()

    const drawn = await text(screen)
    expect(drawn).toContain('█ 100% b.txt failed: \ufffd[2JNo.')
    expect(drawn).toContain('░ 50% a.bin\ufffd[2J interrupted')
    expect(drawn).toContain('waiting for the network\ufffd[2J\n')
    expect(drawn).not.toContain('\u001b[2J')
    expect(drawn).toContain('\u001b[?25h')
  })
})
