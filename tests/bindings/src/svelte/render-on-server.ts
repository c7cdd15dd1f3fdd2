import { render } from 'svelte/server'
import type { AppProps } from '../binding.js'
import App from './app.svelte'

export const renderOnServer = async (props: AppProps): Promise<string> =>
  render(App, { props: { ...props } }).body
