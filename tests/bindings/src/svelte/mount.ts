import { mount as mountComponent, unmount } from 'svelte'
import type { Mount } from '../binding.js'
import App from './app.svelte'

export const mount: Mount = (target, props) => {
  const app = mountComponent(App, { target, props: { ...props } })
  return () => {
    void unmount(app)
  }
}
