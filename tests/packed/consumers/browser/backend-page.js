import { createTokenHandler } from '@secure-uploading/express'

console.log(createTokenHandler)
