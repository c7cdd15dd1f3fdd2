import { describeHostileConnections, serveListener } from '@secure-uploading/contract/node'
import express from 'express'
import express4 from 'express-4'
import { createTokenHandler } from '../src/index.js'

describeHostileConnections('Express 5', {
  serve: (options) => serveListener(express().use(createTokenHandler(options))),
})

describeHostileConnections('Express 4', {
  serve: (options) => serveListener(express4().use(createTokenHandler(options))),
})
