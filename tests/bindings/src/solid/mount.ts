import { createComponent, render } from 'solid-js/web'
import type { Mount } from '../binding.js'
import { App } from './app.js'

export const mount: Mount = (element, props) => render(() => createComponent(App, props), element)
