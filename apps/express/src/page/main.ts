import './styles/main.css'
import { createDemoServer } from './server/demo-server.js'
import { startPage } from './start-page.js'
import { createStore } from './state/create-store.js'
import type { SessionState } from './state/session-state.js'
import { showUnreachable } from './view/show-unreachable.js'

const server = createDemoServer()
try {
  const [config, session] = await Promise.all([server.readConfig(), server.readSession()])
  startPage(server, config, createStore<SessionState>(session))
} catch (error) {
  console.error(error)
  showUnreachable()
}
