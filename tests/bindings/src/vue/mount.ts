import { createApp } from 'vue'
import type { Mount } from '../binding.js'
import { App } from './app.js'

export const mount: Mount = (element, props) => {
  const app = createApp(App, { ...props })
  app.mount(element)
  return () => {
    app.unmount()
  }
}
