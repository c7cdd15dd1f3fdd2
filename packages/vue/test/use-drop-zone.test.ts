import { createSSRApp, defineComponent, effectScope, h, reactive, ref } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import { useDropZone } from '../src/index.js'

const queue = { add: () => [] }

describe('useDropZone', () => {
  it('renders its attributes and no listeners on a server', async () => {
    const app = defineComponent(() => {
      const { root, input } = useDropZone(queue, { accept: ['image/*'] })
      return () => h('div', root.value, [h('input', input.value)])
    })
    expect(typeof window).toBe('undefined')
    expect(await renderToString(createSSRApp(app))).toBe(
      '<div role="button" tabindex="0"><input type="file" hidden tabindex="-1" accept="image/*" multiple></div>',
    )
  })

  it('follows options in a getter, a ref and a reactive object', () => {
    const disabled = ref(false)
    const inRef = ref({ disabled: false })
    const inObject = reactive({ disabled: false })
    const scope = effectScope()
    const zones = [() => ({ disabled: disabled.value }), inRef, () => inObject].map((options) =>
      scope.run(() => useDropZone(queue, options)),
    )
    const tabIndexes = (): unknown[] => zones.map((zone) => zone?.root.value.tabindex)
    expect(tabIndexes()).toEqual([0, 0, 0])
    disabled.value = true
    inRef.value.disabled = true
    inObject.disabled = true
    expect(tabIndexes()).toEqual([-1, -1, -1])
    scope.stop()
  })

  it('throws a TypeError for an invalid option', () => {
    const options = { multipel: true } as object
    expect(() => effectScope().run(() => useDropZone(queue, options))).toThrow('Did you mean "multiple"?')
  })
})
