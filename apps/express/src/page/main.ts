import './styles/main.css'
import { loadFont } from '@secure-uploading/demo-kit/panel'
import { html, render } from 'lit-html'
import { createDemoServer } from './server/demo-server.js'
import { startPage } from './start-page.js'
import { unreachableView } from './view/sign-in-view.js'

const server = createDemoServer()
try {
  const [config, session] = await Promise.all([server.readConfig(), server.readSession(), loadFont()])
  await startPage(server, config, session)
} catch (error) {
  console.error(error)
  const reload = (): void => {
    location.reload()
  }
  render(html`<main>${unreachableView(reload)}</main>`, document.body)
}
