export { createTokenHandler } from './create-token-handler.js'
