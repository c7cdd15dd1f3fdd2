const client = require('@secure-uploading/client')
const tokenSource = require('@secure-uploading/client/token-source')
const emulator = require('@secure-uploading/emulator/node')
const backend = require('@secure-uploading/express')
const express = require('express')
const { uploadThroughExpress } = require('./upload-through-express.cjs')

uploadThroughExpress({ express, backend, client, tokenSource, emulator }).then((outcome) =>
  console.log(JSON.stringify(outcome)),
)
