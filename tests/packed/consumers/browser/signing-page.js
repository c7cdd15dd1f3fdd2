import { generateSecureSignature } from '@secure-uploading/core'

console.log(generateSecureSignature)
