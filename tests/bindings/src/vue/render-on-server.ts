import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { AppProps } from '../binding.js'
import { App } from './app.js'

export const renderOnServer = async (props: AppProps): Promise<string> =>
  renderToString(createSSRApp(App, { ...props }))
