import { createTokenSource, type TokenSource } from '@secure-uploading/client/token-source'
import type { UploadQueueSettings } from '@secure-uploading/client/queue'
import { createSSRApp, defineComponent, effectScope, h, isReactive, watch, type EffectScope } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import { useUploadQueue, type UseUploadQueueReturn } from '../src/index.js'

/** Creates a source whose token never arrives, so that nothing is sent. */
const createSource = (): TokenSource =>
  createTokenSource({ fetchToken: async () => new Promise<never>(() => undefined) })

const textFile = (name: string): File => new File(['Hello'], name, { type: 'text/plain' })

/** Calls the composable in an effect scope, outside of a component. */
function useInScope(
  settings: UploadQueueSettings = {},
): UseUploadQueueReturn<unknown> & { scope: EffectScope } {
  const scope = effectScope()
  const used = scope.run(() => useUploadQueue({ source: createSource(), ...settings }))
  if (!used) throw new Error('The scope has ended')
  return { scope, ...used }
}

describe('useUploadQueue', () => {
  it('follows the queue in an effect scope outside of a component', () => {
    const { queue, state, scope } = useInScope({ autoStart: false })
    expect(state.value.items).toEqual([])
    queue.add([textFile('a.txt')])
    expect(state.value.items.map(({ name, status }) => [name, status])).toEqual([['a.txt', 'queued']])
    scope.stop()
  })

  it('aborts its uploads and stops following when the scope ends', () => {
    const { queue, state, scope } = useInScope()
    queue.add([textFile('a.txt')])
    const last = state.value
    scope.stop()
    expect(queue.getSnapshot().items).toEqual([])
    expect(state.value).toBe(last)
  })

  it('keeps the items that did not change, as plain objects', () => {
    const { queue, state, scope } = useInScope({ autoStart: false })
    const [first] = queue.add([textFile('a.txt')])
    queue.add([textFile('b.txt')])
    expect(state.value.items[0]).toBe(first)
    expect(isReactive(state.value.items[0])).toBe(false)
    scope.stop()
  })

  it('runs watchers once for each change', async () => {
    const { queue, state, scope } = useInScope({ autoStart: false })
    const counts: number[] = []
    const stop = watch(
      () => state.value.items.length,
      (count) => counts.push(count),
      { flush: 'sync' },
    )
    queue.add([textFile('a.txt'), textFile('b.txt')])
    await Promise.resolve()
    queue.clear()
    expect(counts).toEqual([2, 0])
    stop()
    scope.stop()
  })

  it('renders on a server', async () => {
    const app = defineComponent(() => {
      const { state } = useUploadQueue({ source: createSource() })
      return () => h('output', state.value.status)
    })
    expect(typeof document).toBe('undefined')
    expect(await renderToString(createSSRApp(app))).toBe('<output>idle</output>')
  })

  it('throws a TypeError for an unknown option', () => {
    expect(() => useInScope({ concurency: 2 } as object)).toThrow('Did you mean "concurrency"?')
  })
})
