export * from './token-source/index.js'
