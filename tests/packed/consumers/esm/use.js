import { SecureUploadClient } from '@secure-uploading/client'
import { createTokenSource } from '@secure-uploading/client/token-source'
import { startEmulator } from '@secure-uploading/emulator/node'
import { createTokenHandler, isSecureUploadError } from '@secure-uploading/express'
import express from 'express'
import { uploadThroughExpress } from './upload-through-express.cjs'

const packages = {
  express,
  createTokenHandler,
  isSecureUploadError,
  startEmulator,
  SecureUploadClient,
  createTokenSource,
}
console.log(JSON.stringify(await uploadThroughExpress(packages)))
