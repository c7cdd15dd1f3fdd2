const { SecureUploadClient } = require('@secure-uploading/client')
const { createTokenSource } = require('@secure-uploading/client/token-source')
const { startEmulator } = require('@secure-uploading/emulator/node')
const { createTokenHandler, isSecureUploadError } = require('@secure-uploading/express')
const express = require('express')
const { uploadThroughExpress } = require('./upload-through-express.cjs')

const packages = {
  express,
  createTokenHandler,
  isSecureUploadError,
  startEmulator,
  SecureUploadClient,
  createTokenSource,
}
uploadThroughExpress(packages).then((came) => console.log(JSON.stringify(came)))
