export { describeHostileConnections, type ListeningAdapter } from './hostile/describe-hostile-connections.js'
export { describeWebhookConnections, type ListeningWebhookAdapter } from './describe-webhook-connections.js'
export { sendTo, serveListener, type Listening } from './serve-listener.js'
