export { sendTo, serveListener } from './serve-listener.js'
